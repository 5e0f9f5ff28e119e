// SPDX-License-Identifier: Apache-2.0
import OfficeKit

/// Writes serial numbers as days and times: `2017-04-24`, `2017-04-24T13:30:00`, `13:30:00`, `28. Jan`.
struct DateText {
  /// Seconds since the day before the first one.
  let seconds: Int
  let epoch: Int

  /// The day behind 9999-12-31 in the count from 1900.
  private static let end = 2_958_466

  /// Adds the text; false if the number is no day.
  func append(_ format: NumberFormat, to text: inout ByteBuffer) -> Bool {
    let (day, second) = seconds.quotientAndRemainder(dividingBy: 86_400)
    if format == .duration {
      append(time: seconds, to: &text)
      return true
    }
    if day == 0 {
      // A day of zero is what Excel makes of an empty cell.
      guard format == .time || second > 0 else { return false }
      append(time: second, to: &text)
      return true
    }
    guard day < DateText.end else { return false }
    let date = civil(day)
    if format == .dayMonth, second == 0, let said = DayText.dayMonth(date.day, date.month) {
      text.append(said)
      return true
    }
    append(date.year, 4, to: &text)
    text.append(0x2D)
    append(date.month, 2, to: &text)
    text.append(0x2D)
    append(date.day, 2, to: &text)
    if second > 0 {
      text.append(0x54)
      append(time: second, to: &text)
    }
    return true
  }

  private func append(time seconds: Int, to text: inout ByteBuffer) {
    append(seconds / 3600, 2, to: &text)
    text.append(0x3A)
    append(seconds / 60 % 60, 2, to: &text)
    text.append(0x3A)
    append(seconds % 60, 2, to: &text)
  }

  private func append(_ number: Int, _ digits: Int, to text: inout ByteBuffer) {
    var power = 1
    var count = 1
    while number / power > 9 || count < digits { (power, count) = (power * 10, count + 1) }
    while power > 0 {
      text.append(UInt8(truncatingIfNeeded: 0x30 + number / power % 10))
      power /= 10
    }
  }

  /// The day of the calendar. In the count from 1900 there is a 29 February 1900, which never was; days before it count one more.
  private func civil(_ day: Int) -> (year: Int, month: Int, day: Int) {
    let isEarly = epoch == 25_569 && day < 60
    // Days since 0000-03-01, the year beginning in March, so that the odd day is the last.
    let days = day - epoch + (isEarly ? 1 : 0) + 719_468
    let era = days / 146_097
    let inEra = days % 146_097
    let year = (inEra - inEra / 1460 + inEra / 36_524 - inEra / 146_096) / 365
    let inYear = inEra - (365 * year + year / 4 - year / 100)
    let shifted = (5 * inYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (year + era * 400 + (month <= 2 ? 1 : 0), month, inYear - (153 * shifted + 2) / 5 + 1)
  }
}
