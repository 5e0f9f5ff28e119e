// SPDX-License-Identifier: Apache-2.0

/// A place in a file or a script, every part as far as it is known.
public struct Place: Hashable, Sendable {
  public var file: String?
  public var sheet: String?
  /// Line of the file, or row of the sheet, counted from 1.
  public var line: Int?
  /// Character of the line, or column of the table, counted from 1.
  public var column: Int?

  public init(file: String? = nil) { self.file = file }

  public init(file: String?, line: Int?, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }
}

extension Place: CustomStringConvertible {
  /// `datei.csv:12:4`; of a sheet the cell as the spreadsheet calls it: `datei.xlsx:Blatt1!C12`.
  public var description: String {
    if let cell { return [file, cell].compactMap { $0 }.joined(separator: ":") }
    var parts = [file].compactMap { $0 }
    if let line {
      parts.append(String(line))
      if let column { parts.append(String(column)) }
    }
    return parts.joined(separator: ":")
  }
}

extension Place {
  /// The cell of a sheet: `Blatt1!C12`, `'Blatt 1'!C12`; nil where there is no sheet.
  public var cell: String? {
    guard let sheet else { return nil }
    let isPlain = sheet.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } && sheet.first?.isLetter ?? false
    let name = isPlain ? sheet : "'\(sheet.replacing("'", with: "''"))'"
    let column = column.map { $0 > 0 ? Place.letters($0) : "" } ?? ""
    let line = line.map { $0 > 0 ? String($0) : "" } ?? ""
    return column.isEmpty && line.isEmpty ? name : "\(name)!\(column)\(line)"
  }

  /// The letters of a column, counted from 1, as spreadsheets name it: C, AB.
  public static func letters(_ column: Int) -> String {
    var (rest, letters) = (column, "")
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}
