// SPDX-License-Identifier: Apache-2.0

/// A line of a table: cells between vertical bars.
enum MarkdownRow {
  private static let bar = UInt8(ascii: "|")
  private static let backslash = UInt8(ascii: "\\")
  private static let tick = UInt8(ascii: "`")

  /// The cells of a line, each without blanks around it.
  ///
  /// - Parameter width: how many there should be; where bars within code make too many, those are characters.
  static func cells(_ line: [UInt8], width: Int?) -> [ArraySlice<UInt8>] {
    let cells = cut(line, keepsCode: false)
    guard let width, cells.count > width, line.contains(tick) else { return cells }
    let careful = cut(line, keepsCode: true)
    return careful.count == width ? careful : cells
  }

  private static func cut(_ line: [UInt8], keepsCode: Bool) -> [ArraySlice<UInt8>] {
    let text = line[...].trimmed
    var cells: [ArraySlice<UInt8>] = []
    var begin = text.startIndex
    var place = text.startIndex
    var isInCode = false
    while place < text.endIndex {
      switch text[place] {
      case backslash where place + 1 < text.endIndex: place += 1
      case tick where keepsCode: isInCode.toggle()
      case bar where !isInCode:
        // The first bar opens the row.
        if place > text.startIndex { cells.append(text[begin..<place].trimmed) }
        begin = place + 1
      default: break
      }
      place += 1
    }
    if begin < text.endIndex { cells.append(text[begin...].trimmed) }
    return cells
  }

  /// How many columns a line such as `| --- | :-: |` announces; nil for any other line.
  static func announced(_ line: [UInt8]) -> Int? {
    guard line.contains(UInt8(ascii: "-")), line.allSatisfy({ [0x20, 0x09, 0x2D, 0x3A, 0x7C].contains($0) }) else { return nil }
    let cells = cells(line, width: nil)
    let isFine = cells.allSatisfy { cell in
      let dashes = cell.drop { $0 == 0x3A }
      return cell.count - dashes.count <= 1 && dashes.prefix { $0 == 0x2D }.count > 0 && dashes.drop { $0 == 0x2D }.count <= 1
        && !dashes.drop { $0 == 0x2D }.contains { $0 != 0x3A }
    }
    // A line of dashes alone is a border or underlines a heading.
    return isFine && !cells.isEmpty && line.contains(where: { $0 == bar || $0 == 0x3A }) ? cells.count : nil
  }
}
