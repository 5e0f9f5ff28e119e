// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// Days as people say them: `heute`, `heute - 90 tage`.
extension Datum {
  /// The day on the machine's calendar.
  public static var today: Datum {
    var now = time(nil)
    var local = tm()
    localtime_r(&now, &local)
    return Datum(year: Int(local.tm_year) + 1900, .day(month: Int(local.tm_mon) + 1, day: Int(local.tm_mday)))
  }

  /// Reads a date, or a day counted from today: `heute`, `gestern`, `heute - 90 tage`, `heute + 2 monate`.
  public init?(words text: String, today: Datum = .today) {
    if let date = Datum(text) {
      self = date
      return
    }
    var key = Fold.key(text).filter { $0 != " " && $0 != "\u{A0}" }[...]
    for (word, days) in [("heute", 0), ("gestern", -1), ("morgen", 1)] where key == word {
      self = today.adding(days: days)
      return
    }
    guard key.hasPrefix("heute") else { return nil }
    key.removeFirst(5)
    guard let sign = key.first, sign == "-" || sign == "+" else { return nil }
    let digits = key.dropFirst().prefix { ("0"..."9").contains($0) }
    guard digits.count <= 5, let number = Int(digits) else { return nil }
    let count = sign == "-" ? -number : number
    let found: Datum
    switch key.dropFirst(1 + digits.count) {
    case "tag", "tage", "tagen": found = today.adding(days: count)
    case "woche", "wochen": found = today.adding(days: 7 * count)
    case "monat", "monate", "monaten": found = today.adding(months: count)
    case "jahr", "jahre", "jahren": found = today.adding(months: 12 * count)
    default: return nil
    }
    guard (1000...9999).contains(found.year) else { return nil }
    self = found
  }

  /// The number of its last day, counted without gaps (Julian day number); the difference of two is the days between them.
  public var julianDay: Int {
    // Howard Hinnant's days_from_civil: a year begins in March, so that a leap day is its last.
    let (month, day) = (lastDay / 100 % 100, lastDay % 100)
    let year = lastDay / 10000 - (month <= 2 ? 1 : 0)
    let (era, inEra) = (year / 400, year % 400)
    let inYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + inEra * 365 + inEra / 4 - inEra / 100 + inYear + 1_721_120
  }

  /// The day some days later; earlier, if the number is negative.
  public func adding(days: Int) -> Datum {
    var (year, month, day) = (firstDay / 10000, firstDay / 100 % 100, firstDay % 100 + days)
    while day < 1 {
      (year, month) = month == 1 ? (year - 1, 12) : (year, month - 1)
      day += Datum.days(of: month, in: year)
    }
    while day > Datum.days(of: month, in: year) {
      day -= Datum.days(of: month, in: year)
      (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
    }
    return Datum(year: year, .day(month: month, day: day))
  }

  /// The day some months later, or the last of that month where it has no such day.
  public func adding(months: Int) -> Datum {
    let count = firstDay / 10000 * 12 + firstDay / 100 % 100 - 1 + months
    let (year, month) = (count / 12, count % 12 + 1)
    guard year > 0, month > 0 else { return Datum(year: 0, .month(1)) }
    return Datum(year: year, .day(month: month, day: min(firstDay % 100, Datum.days(of: month, in: year))))
  }
}
