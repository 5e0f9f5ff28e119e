// SPDX-License-Identifier: Apache-2.0

/// Days of a sheet as text: `2017-04-24`, `2017-04-24T13:30:00`, `28. Jan`.
public enum DayText {
  private static let months = ["Jan", "Feb", "Mrz", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"]

  /// A day without its year.
  ///
  /// - Parameter month: counted from 1; nil for one that the year does not have.
  public static func dayMonth(_ day: Int, _ month: Int) -> String? {
    (1...12).contains(month) ? "\(day). \(months[month - 1])" : nil
  }

  /// A day or a time of day that the file has as text, such as `2017-04-24T13:30:00.000Z` or `T13:30:00`: without midnight and without
  /// fractions of a second, which nobody has typed.
  public static func shown(_ value: UnsafeBufferPointer<UInt8>, isDayMonth: Bool) -> String {
    let mark = value.firstIndex(of: 0x54) ?? value.count
    let date = String(decoding: value[..<mark], as: UTF8.self)
    let time = value[min(mark + 1, value.count)...].prefix { ![0x2E, 0x2C, 0x5A].contains($0) }
    guard !date.isEmpty else { return String(decoding: time, as: UTF8.self) }
    guard !time.contains(where: { (0x31...0x39).contains($0) }) else { return "\(date)T\(String(decoding: time, as: UTF8.self))" }
    let fields = date.split(separator: "-").compactMap { Int($0) }
    guard isDayMonth, fields.count == 3 else { return date }
    return dayMonth(fields[2], fields[1]) ?? date
  }
}
