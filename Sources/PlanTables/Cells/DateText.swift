// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// Dates as tables write them, beyond the forms of `Datum`: `März 2024`, `3. Quartal 2024`, `2017-04-24T13:30:00`, Excel's 42849.
struct DateText {
  var date: Datum
  /// True if the text says less or other than the date: "Frühjahr 2024" is kept as 2024.
  var isRounded: Bool

  init(_ date: Datum, isRounded: Bool = false) {
    self.date = date
    self.isRounded = isRounded
  }

  init?(_ text: String) {
    if let date = Datum(text) {
      self.init(date)
      return
    }
    // A moment is of a day.
    if let t = text.firstIndex(of: "T"), let date = Datum(String(text[..<t])), text[t...].contains(":") {
      self.init(date)
      return
    }
    if let date = DateText.serial(text) {
      self.init(date, isRounded: true)
      return
    }
    guard let read = DateText.words(text) else { return nil }
    self = read
  }

  /// The day that a spreadsheet counted from 1900 on, where the cell lost its format; only days of this time are taken for one.
  private static func serial(_ text: String) -> Datum? {
    let digits = text.split(separator: ",", maxSplits: 1).first.map(String.init) ?? text
    guard digits.utf8.count == 5, let number = Int(digits), (25_569...73_050).contains(number) else { return nil }
    return Datum(year: 1899, .day(month: 12, day: 30)).adding(days: number)
  }

  private static let months = ["jan", "feb", "mae", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez"]
  private static let quarters = ["i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4]

  private static func words(_ text: String) -> DateText? {
    let parts = Fold.key(text).split { $0.isWhitespace || $0 == "." || $0 == "/" || $0 == "," }.map(String.init)
    if let year = school(parts) { return year }
    guard let last = parts.last, let year = year(last) else { return nil }
    let before = parts.dropLast()
    guard let first = before.first else { return nil }
    // "März 2024", "Mrz. 24"; "3. Quartal 2024", "Q3 2024"; "24. April 2017".
    if let month = month(first), before.count == 1 { return DateText(Datum(year: year, .month(month))) }
    let isQuarter = before.count == 2 && (before[1].hasPrefix("quartal") || before[1] == "q" || before[1] == "qu")
    if isQuarter, let quarter = quarters[first] { return DateText(Datum(year: year, .quarter(quarter))) }
    if before.count == 2, first.hasPrefix("quartal"), let quarter = quarters[before[1]] {
      return DateText(Datum(year: year, .quarter(quarter)))
    }
    if before.count == 1, first.first == "q", let quarter = quarters[String(first.dropFirst())] {
      return DateText(Datum(year: year, .quarter(quarter)))
    }
    if before.count == 2, let day = Int(first), let month = month(before[1]), let date = Datum("\(day).\(month).\(year)") {
      return DateText(date)
    }
    // Of "Frühjahr 2024", "ca. 2024" and "Ende 2024" the year is sure.
    if before.allSatisfy({ word in vague.contains { word.hasPrefix($0) } || Int(word).map { $0 < 3 } ?? false }) {
      return DateText(Datum(year: year), isRounded: true)
    }
    return nil
  }

  /// A school year or the like: 2023/24.
  private static func school(_ parts: [String]) -> DateText? {
    guard parts.count == 2, parts[0].count == 4, let year = year(parts[0]), let next = Int(parts[1]), next == (year + 1) % 100 else {
      return nil
    }
    return DateText(Datum(year: year), isRounded: true)
  }

  private static func year(_ text: String) -> Int? {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text) else { return nil }
    if text.utf8.count == 4, (1900...2199).contains(number) { return number }
    return text.utf8.count == 2 ? 2000 + number : nil
  }

  private static func month(_ word: String) -> Int? {
    guard word.count >= 3 else { return nil }
    if word == "mrz" { return 3 }
    return months.firstIndex { word.hasPrefix($0) }.map { $0 + 1 }
  }

  private static let vague = [
    "fruehjahr", "fruehling", "sommer", "herbst", "winter", "anfang", "mitte", "ende", "ab", "seit", "bis", "ca", "circa", "etwa",
    "voraussichtlich",
    "vsl", "geplant", "spaetestens", "fruehestens", "halbjahr", "hj", "im", "jahr", "schuljahr", "jahresende", "jahresanfang",
    "jahresmitte", "zum",
    "zu", "vor", "nach",
  ]
}

/// A time from–to in one cell: `2022 – 2024`, `ab 2022`, `bis Ende 2027`.
struct PeriodText {
  var begin: DateText?
  var end: DateText?

  init?(_ text: String) {
    let key = Fold.key(text)
    if key.hasPrefix("ab ") || key.hasPrefix("seit "), let date = DateText(String(text.drop { !$0.isWhitespace }.trimmed)) {
      begin = date
      return
    }
    if key.hasPrefix("bis "), let date = DateText(String(text.drop { !$0.isWhitespace }.trimmed)) {
      end = date
      return
    }
    if let date = DateText(text) {
      (begin, end) = (date, date)
      return
    }
    for mark in [" bis ", " - ", " – ", "–", "-"] {
      let parts = text.split(separator: mark, maxSplits: 1).map { String($0).trimmed }
      guard parts.count == 2, let to = DateText(parts[1]) else { continue }
      // "03 - 08/2024" and "März bis Mai 2024": the year stands once.
      guard let from = DateText(parts[0]) ?? DateText("\(parts[0])/\(to.date.year)") ?? DateText("\(parts[0]) \(to.date.year)") else {
        continue
      }
      (begin, end) = (from, to)
      return
    }
    return nil
  }
}
