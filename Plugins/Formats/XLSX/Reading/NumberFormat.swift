// SPDX-License-Identifier: Apache-2.0

/// What a number format says of the numbers under it, as far as it matters for their text.
enum NumberFormat: Equatable {
  /// A number, padded to at least so many digits before and behind the comma.
  case number(digits: Int, decimals: Int)
  case percent(decimals: Int)
  /// A day, also with a time of day.
  case date
  /// A time of day.
  case time
  /// A day without its year: `28. Jan`.
  case dayMonth
  /// A duration, which may be longer than a day: `27:30:00`.
  case duration

  static let general = NumberFormat.number(digits: 1, decimals: 0)

  /// One of the formats that a file need not spell out.
  init(builtIn id: Int) {
    self =
      switch id {
      case 2, 4, 7, 8, 39, 40, 43, 44: .number(digits: 1, decimals: 2)
      case 9: .percent(decimals: 0)
      case 10: .percent(decimals: 2)
      case 14, 15, 17, 22, 27...31, 36, 50...54, 57, 58: .date
      case 18...21, 32...35, 45, 47, 55, 56: .time
      case 16: .dayMonth
      case 46: .duration
      default: .general
      }
  }

  /// Reads a format such as `[$-407]d. mmm;@` or `#,##0.00 "€"`.
  init(code: String) {
    var scan = Scan()
    scan.read(Array(code.utf8))
    self = scan.format
  }
}

/// What stands in the first section of a format's code.
private struct Scan {
  private var hasDay = false
  private var hasMonth = false
  private var hasYear = false
  private var hasTime = false
  private var isElapsed = false
  private var isPercent = false
  private var isScaled = false
  private var isScientific = false
  private var digits = 0
  private var decimals = 0
  private var isBehindPoint = false
  private var hasPlaceholder = false
  /// A text between digits, as in `00-000`: such a number is shown in no form that padding could give.
  private var isBroken = false
  private var hasGap = false

  mutating func read(_ code: [UInt8]) {
    let letters = code.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    if letters == Array("general".utf8) || letters == Array("standard".utf8) { return }
    var at = 0
    while at < letters.count {
      let letter = letters[at]
      at += 1
      switch letter {
      case UInt8(ascii: ";"): return
      case UInt8(ascii: "\""):
        while at < letters.count, letters[at] != UInt8(ascii: "\"") { at += 1 }
        at += 1
        gap()
      case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"):
        if letter == UInt8(ascii: "\\") { gap() }
        at += 1
      case UInt8(ascii: "["):
        let end = letters[at...].firstIndex(of: UInt8(ascii: "]")) ?? letters.count
        let inside = letters[at..<end]
        if let first = inside.first, [UInt8(ascii: "h"), UInt8(ascii: "m"), UInt8(ascii: "s")].contains(first),
          inside.allSatisfy({ $0 == first })
        {
          isElapsed = true
        }
        at = min(end + 1, letters.count)
      case UInt8(ascii: "g") where letters[at...].starts(with: "eneral".utf8): at += 6
      case UInt8(ascii: "s") where letters[at...].starts(with: "tandard".utf8): at += 7
      case UInt8(ascii: "y"): hasYear = true
      case UInt8(ascii: "d"): hasDay = true
      case UInt8(ascii: "h"), UInt8(ascii: "s"): hasTime = true
      case UInt8(ascii: "m"): hasMonth = true
      case UInt8(ascii: "e"):
        if hasPlaceholder { isScientific = true } else { hasYear = true }
      case UInt8(ascii: "a") where letters[at...].starts(with: "m/pm".utf8) || letters[at...].starts(with: "/p".utf8):
        hasTime = true
        at += letters[at] == UInt8(ascii: "/") ? 2 : 4
      case UInt8(ascii: "0"), UInt8(ascii: "#"), UInt8(ascii: "?"): placeholder(isZero: letter == UInt8(ascii: "0"))
      case UInt8(ascii: "."): isBehindPoint = true
      case UInt8(ascii: ","):
        // A comma between digits groups, one behind the last divides by a thousand.
        isScaled = isScaled || hasPlaceholder && !(at < letters.count && [0x30, 0x23, 0x3F].contains(letters[at]))
      case UInt8(ascii: "%"): isPercent = true
      case UInt8(ascii: "/"): if hasPlaceholder { isBroken = true }
      case UInt8(ascii: "-"), UInt8(ascii: " "), UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: ")"): gap()
      default: break
      }
    }
  }

  private mutating func gap() { hasGap = hasPlaceholder }

  private mutating func placeholder(isZero: Bool) {
    if hasGap { isBroken = true }
    hasPlaceholder = true
    guard isZero else { return }
    if isBehindPoint { decimals += 1 } else { digits += 1 }
  }

  var format: NumberFormat {
    if isElapsed { return .duration }
    if hasDay && hasMonth && !hasYear && !hasTime { return .dayMonth }
    if hasTime && !hasDay && !hasYear { return .time }
    if hasDay || hasYear || hasMonth { return .date }
    if isScientific || isScaled || isBroken { return .general }
    let places = min(decimals, 30)
    return isPercent ? .percent(decimals: places) : .number(digits: min(max(digits, 1), 30), decimals: places)
  }
}
