// SPDX-License-Identifier: Apache-2.0
import OfficeKit

/// The columns of a sheet: which are hidden, and which style their cells have that name none.
struct SheetColumns: Sendable {
  private(set) var hidden: [ClosedRange<Int>] = []
  /// Styles by column, each up to the column where the next begins.
  private(set) var styles: [(end: Int, style: String)] = []
  private var count = 0

  mutating func append(_ repeated: Int, style: String, isHidden: Bool) {
    let end = min(count + min(repeated, Limits.columns), Limits.columns)
    guard end > count else { return }
    if isHidden {
      if let last = hidden.last, last.upperBound == count - 1 {
        hidden[hidden.count - 1] = last.lowerBound...(end - 1)
      } else {
        hidden.append(count...(end - 1))
      }
    }
    styles.append((end, style))
    count = end
  }
}
