// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

/// The one description of what a plan holds.
@Suite struct KernelTests {
  @Test("every word names one noun, in the singular and the plural, with umlauts or without")
  func words() {
    var meanings: [String: String] = [:]
    for noun in Kernel.nouns {
      for word in Set([Fold.key(noun.plural), Fold.key(noun.singular)]) {
        #expect(meanings.updateValue(noun.plural, forKey: word) == nil, "\(word)")
        #expect(Kernel.noun(word.uppercased()) == noun)
      }
    }
    #expect(Kernel.noun("MASSNAHMEN")?.singular == "maßnahme")
    #expect(Kernel.noun("maßnahmeteile") == nil)
  }

  @Test("what a noun names among its columns is there", arguments: Kernel.nouns.map(\.plural))
  func columns(_ plural: String) throws {
    let noun = try #require(Kernel.noun(plural))
    #expect(!noun.shown.isEmpty)
    #expect(Set(noun.columns.map { Fold.key($0.name) }).count == noun.columns.count)
    for name in noun.shown + noun.keys + [noun.above, noun.only?.column].compactMap({ $0 }) where name != "id" {
      #expect(noun.column(name) != nil, "\(name)")
    }
    if noun.columns.contains(where: { $0.name == "name" }) || !noun.keys.isEmpty && noun.hasHistory {
      #expect(noun.column(noun.title)?.source == .stored)
    }
  }

  @Test("what a column points to is there", arguments: Kernel.nouns.map(\.plural))
  func relations(_ plural: String) throws {
    let noun = try #require(Kernel.noun(plural))
    for column in noun.columns {
      if case .thing(let other) = column.kind { #expect(Kernel.noun(other)?.plural == other) }
      guard case .collected(let collection) = column.source else { continue }
      let other = try #require(Kernel.noun(collection.noun))
      let by = try #require(other.column(collection.by))
      guard case .thing(let owner) = by.kind else { throw Hinweis("\(collection.by) führt zu keinem Ding") }
      // Units and persons are actors, and what points to an actor points to them.
      #expect(Kernel.noun(owner)?.table == noun.table && by.source == .stored)
      #expect(try #require(other.column(collection.shows)).source == .stored)
      if let only = collection.only { #expect(try #require(other.column(only.column)).words.contains(only.words[0])) }
    }
  }

  @Test("a table stands after those that it points to, so that it can be made in this order; its own tree apart")
  func order() {
    var made: Set<String> = []
    for noun in Kernel.nouns where made.insert(noun.table).inserted {
      for column in noun.columns where column.source == .stored {
        guard case .thing(let other) = column.kind, let target = Kernel.noun(other)?.table else { continue }
        let isLater = !made.contains(target)
        #expect(!isLater || [noun.table, target] == ["massnahme", "eintrag"] || target == "aenderung", "\(noun.plural).\(column.name)")
      }
    }
  }

  @Test("what names a thing is written as words, since it stands for the thing wherever another one points to it")
  func names() {
    for noun in Kernel.nouns {
      for name in noun.keys where name != "id" {
        let kind = noun.column(name)?.kind
        #expect(kind == .text || kind == .label, "\(noun.plural).\(name)")
      }
    }
  }

  @Test("no column has a name that the store keeps for itself, and no table one of its own")
  func reserved() {
    let store = ["id", "seit", "ab", "von", "bis", "ende", "geloescht", "merkmale", "abdruck", "erste", "naechste"]
    for noun in Kernel.nouns {
      for column in noun.columns where column.source == .stored {
        #expect(!store.contains(Fold.key(column.name)), "\(noun.plural).\(column.name)")
      }
      #expect(!["ding", "offen", "zaehler"].contains(noun.table) && noun.table.utf8.allSatisfy { $0 < 0x80 }, "\(noun.table)")
    }
  }

  @Test("a year is a date, so that it is written without a point and compared as one")
  func years() {
    for noun in Kernel.nouns {
      for column in noun.columns where column.name == "jahr" || column.name.hasSuffix("sjahr") {
        #expect(column.kind == .date, "\(noun.plural)")
      }
    }
  }

  @Test("rules on columns name columns that are stored", arguments: Kernel.nouns.map(\.plural))
  func rules(_ plural: String) throws {
    let noun = try #require(Kernel.noun(plural))
    for name in noun.exactlyOne + noun.unique + noun.acyclic { #expect(noun.column(name)?.source == .stored, "\(name)") }
    for name in noun.exactlyOne { #expect(noun.column(name)?.isRequired == false, "\(name)") }
    #expect([0, 2].contains(noun.acyclic.count))
    for column in noun.columns where column.isPart {
      guard case .thing = column.kind, column.source == .stored else { throw Hinweis("\(column.name) ist kein Ganzes") }
    }
  }

  @Test("what joins or belongs to lasting things alone lasts as well, so that no day shows half of it")
  func lasting() {
    let lasting = [
      "katalogkonzepte", "besetzungen", "mitgliedschaften", "besetzungsregeln", "ergebnistypen", "beratungen", "unterzeichnungen",
    ]
    for plural in lasting { #expect(Kernel.noun(plural)?.isTimeless == true, "\(plural)") }
    for plural in ["maßnahmen", "ziele", "einträge", "sachstände", "zuständigkeiten", "bedarfe", "mittel"] {
      #expect(Kernel.noun(plural)?.isTimeless == false, "\(plural)")
    }
  }

  @Test("every word of the language that asks for something asks for it here")
  func language() {
    let words = """
      maßnahmen einträge akteure einheiten personen funktionen konzepte kataloge leitlinien handlungsfelder ziele befunde bedarfe sachstände
      zuständigkeiten arbeitspakete projekte mittel förderungen indikatoren werte gremien sitzungen beschlüsse aufträge vorlagen beratungen
      zielgespräche jahresziele rückmeldungen sozialräume angebote interviews dienstleistungen anliegen schnittstellen quellen dokumente
      fassungen kommunen hinweise änderungen schritte
      """
    for word in words.split(whereSeparator: \.isWhitespace) { #expect(Kernel.noun(String(word))?.plural == String(word)) }
  }

  @Test("hut is federführung in every plan")
  func synonyms() {
    #expect(Kernel.noun("maßnahmen")?.column("Hut") == Kernel.noun("maßnahmen")?.column("federfuehrung"))
    #expect(Kernel.noun("maßnahmen")?.column("huete") == nil)
  }

  @Test("every sentence of the description is German prose without a full stop", arguments: Kernel.nouns.map(\.plural))
  func summaries(_ plural: String) throws {
    let noun = try #require(Kernel.noun(plural))
    for summary in [noun.summary] + noun.columns.map(\.summary) { #expect(!summary.isEmpty && !summary.hasSuffix("."), "\(summary)") }
  }
}
