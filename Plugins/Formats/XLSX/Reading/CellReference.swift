// SPDX-License-Identifier: Apache-2.0
import OfficeKit

/// A place in a sheet as files write it: `AB12`.
struct CellReference: Hashable {
  /// Counted from 1.
  var row: Int
  /// Counted from 0.
  var column: Int

  init?(_ text: some Sequence<UInt8>) {
    var letters = 0
    var column = 0
    var row = 0
    for byte in text {
      switch byte {
      case 0x24: continue
      case 0x41...0x5A where row == 0, 0x61...0x7A where row == 0:
        letters += 1
        guard letters <= 3 else { return nil }
        column = column * 26 + Int(byte & 0x1F)
      case 0x30...0x39:
        row = row * 10 + Int(byte - 0x30)
        guard row <= Limits.rows else { return nil }
      default: return nil
      }
    }
    guard column >= 1, column <= Limits.columns, row >= 1 else { return nil }
    self.row = row
    self.column = column - 1
  }

  /// The column of a reference, counted from 0; nil if it is none that a sheet has.
  @inline(__always) static func column(_ text: UnsafePointer<UInt8>) -> Int? {
    var column = 0
    var at = 0
    while case let letter = text[at] & 0xDF, letter &- 0x41 < 26, text[at] >= 0x41 {
      guard at < 3 else { return nil }
      column = column * 26 + Int(letter & 0x1F)
      at += 1
    }
    guard at > 0, column <= Limits.columns, text[at] &- 0x30 < 10 else { return nil }
    return column - 1
  }
}

/// A rectangle of cells: `A1:C3`, or a single cell.
struct CellRange: Hashable {
  var first: CellReference
  var last: CellReference

  init?(_ text: String) {
    let ends = text.utf8.split(separator: 0x3A)
    guard (1...2).contains(ends.count), let first = CellReference(ends[0]), let last = CellReference(ends[ends.count - 1]) else {
      return nil
    }
    guard first.row <= last.row, first.column <= last.column else { return nil }
    (self.first, self.last) = (first, last)
  }
}
