// SPDX-License-Identifier: Apache-2.0
public import PlanKit

/// How a cell of a table stands in a sheet: real numbers and days only where the column has them and nothing is lost.
public enum SheetValue: Hashable, Sendable {
  case empty
  /// The text as it is.
  case text
  /// Another text, such as `ja` for 1.
  case shown(String)
  /// A number in the machine's form, with so many decimals.
  case number(decimals: Int)
  case day(Datum)

  /// How many decimals a number shows at most; one with more shows them all.
  public static let decimals = 6

  public init(_ cell: UnsafeBufferPointer<UInt8>, in column: Table.Column) {
    if cell.isEmpty {
      self = .empty
    } else if column.isList {
      self = .shown(CellText.shown(String(decoding: cell, as: UTF8.self), in: column))
    } else {
      switch column.kind {
      case .text, .label: self = .text
      case .number: self = SheetValue.decimals(of: cell).map { .number(decimals: $0) } ?? .text
      case .date:
        let text = String(decoding: cell, as: UTF8.self)
        guard let date = Datum(text) else {
          self = .text
          return
        }
        if case .day = date.part { self = .day(date) } else { self = .shown(date.description) }
      default:
        let text = String(decoding: cell, as: UTF8.self)
        let shown = CellText.shown(text, as: column.kind)
        self = shown.isEmpty ? .empty : .shown(shown)
      }
    }
  }

  /// The decimals of a number that a sheet holds without loss: at most 15 digits, and no zeros in front, which would vanish.
  private static func decimals(of cell: UnsafeBufferPointer<UInt8>) -> Int? {
    let digits = cell[(cell[0] == 0x2D ? 1 : 0)...]
    var point: Int?
    for index in digits.indices {
      if digits[index] == 0x2E && point == nil && index > digits.startIndex {
        point = index
      } else if !(0x30...0x39).contains(digits[index]) {
        return nil
      }
    }
    let whole = digits[..<(point ?? digits.endIndex)]
    let decimals = point.map { digits.endIndex - $0 - 1 } ?? 0
    guard !whole.isEmpty, whole.count + decimals <= 15, whole.count == 1 || whole.first != 0x30, point == nil || decimals > 0 else {
      return nil
    }
    // A negative zero would lose its sign.
    if cell[0] == 0x2D && digits.allSatisfy({ $0 == 0x30 || $0 == 0x2E }) { return nil }
    return decimals
  }
}

extension Datum {
  /// The number of a day in a sheet, 1 for 1 January 1900; nil for days that Excel counts wrongly or not at all, and for parts of a date.
  public var sheetDay: Int? {
    guard case .day(let month, let day) = part, firstDay >= 19_000_301 else { return nil }
    // Days since 1 March of the year 0, with years that begin in March.
    let year = month > 2 ? self.year : self.year - 1
    let days = year * 365 + year / 4 - year / 100 + year / 400 + (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return days - 693_899
  }
}
