// SPDX-License-Identifier: Apache-2.0

/// What a column of an answer is worked out from: `bewilligt / beantragt`, `abschluss - beginn`, `kürzel & " " & name`.
public indirect enum Calculation: Hashable, Sendable {
  case column(Path)
  /// A number or a date.
  case value(Operand)
  /// A text in quotation marks.
  case text(Operand)
  case combined(Calculation, Operator, Calculation)

  public enum Operator: String, Hashable, Sendable, CaseIterable {
    /// Two numbers, or a date and a number of days.
    case plus = "+"
    /// Two numbers, two dates (the days between them), or a date and a number of days.
    case minus = "-"
    case times = "*"
    /// Nothing, where the divisor is 0.
    case divided = "/"
    /// Two texts, one behind the other.
    case joined = "&"
  }

  /// The calculation as it is typed; where there are several signs, brackets say what goes together.
  public var text: String {
    switch self {
    case .column(let path): path.text
    case .value(let operand): operand.text
    case .text(let operand): "\"\(operand.text.replacing("\"", with: "\"\""))\""
    case .combined(let left, let sign, let right): "\(left.bracketed) \(sign.rawValue) \(right.bracketed)"
    }
  }

  private var bracketed: String {
    guard case .combined = self else { return text }
    return "(\(text))"
  }
}
