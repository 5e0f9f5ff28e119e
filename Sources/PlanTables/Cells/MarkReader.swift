// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

/// What a cell says by a cross, with or without brackets.
struct Cross {
  private static let signs: Set<String> = ["x", "ja", "xx", "✓", "✔", "✗", "☒", "1"]

  let isCross: Bool
  let isBracketed: Bool

  init(_ text: String) {
    let key = Fold.key(text)
    isBracketed = key.hasPrefix("(") && key.hasSuffix(")") && Cross.signs.contains(String(key.dropFirst().dropLast()))
    isCross = isBracketed || Cross.signs.contains(key)
  }
}

/// Reads the marks that give a measure values of an attribute: crosses, crosses in brackets, codes, or the words themselves.
struct MarkReader: CellReader {
  let column: Layout.Column
  /// The value that a cross means; nil where codes or the words of the cell say it.
  let value: String?
  /// The attribute's words, where the cell says them.
  let vocabulary: Vocabulary?

  func read(_ text: String) throws(Hinweis) -> MarkMeaning {
    let meaning = MarkMeaning()
    let cross = Cross(text)
    if Denial.isNoMark(text) {
      meaning.unplaced = Hinweis("\"\(text)\" gilt als kein Kreuz").grade(.hinweis).rule("kein-kreuz")
      return meaning
    }
    let mark = cross.isBracketed ? "(x)" : cross.isCross ? "x" : text
    if column.codes.isEmpty, let value {
      meaning.values = [(value, mark)]
      if !cross.isCross { meaning.notes.append(.unusual(text)) }
      return meaning
    }
    if column.codes.isEmpty {
      try readWords(text, meaning)
      return meaning
    }
    let parts = cross.isCross ? ["x"] : text.split { ",;/+&".contains($0) || $0.isWhitespace }.map(String.init)
    for part in parts {
      guard let code = column.codes.first(where: { Fold.key($0.mark) == Fold.key(part) }) else {
        meaning.values = []
        // A cell that no code explains may say the words themselves.
        if let vocabulary, let known = vocabulary.known(text) {
          meaning.values = known.map { ($0, "x") }
          return meaning
        }
        let known = column.codes.map(\.mark).joined(separator: ", ")
        meaning.unplaced = Hinweis("\"\(text)\" ist hier keine Marke; bekannt sind \(known)").grade(.warnung).rule("marke-unbekannt")
        return meaning
      }
      meaning.values += code.values.map { ($0, cross.isBracketed ? "(x)" : code.mark) }
    }
    return meaning
  }

  private func readWords(_ text: String, _ meaning: MarkMeaning) throws(Hinweis) {
    guard let vocabulary, !Denial.isNothing(text) else {
      meaning.unplaced = Denial.note(text)
      return
    }
    let (words, new) = try vocabulary.read(text)
    meaning.values = words.map { ($0, "x") }
    meaning.firstNotes = new.map { Hinweis("neues Wort \"\($0)\" im Merkmal \(vocabulary.name)").grade(.hinweis).rule("wort-neu") }
    if words.isEmpty { meaning.unplaced = Hinweis("\"\(text)\" nennt nichts").grade(.warnung).rule("marke-unbekannt") }
  }
}

extension Hinweis {
  fileprivate static func unusual(_ text: String) -> Hinweis {
    Hinweis("\"\(text)\" steht, wo ein Kreuz erwartet war, und gilt als eines").grade(.hinweis).rule("kreuz-ungewöhnlich")
  }
}
