// SPDX-License-Identifier: Apache-2.0

/// A day, or as much of a date as is known: `2024`, `III/2024`, `08/2024`, `31.12.2024`.
public struct Datum: Hashable, Sendable {
  public var year: Int
  public var part: Part

  public init(year: Int, _ part: Part = .year) {
    self.year = year
    self.part = part
  }

  /// How exact a date is.
  public enum Part: Hashable, Sendable {
    case year
    case quarter(Int)
    case month(Int)
    case day(month: Int, day: Int)
  }
}

extension Datum {
  /// Reads the German and the ISO forms; nil if the text is no date or names a day that does not exist.
  public init?(_ text: String) {
    let text = text.filter { $0 != " " && $0 != "\u{A0}" }
    let romans = ["I": 1, "II": 2, "III": 3, "IV": 4]
    func number(_ part: Substring, _ digits: ClosedRange<Int>) -> Int? {
      digits.contains(part.count) && part.utf8.allSatisfy({ (0x30...0x39).contains($0) }) ? Int(part) : nil
    }
    func year(_ part: Substring) -> Int? { number(part, 4...4) ?? number(part, 2...2).map { $0 + ($0 < 70 ? 2000 : 1900) } }

    let dots = text.split(separator: ".", omittingEmptySubsequences: false)
    let slashes = text.split(separator: "/", omittingEmptySubsequences: false)
    let dashes = text.split(separator: "-", omittingEmptySubsequences: false)
    let found: Datum?
    if dots.count == 3, let d = number(dots[0], 1...2), let m = number(dots[1], 1...2), let y = year(dots[2]) {
      found = Datum(year: y, .day(month: m, day: d))
    } else if dashes.count == 3, let y = number(dashes[0], 4...4), let m = number(dashes[1], 2...2), let d = number(dashes[2], 2...2) {
      found = Datum(year: y, .day(month: m, day: d))
    } else if dashes.count == 2, let y = number(dashes[0], 4...4), dashes[1].first == "Q", let q = number(dashes[1].dropFirst(), 1...1) {
      found = Datum(year: y, .quarter(q))
    } else if dashes.count == 2, let y = number(dashes[0], 4...4), let m = number(dashes[1], 2...2) {
      found = Datum(year: y, .month(m))
    } else if slashes.count == 2, let y = number(slashes[1], 4...4) {
      let first = slashes[0].first == "Q" ? slashes[0].dropFirst() : slashes[0]
      if let q = romans[String(slashes[0]).uppercased()] ?? (slashes[0].first == "Q" ? number(first, 1...1) : nil) {
        found = Datum(year: y, .quarter(q))
      } else {
        found = number(slashes[0], 1...2).map { Datum(year: y, .month($0)) }
      }
    } else {
      found = number(text[...], 4...4).map { Datum(year: $0) }
    }
    guard let found, found.isReal else { return nil }
    self = found
  }

  private var isReal: Bool {
    guard (1000...9999).contains(year) else { return false }
    switch part {
    case .year: return true
    case .quarter(let q): return (1...4).contains(q)
    case .month(let m): return (1...12).contains(m)
    case .day(let m, let d): return (1...12).contains(m) && (1...Datum.days(of: m, in: year)).contains(d)
    }
  }

  static func days(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }

  /// The first day that it covers, as a number that sorts: 20240831.
  public var firstDay: Int {
    switch part {
    case .year: return year * 10000 + 101
    case .quarter(let q): return year * 10000 + (q * 3 - 2) * 100 + 1
    case .month(let m): return year * 10000 + m * 100 + 1
    case .day(let m, let d): return year * 10000 + m * 100 + d
    }
  }

  /// The last day that it covers: what is due "2024" is overdue from 2025 on.
  public var lastDay: Int {
    switch part {
    case .year: return year * 10000 + 1231
    case .quarter(let q): return year * 10000 + q * 300 + Datum.days(of: q * 3, in: year)
    case .month(let m): return year * 10000 + m * 100 + Datum.days(of: m, in: year)
    case .day(let m, let d): return year * 10000 + m * 100 + d
    }
  }

  /// The day written as a number, such as 20240831; nil if there is no such day.
  public init?(day number: Int) {
    let found = Datum(year: number / 10000, .day(month: number / 100 % 100, day: number % 100))
    guard found.isReal else { return nil }
    self = found
  }

  /// The machine's form, which sorts: `2024-08-31`, `2024-08`, `2024-Q3`, `2024`.
  public var iso: String {
    switch part {
    case .year: return String(year)
    case .quarter(let q): return "\(year)-Q\(q)"
    case .month(let m): return "\(year)-\(Datum.two(m))"
    case .day(let m, let d): return "\(year)-\(Datum.two(m))-\(Datum.two(d))"
    }
  }

  fileprivate static func two(_ n: Int) -> String { n < 10 ? "0\(n)" : String(n) }
}

extension Datum: CustomStringConvertible {
  /// The German form: `31.08.2024`, `08/2024`, `III/2024`, `2024`.
  public var description: String {
    switch part {
    case .year: return String(year)
    case .quarter(let q): return "\(["I", "II", "III", "IV"][q - 1])/\(year)"
    case .month(let m): return "\(Datum.two(m))/\(year)"
    case .day(let m, let d): return "\(Datum.two(d)).\(Datum.two(m)).\(year)"
    }
  }
}
