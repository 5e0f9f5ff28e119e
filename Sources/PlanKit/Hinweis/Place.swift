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
  /// `datei.csv:12:4`, with the sheet behind the file where there is one.
  public var description: String {
    var parts = [file.map { name in sheet.map { "\(name)[\($0)]" } ?? name }].compactMap { $0 }
    if let line {
      parts.append(String(line))
      if let column { parts.append(String(column)) }
    }
    return parts.joined(separator: ":")
  }
}
