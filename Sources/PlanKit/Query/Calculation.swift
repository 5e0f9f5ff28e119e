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
}
