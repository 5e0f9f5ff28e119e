// SPDX-License-Identifier: Apache-2.0

/// Names of cells, such as `AB12`, with rows and columns counted from 0.
enum CellName {
  static func letters(_ column: Int) -> String {
    var letters: [UInt8] = []
    var rest = column + 1
    while rest > 0 {
      letters.insert(UInt8(0x41 + (rest - 1) % 26), at: 0)
      rest = (rest - 1) / 26
    }
    return String(decoding: letters, as: UTF8.self)
  }

  static func of(row: Int, column: Int) -> String { letters(column) + String(row + 1) }

  static func area(row: Int, column: Int, rows: Int, columns: Int) -> String {
    of(row: row, column: column) + ":" + of(row: row + rows - 1, column: column + columns - 1)
  }

  /// The name of a sheet as it stands in a formula.
  static func quoted(_ sheet: String) -> String {
    "'" + sheet.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }
}
