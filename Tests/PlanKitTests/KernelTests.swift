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
