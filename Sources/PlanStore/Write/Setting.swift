// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

/// What a column is to say from now on, as it was typed.
public struct Setting: Sendable {
  public var column: Column
  public var mode: Mode
  /// Empty where the column is to say nothing any more.
  public var values: [Operand]
  /// Where the column stands in the input.
  public var span: Span

  public enum Mode: Sendable { case replace, add, remove }

  public init(_ column: Column, _ values: [Operand], _ mode: Mode = .replace, span: Span = Span()) {
    self.column = column
    self.mode = mode
    self.values = values
    self.span = span
  }
}

/// How a column that no table holds is written.
enum WayOfWriting {
  /// It is a column of the table.
  case stored
  /// It has the values of a vocabulary.
  case attribute
  /// Things that join are made and deleted: the joining noun, its column that names the owner, and the one that names the other.
  case relation(Noun, owner: Column, other: Column, only: Noun.Restriction?)
  /// It is said on the parts of the thing.
  case part(Noun, owner: Column, value: Column)
}

extension PlanStore {
  /// The column of a word, the municipality's included; nil if there is none.
  public func columnIfAny(_ word: String, of noun: Noun) throws(Hinweis) -> Column? {
    if let column = noun.column(word) { return column }
    return noun.column(try kernelWord(word))
  }

  /// The column of a word.
  public func column(_ name: Name, of noun: Noun) throws(Hinweis) -> Column {
    if let column = try columnIfAny(name.text, of: noun) { return column }
    if Fold.key(name.text) == "id" { throw Hinweis("die Kennung vergibt kip").marked(name.span) }
    throw Hinweis("\(noun.plural) haben keine Spalte \"\(name.text)\"").marked(name.span).didYouMean(
      name.text, noun.columns.flatMap { [$0.name] + $0.synonyms })
  }

  /// Refuses to write what kip itself keeps.
  public func checkWritable(_ noun: Noun) throws(Hinweis) {
    guard noun.hasHistory else { throw Hinweis("\(noun.plural) schreibt kip selbst") }
  }

  /// How a column is written; the error says why it cannot be.
  func way(_ column: Column, of noun: Noun) throws(Hinweis) -> WayOfWriting {
    switch column.source {
    case .stored: return .stored
    case .attribute:
      guard Schema.hidden(noun.table).contains(where: { $0.name == "merkmale" }) else {
        throw Hinweis("\(noun.plural) können keine Merkmale haben")
      }
      return .attribute
    case .collected(let collection):
      guard let other = try self.noun(collection.noun), let owner = other.column(collection.by), let shown = other.column(collection.shows)
      else { throw Hinweis("die Beschreibung von \"\(column.name)\" ist unvollständig") }
      let given = Set([owner.name, shown.name] + [collection.only?.column].compactMap { $0 })
      let missing = other.columns.filter { $0.isRequired && !given.contains($0.name) }
      // What joins is nothing without the one or the other; an entry is one without its field, and must not go with it.
      let isJoining = other.isRelation || [owner, shown].allSatisfy { $0.isRequired || other.exactlyOne.contains($0.name) }
      if case .thing = shown.kind, shown.source == .stored, missing.isEmpty, isJoining {
        return .relation(other, owner: owner, other: shown, only: collection.only)
      }
      let isList = column.kind == .thing(other.plural)
      if owner.isPart, !isList, shown.source == .stored, missing.allSatisfy({ $0.isPart }), shown.name != owner.name {
        return .part(other, owner: owner, value: shown)
      }
      let asked = missing.filter { !$0.words.isEmpty }
      if !asked.isEmpty, missing.count == asked.count {
        throw Hinweis("\(column.name) lässt offen: \(asked.map(\.name).joined(separator: ", "))").help(
          "verbinde \(noun.singular) \"…\" mit … als \(asked[0].words.joined(separator: " | "))")
      }
      throw Hinweis("\(column.name) steht bei \(other.plural) und wird dort geändert").help(
        "neu \(other.singular) … in \(noun.singular) \"…\", oder: setze \(other.singular) \"…\" \(owner.name) = …")
    @unknown default: throw Hinweis("\(column.name) kann dieses kip nicht schreiben")
    }
  }
}
