// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

/// The form in which cells are compared: what a spreadsheet does to a cell when it saves it is no change.
public enum CellForm {
  /// How the cells of a column are to be understood.
  public enum Kind: Hashable, Sendable {
    /// Words: blanks and line breaks count for nothing, letters do.
    case text
    /// A number or code that is a name; `28,1` may come back as `28.1` or "28. Jan".
    case label
    case number
    case amount
    case date
    case flag
    /// A cross, in any of the ways in which people make one.
    case mark
    /// One of the words of a vocabulary.
    case word([String])
  }

  private static let crosses: Set<String> = ["x", "xx", "ja", "✓", "✔", "✗", "☒", "wahr", "true", "1"]

  /// The form of a cell; two cells that say the same have the same.
  public static func key(_ text: String, _ kind: Kind) -> String {
    let text = plain(text)
    guard !text.isEmpty else { return "" }
    switch kind {
    case .text: return text
    case .label: return label(text)
    case .number: return GermanNumber.value(text).map { String($0) } ?? text
    case .amount: return amount(text)
    case .date: return date(text)?.iso ?? text
    case .flag:
      return ["ja", "1", "wahr", "true", "x"].contains(Fold.key(text))
        ? "1" : ["nein", "0", "falsch", "false"].contains(Fold.key(text)) ? "0" : text
    case .mark: return crosses.contains(Fold.key(text)) ? "x" : Fold.key(text)
    case .word(let words):
      let word = words.first { Fold.key($0) == Fold.key(text) } ?? text
      // Nothing said and "keine Angabe" are one.
      return word == "keine Angabe" ? "" : word
    }
  }

  /// The text as it was meant: without what protects it in CSV, blanks around it, and all blanks inside as one.
  public static func plain(_ text: String) -> String {
    var text = text
    if text.hasPrefix("=\""), text.hasSuffix("\""), text.count > 2 { text = String(text.dropFirst(2).dropLast()) }
    if text.hasPrefix("'"), let next = text.dropFirst().first, "=+-@\t".contains(next) { text.removeFirst() }
    let words = text.unicodeScalars.filter { $0.value != 0xAD && $0.value != 0x200B }.split { $0.properties.isWhitespace }
    return words.map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
  }

  /// What is to be written of a cell: its line breaks stay.
  public static func written(_ text: String) -> String {
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }.map { plain(String($0)) }
    return plain(text).isEmpty ? "" : lines.drop { $0.isEmpty }.reversed().drop { $0.isEmpty }.reversed().joined(separator: "\n")
  }

  /// What is to be written of a cell of a kind: a word of a vocabulary as that spells it.
  public static func written(_ text: String, _ kind: Kind) -> String {
    guard case .word(let words) = kind else { return written(text) }
    let text = plain(text)
    return words.first { Fold.key($0) == Fold.key(text) } ?? text
  }

  /// A date, also one with a time of day, as a spreadsheet gives it.
  public static func date(_ text: String) -> Datum? {
    if let date = Datum(text) { return date }
    guard text.count > 10, let mark = text.firstIndex(where: { $0 == "T" || $0 == " " }) else { return nil }
    return Datum(String(text[..<mark]))
  }

  /// True for what a spreadsheet shows where a formula failed, as it does when a text was begun with `=`: `#NAME?`, `#WERT!`, `Err:509`.
  public static func isError(_ text: String) -> Bool {
    let text = plain(text)
    if text.hasPrefix("Err:") { return Int(text.dropFirst(4)) != nil }
    guard text.hasPrefix("#"), text.count > 2 else { return false }
    if ["#NV", "#N/A"].contains(text) { return true }
    return text.last.map { "!?".contains($0) } == true
      && text.dropFirst().dropLast().allSatisfy { $0.isUppercase || $0.isNumber || $0 == "/" }
  }

  /// True for `dito` and its like.
  public static func isRepetition(_ text: String) -> Bool { Ditto.isSign(plain(text)) }

  private static func label(_ text: String) -> String {
    let number = EntryNumber(text, .measureAndEntry).number
    guard let value = GermanNumber.value(number) else { return Fold.key(number) }
    return String(value)
  }

  private static func amount(_ text: String) -> String {
    let digits = text.replacing("€", with: "").replacing("EUR", with: "")
    return GermanNumber.value(digits).map { String($0) } ?? Betrag(text).text
  }
}
