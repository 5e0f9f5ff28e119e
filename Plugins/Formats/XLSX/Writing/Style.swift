// SPDX-License-Identifier: Apache-2.0
import OfficeKit

/// The styles that sheets use: the same few in every workbook, told by their number.
enum Style {
  static let header = 1
  static let note = 2
  static let heading = 3
  static let plain = 4
  /// Above a column that may be changed on a protected sheet, so that who fills it in sees where.
  static let openHeader = 5

  /// How the cells of a column stand there.
  enum Form: Hashable {
    case text
    /// Text that begins as a formula does, marked so that it stays text when someone edits it.
    case quoted
    case day
    case number(decimals: Int)
    /// A number with more decimals than a format shows.
    case exact

    static let all: [Form] = [.text, .quoted, .day, .exact] + (0...SheetValue.decimals).map { .number(decimals: $0) }

    var index: Int {
      switch self {
      case .text: 0
      case .quoted: 1
      case .day: 2
      case .exact: 3
      case .number(let decimals): decimals > SheetValue.decimals ? 3 : 4 + decimals
      }
    }
  }

  /// - Parameter isOpen: whether the cell may be changed on a protected sheet.
  static func body(_ form: Form, isOpen: Bool) -> Int { 6 + 2 * form.index + (isOpen ? 1 : 0) }

  /// The part that says what the numbers mean.
  static let part: String = {
    let zeros = (1...SheetValue.decimals).map { String(repeating: "0", count: $0) }
    var text = WorkbookParts.begin + "<styleSheet xmlns=\"\(WorkbookParts.main)\">"
    text += "<numFmts count=\"\(zeros.count + 1)\"><numFmt numFmtId=\"164\" formatCode=\"dd\\.mm\\.yyyy\"/>"
    for (index, zeros) in zeros.enumerated() { text += "<numFmt numFmtId=\"\(165 + index)\" formatCode=\"#,##0.\(zeros)\"/>" }
    text += "</numFmts>"
    let font = "<sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/>"
    text += "<fonts count=\"3\"><font>\(font)</font><font><b/>\(font)</font><font><i/>\(font)</font></fonts>"
    text += "<fills count=\"4\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>"
    for colour in ["DCE6F1", "FFE699"] {
      text += "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF\(colour)\"/><bgColor indexed=\"64\"/></patternFill></fill>"
    }
    text += "</fills>"
    let sides = ["left", "right", "top", "bottom"].map { "<\($0) style=\"thin\"><color rgb=\"FF7F7F7F\"/></\($0)>" }.joined()
    text += "<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border><border>\(sides)<diagonal/></border></borders>"
    text += "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
    var formats = [
      format(0), format(49, font: 1, fill: 2, border: 1, align: "vertical=\"center\" wrapText=\"1\""), format(49, font: 2),
      format(49, font: 1), format(49, align: top),
      format(49, font: 1, fill: 3, border: 1, align: "vertical=\"center\" wrapText=\"1\""),
    ]
    for form in Form.all {
      for isOpen in [false, true] {
        switch form {
        case .text: formats.append(format(49, align: top, isOpen: isOpen))
        case .quoted: formats.append(format(49, align: top, isOpen: isOpen, isQuoted: true))
        case .day: formats.append(format(164, align: "vertical=\"top\"", isOpen: isOpen))
        case .exact: formats.append(format(0, align: "vertical=\"top\"", isOpen: isOpen))
        case .number(let decimals):
          formats.append(format(decimals == 0 ? 3 : 164 + decimals, align: "vertical=\"top\"", isOpen: isOpen))
        }
      }
    }
    text += "<cellXfs count=\"\(formats.count)\">\(formats.joined())</cellXfs>"
    text += "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>"
    return text + "</styleSheet>\n"
  }()

  private static let top = "vertical=\"top\" wrapText=\"1\""

  private static func format(
    _ number: Int, font: Int = 0, fill: Int = 0, border: Int = 0, align: String = "", isOpen: Bool = false, isQuoted: Bool = false
  ) -> String {
    var text = "<xf numFmtId=\"\(number)\" fontId=\"\(font)\" fillId=\"\(fill)\" borderId=\"\(border)\" xfId=\"0\""
    if isQuoted { text += " quotePrefix=\"1\"" }
    if number > 0 { text += " applyNumberFormat=\"1\"" }
    if font > 0 { text += " applyFont=\"1\"" }
    if fill > 0 { text += " applyFill=\"1\"" }
    if border > 0 { text += " applyBorder=\"1\"" }
    if !align.isEmpty { text += " applyAlignment=\"1\"" }
    if isOpen { text += " applyProtection=\"1\"" }
    let inner = (align.isEmpty ? "" : "<alignment \(align)/>") + (isOpen ? "<protection locked=\"0\"/>" : "")
    return text + (inner.isEmpty ? "/>" : ">\(inner)</xf>")
  }
}
