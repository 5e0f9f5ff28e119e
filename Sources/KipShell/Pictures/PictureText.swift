// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

/// Pieces of text from which pictures are put together.
enum PictureText {
  /// How wide a picture is where there is no window: that of a usual terminal, so that it looks the same in a file and in a mail.
  static let width = 80

  /// What stands for a name that is empty.
  static let nothing = Pivot.nothing

  /// A text with blanks behind it, or before it, up to a width.
  static func padded(_ text: String, _ width: Int, isRight: Bool = false) -> String {
    let blanks = String(repeating: " ", count: max(0, width - Width.of(text)))
    return isRight ? blanks + text : text + blanks
  }

  /// A line without the blanks at its end.
  static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }

  /// A name as it stands beside a picture: on two lines at most.
  static func label(_ text: String, _ width: Int) -> [String] {
    let lines = Width.wrap(text.replacing("\n", with: " "), width)
    return lines.count <= 2 ? lines : [lines[0], Width.cut(lines[1...].joined(separator: " "), to: width)]
  }

  /// A figure as it stands in a picture: with two decimals at most, since the table has all of them.
  static func figure(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return String(value) }
    let whole = (value * 100).rounded()
    let (units, rest) = (Int(abs(whole)) / 100, Int(abs(whole)) % 100)
    let decimals = rest == 0 ? "" : rest % 10 == 0 ? ".\(rest / 10)" : rest < 10 ? ".0\(rest)" : ".\(rest)"
    return CellText.number((whole < 0 ? "-" : "") + "\(units)\(decimals)")
  }
}
