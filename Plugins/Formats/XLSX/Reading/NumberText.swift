// SPDX-License-Identifier: Apache-2.0
import OfficeKit

/// Writes numbers as text: as numbers, or as the days and times that they are by their format.
struct NumberText: ~Copyable {
  /// Days that serial numbers count from, before 1970-01-01.
  let epoch: Int
  private var decimals = DecimalText()

  init(epoch: Int) { self.epoch = epoch }

  /// Adds the text of a number as it stands in the file; what is no number is added as it is.
  mutating func append(_ value: UnsafeBufferPointer<UInt8>, _ format: NumberFormat, to text: inout ByteBuffer) {
    guard decimals.read(value) else { return text.append(value) }
    switch format {
    case .number(let digits, let places): text.append(decimals.shown(digits: digits, decimals: places))
    case .percent(let places): text.append(decimals.shown(digits: 1, decimals: places, isPercent: true))
    case .date, .time, .dayMonth, .duration:
      guard let seconds = decimals.seconds, DateText(seconds: seconds, epoch: epoch).append(format, to: &text) else {
        return text.append(decimals.shown(digits: 1, decimals: 0))
      }
    }
  }
}
