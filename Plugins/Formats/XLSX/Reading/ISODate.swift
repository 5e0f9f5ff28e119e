// SPDX-License-Identifier: Apache-2.0
import OfficeKit

/// Days that stand in the file as text (`2017-04-24T00:00:00`), as strict workbooks write them.
enum ISODate {
  /// Adds the day in the form that all days have: no fractions of seconds, no midnight.
  static func append(_ value: UnsafeBufferPointer<UInt8>, _ format: NumberFormat, to text: inout ByteBuffer) {
    var end = value.count
    if let point = value.firstIndex(where: { $0 == 0x2E || $0 == 0x5A }) { end = point }
    let start = value.first == 0x54 ? 1 : 0
    if value.count >= start, end - 9 == 10, value[start..<end].suffix(9).elementsEqual("T00:00:00".utf8) { end -= 9 }
    guard start <= end else { return text.append(value) }
    text.append(UnsafeBufferPointer(rebasing: value[start..<end]))
  }
}
