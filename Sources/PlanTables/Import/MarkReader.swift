// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

/// What a mark in a cell means; the same text in the same column always means the same.
final class MarkMeaning {
  /// Values of the column's attribute, each with the mark as it is to be written back.
  var values: [(value: String, mark: String)] = []
  /// The same values as members of a JSON object, made once since they are written often.
  var json: [UInt8] = []
  var roles: [CatalogueLine.Role] = []
  /// The field's word, for a column such as the status.
  var word: String?
  /// Why the cell found no place; nil if it did.
  var unplaced: Hinweis?
  /// What is worth saying though it found its place.
  var notes: [Hinweis] = []

  /// The same without the notes that are said only the first time.
  func again() -> MarkMeaning {
    let copy = MarkMeaning()
    (copy.values, copy.json, copy.roles, copy.word, copy.unplaced) = (values, json, roles, word, unplaced)
    copy.notes = notes.filter { $0.rule != "akteur-neu" }
    return copy
  }
}

/// Reads the marks of a column: crosses, crosses in brackets, codes, units and names.
struct MarkReader {
  let number: Int
  let column: Layout.Column
  let actors: ActorNames
  /// The actor whom a plain cross in this column means.
  let actor: Int?

  private static let crosses: Set<String> = ["x", "ja", "xx", "✓", "✔", "✗", "☒", "1"]
  private static let denials: Set<String> = ["-", "nein", "0", "./.", "k. a.", "k.a.", "keine", "entfaellt"]

  func read(_ text: String) throws(Hinweis) -> MarkMeaning {
    let meaning = MarkMeaning()
    let key = Fold.key(text)
    if MarkReader.denials.contains(key) {
      meaning.unplaced = Hinweis("\"\(text)\" gilt als kein Kreuz").grade(.hinweis).rule("kein-kreuz")
      return meaning
    }
    let isBracketed = key.hasPrefix("(") && key.hasSuffix(")") && MarkReader.crosses.contains(String(key.dropFirst().dropLast()))
    let isCross = isBracketed || MarkReader.crosses.contains(key)
    switch column.target {
    case .attribute(_, let value): readValue(text, value, isCross: isCross, isBracketed: isBracketed, meaning)
    case .role(let role, _): try readRole(text, role, isCross: isCross, isBracketed: isBracketed, meaning)
    case .field("status"): readStatus(text, meaning)
    default: break
    }
    return meaning
  }

  private func readValue(_ text: String, _ value: String?, isCross: Bool, isBracketed: Bool, _ meaning: MarkMeaning) {
    let mark = isBracketed ? "(x)" : isCross ? "x" : text
    if column.codes.isEmpty, let value {
      meaning.values = [(value, mark)]
      if !isCross { meaning.notes.append(.unusual(text, column)) }
      return
    }
    let parts = isCross ? ["x"] : text.split { ",;/+&".contains($0) || $0.isWhitespace }.map(String.init)
    for part in parts {
      guard let code = column.codes.first(where: { Fold.key($0.mark) == Fold.key(part) }) else {
        meaning.values = []
        let known = column.codes.map(\.mark).joined(separator: ", ")
        meaning.unplaced = Hinweis("\"\(text)\" ist hier keine Marke; bekannt sind \(known)").grade(.warnung).rule("marke-unbekannt")
        return
      }
      meaning.values += code.values.map { ($0, isBracketed ? "(x)" : code.mark) }
    }
  }

  private func readRole(_ text: String, _ role: String, isCross: Bool, isBracketed: Bool, _ meaning: MarkMeaning) throws(Hinweis) {
    func add(_ actor: Int, _ asRead: String?) {
      meaning.roles.append(.init(role, actor: actor, asRead: asRead, column: number, isConditional: isBracketed))
    }
    if isCross, let actor {
      add(actor, isBracketed ? "(x)" : nil)
      return
    }
    for part in text.split(whereSeparator: { ",;/".contains($0) }).map(MarkReader.name) where !part.isEmpty {
      if let known = actors.find(part) {
        add(known, part)
        if let actor, let own = UnitCode(column.heading), UnitCode(part) != nil, known != actor, !actors.isAbove(actor, known),
          own.kind == "fb"
        {
          meaning.notes.append(
            Hinweis("\"\(part)\" steht in der Spalte \(column.heading), gehört aber nicht dazu").grade(.hinweis).rule("einheit-fremd"))
        }
      } else if let actor, UnitCode(part) != nil {
        // Units are never invented: the role stays with the column's own until somebody makes the unit.
        add(actor, part)
        meaning.notes.append(
          Hinweis("die Einheit \"\(part)\" gibt es im Plan nicht; die Rolle steht bei \(column.heading)").grade(.warnung).rule(
            "einheit-unbekannt"
          )
          .help("die Einheit anlegen und noch einmal einlesen"))
      } else if let actor, MarkReader.isPerson(part) || UnitCode(column.heading) != nil {
        add(actor, part)
        meaning.notes.append(
          Hinweis("unerwartete Angabe in der Spalte \(column.heading); sie bleibt beim Akteur der Spalte stehen").grade(.hinweis).rule(
            "angabe-unerwartet"))
      } else {
        let (id, nearest) = try actors.make(part)
        add(id, part)
        let like = nearest.isEmpty ? nil : "ähnlich heißt " + nearest.map(Hinweis.quoted).joined(separator: ", ")
        meaning.notes.append(Hinweis("neuer Akteur \"\(part)\", ungeprüft").grade(.hinweis).rule("akteur-neu").help(like))
      }
    }
    if meaning.roles.isEmpty { meaning.unplaced = Hinweis("\"\(text)\" nennt niemanden").grade(.warnung).rule("marke-unbekannt") }
  }

  private func readStatus(_ text: String, _ meaning: MarkMeaning) {
    let words = Kernel.noun("maßnahme")?.column("status")?.words ?? []
    meaning.word = words.first { Fold.key($0) == Fold.key(text) }
    if meaning.word == nil {
      meaning.unplaced = Hinweis("\"\(text)\" ist kein Status; erlaubt sind \(words.joined(separator: ", "))").grade(.warnung).rule(
        "status-unbekannt")
    }
  }

  /// A name of a list, without the dash or dot that begins its line.
  private static func name(_ part: Substring) -> String {
    var part = part.drop { $0.isWhitespace || "-–•·*".contains($0) }
    while let last = part.last, last.isWhitespace || last == "-" { part.removeLast() }
    return String(part)
  }

  /// "Frau Muster", "Hr. M.": a person, whose name is nobody's organisation.
  private static func isPerson(_ text: String) -> Bool {
    let key = Fold.key(text)
    return ["frau ", "herr ", "fr. ", "hr. ", "dr. "].contains { key.hasPrefix($0) }
  }
}

extension Hinweis {
  fileprivate static func unusual(_ text: String, _ column: Layout.Column) -> Hinweis {
    Hinweis("\"\(text)\" steht, wo ein Kreuz erwartet war, und gilt als eines").grade(.hinweis).rule("kreuz-ungewöhnlich")
  }
}
