// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// What a text in a cell looks like.
public enum CellKind: String, Sendable, CaseIterable {
  case number = "Zahl"
  /// A number or code that names its row: different in every one.
  case label = "Nummer"
  case amount = "Betrag"
  case date = "Datum"
  /// A time that no single date says: `ab 2023`, `2022-2024`.
  case period = "Zeitangabe"
  case cross = "Kreuz"
  /// One of few words.
  case choice = "Auswahl"
  case unit = "Einheit"
  case person = "Personenname"
  case mail = "E-Mail"
  case phone = "Telefon"
  case text = "Text"

  private static let crosses: Set<String> = ["x", "xx", "(x)", "✓", "✔", "✗", "☒", "☑"]

  /// What a text by itself looks like; `label` and `choice` show only in a whole column.
  init(_ text: String) { self.init(text, PersonalData.masks(text)) }

  /// - Parameter masks: where persons stand in it.
  init(_ text: String, _ masks: [PersonalData.Mask]) {
    let bytes = text.utf8.count
    if bytes <= 5, CellKind.crosses.contains(Fold.key(text)) {
      self = .cross
    } else if bytes > 60 {
      self = .text
    } else if PersonalData.covers(text, masks, PersonalData.mail) {
      self = .mail
    } else if GermanNumber.value(text) != nil {
      self = CellKind.isYear(text) ? .date : .number
    } else if PersonalData.covers(text, masks, PersonalData.phone) {
      self = .phone
    } else if let kind = CellKind.time(text) {
      self = kind
    } else if CellKind.isAmount(text) {
      self = .amount
    } else if text.contains(where: \.isNumber), UnitCode(text) != nil {
      self = .unit
    } else if PersonalData.covers(text, masks, PersonalData.name) {
      self = .person
    } else {
      self = .text
    }
  }

  private static func isYear(_ text: String) -> Bool { text.utf8.count == 4 && (1950...2079).contains(Int(text) ?? 0) }

  /// A date, with a time of day or with what people write around it; nil if the text is neither.
  private static func time(_ text: String) -> CellKind? {
    guard text.contains(where: \.isNumber) else { return nil }
    if Datum(text) != nil || text.contains("T") && Datum(String(text.prefix(10))) != nil { return .date }
    let words = Fold.key(text).split { $0.isWhitespace || "–-".contains($0) }.filter { !aroundDates.contains(String($0)) }
    return !words.isEmpty && words.count <= 4 && words.allSatisfy { Datum(String($0)) != nil } ? .period : nil
  }

  private static let aroundDates: Set<String> = [
    "ab", "bis", "seit", "von", "ende", "anfang", "mitte", "ca.", "quartal", "herbst", "fruehjahr", "sommer", "winter", "januar", "februar",
    "maerz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "dezember", "i.", "ii.", "iii.", "iv.", "1.",
    "2.",
    "3.", "4.", "i", "ii", "iii", "iv", "q1", "q2", "q3", "q4", "hj.", "halbjahr", "und", "/",
  ]

  private static func isAmount(_ text: String) -> Bool {
    let key = Fold.key(text)
    guard key.contains(where: \.isNumber), ["€", "eur", "tsd", "mio", ",-"].contains(where: key.contains) else { return false }
    return Betrag(text).value != nil
  }
}
