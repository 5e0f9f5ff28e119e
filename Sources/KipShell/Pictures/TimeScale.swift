// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// Days laid out over columns of a window, with a scale of years and of quarters or months, as fits.
struct TimeScale {
  private let first: Int
  private let count: Int
  let columns: Int

  /// - Parameter days: days such as 20240831, of which the first and the last are shown.
  init(_ days: some Collection<Int>, _ columns: Int) {
    let (from, to) = (days.min() ?? Datum.today.firstDay, days.max() ?? Datum.today.firstDay)
    // A scale begins and ends with a month, a long one with a year.
    let isLong = to / 10000 - from / 10000 > 2
    first = TimeScale.number(isLong ? from / 10000 * 10000 + 101 : from / 100 * 100 + 1)
    let end = isLong ? Datum(year: to / 10000) : Datum(year: to / 10000, .month(to / 100 % 100))
    count = TimeScale.number(end.lastDay) - first + 1
    self.columns = max(1, columns)
  }

  /// Where a day stands: a column counted from 0.
  func column(_ day: Int) -> Int { max(0, min(columns - 1, (TimeScale.number(day) - first) * columns / count)) }

  /// The middle of a date, which may be a quarter or a year.
  func column(_ date: Datum) -> Int {
    let middle = (TimeScale.number(date.firstDay) + TimeScale.number(date.lastDay)) / 2
    return max(0, min(columns - 1, (middle - first) * columns / count))
  }

  /// The lines of the scale: years, and below them quarters or months where there is room.
  var heads: [String] {
    let perMonth = Double(columns) / (Double(count) / 30.44)
    let days = months
    let years = days.filter { $0 == days.first || $0 % 10000 == 101 }
    // Every second, fifth, tenth … year where there is no room for each.
    let step = [1, 2, 5, 10, 20, 50, 100].first { perMonth * 12 * Double($0) >= 5 } ?? 100
    var lines = [line(years.filter { step == 1 || $0 / 10000 % step == 0 }.map { ($0, String($0 / 10000)) })]
    // A month of two digits and a blank; a little less, since months differ.
    if perMonth >= 2.9 {
      lines.append(line(days.map { ($0, $0 / 100 % 100 < 10 ? "0\($0 / 100 % 100)" : "\($0 / 100 % 100)") }))
    } else if perMonth * 3 >= 4 {
      let quarters = days.filter { $0 / 100 % 100 % 3 == 1 }
      lines.append(line(quarters.map { ($0, ["I", "II", "III", "IV"][$0 / 100 % 100 / 3]) }))
    }
    return lines
  }

  /// The first day of each month.
  private var months: [Int] {
    var months: [Int] = []
    for offset in 0..<(count / 28 + 2) {
      let day = start.adding(months: offset).firstDay
      if TimeScale.number(day) < first + count { months.append(day) }
    }
    return months
  }

  private var start: Datum { Datum(year: 2000, .day(month: 1, day: 1)).adding(days: first - TimeScale.number(20_000_101)) }

  /// Words each at its day, as far as they do not touch.
  private func line(_ words: [(day: Int, text: String)]) -> String {
    var line = ""
    for (day, text) in words {
      let column = column(day)
      guard line.isEmpty || column > line.count, column + text.count <= columns else { continue }
      line += String(repeating: " ", count: column - line.count) + text
    }
    return line
  }

  /// Days counted without gaps.
  static func number(_ day: Int) -> Int {
    // A year begins in March here, so that a leap day is its last.
    let (month, inMonth) = (day / 100 % 100, day % 100)
    let year = day / 10000 - (month <= 2 ? 1 : 0)
    return year * 365 + year / 4 - year / 100 + year / 400 + (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + inMonth
  }
}
