// SPDX-License-Identifier: Apache-2.0

/// Names of cells, such as `AB12`, with rows and columns counted from 0.
public enum SheetAddress {
  public static func letters(_ column: Int) -> String {
    var letters: [UInt8] = []
    var rest = column + 1
    while rest > 0 {
      letters.insert(UInt8(0x41 + (rest - 1) % 26), at: 0)
      rest = (rest - 1) / 26
    }
    return String(decoding: letters, as: UTF8.self)
  }

  public static func cell(row: Int, column: Int) -> String { letters(column) + String(row + 1) }

  public static func area(row: Int, column: Int, rows: Int, columns: Int) -> String {
    cell(row: row, column: column) + ":" + cell(row: row + rows - 1, column: column + columns - 1)
  }

  /// The name of a sheet as it stands in a formula.
  public static func quoted(_ sheet: String) -> String {
    "'" + sheet.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }
}
