// SPDX-License-Identifier: Apache-2.0
import OfficeKit

/// The styles that sheets use: the same few in every file, and one for each width of a column.
enum ODSStyle {
  static let header = "h"
  /// Above a column that may be changed on a protected sheet, so that who fills it in sees where.
  static let openHeader = "ho"
  static let note = "n"
  static let heading = "b"
  static let plain = "p"
  /// Body cells: text, days, numbers with all their decimals; `o` behind each is open on a protected sheet.
  static let text = "t"
  static let day = "d"
  static let exact = "e"

  /// Numbers with so many decimals.
  static func number(_ decimals: Int) -> String { decimals > SheetValue.decimals ? exact : "n\(decimals)" }

  /// How wide a column is, as a style.
  static func column(_ width: Int) -> String { "w\(width)" }

  static func columns(_ widths: Set<Int>) -> String {
    widths.sorted().map { width in
      // A letter takes about 2 mm.
      style("w\(width)", "table-column", "<style:table-column-properties style:column-width=\"\(width * 2 + 1).0mm\"/>")
    }.joined()
  }

  /// Sheets that are seen and, if there are any, hidden ones; rows as high as their text.
  static func sheets(_ sheets: [SheetBook.Sheet]) -> String {
    let names = [("ta", "true")] + (sheets.contains(where: \.isHidden) ? [("th", "false")] : [])
    let tables = names.map { name, shown in
      style(name, "table", "<style:table-properties table:display=\"\(shown)\"/>", " style:master-page-name=\"Default\"")
    }
    return tables.joined() + style("r", "table-row", "<style:table-row-properties style:use-optimal-row-height=\"true\"/>")
  }

  /// The styles of cells and of the numbers in them.
  static let cells: String = {
    var text = "<number:text-style style:name=\"NT\"><number:text-content/></number:text-style>"
    text += "<number:date-style style:name=\"ND\"\(german)><number:day number:style=\"long\"/><number:text>.</number:text>"
    text += "<number:month number:style=\"long\"/><number:text>.</number:text><number:year number:style=\"long\"/></number:date-style>"
    for decimals in 0...SheetValue.decimals {
      text += "<number:number-style style:name=\"N\(decimals)\"\(german)><number:number number:decimal-places=\"\(decimals)\""
      text += " number:min-integer-digits=\"1\" number:grouping=\"true\"/></number:number-style>"
    }
    text += "<style:style style:name=\"Default\" style:family=\"table-cell\"/>"
    let frame = " fo:background-color=\"#dce6f1\" fo:border=\"0.5pt solid #7f7f7f\" style:vertical-align=\"middle\" fo:wrap-option=\"wrap\""
    text += cell(header, "Kopf", "NT", frame, "fo:font-weight=\"bold\"")
    text += cell(openHeader, "Kopf offen", "NT", frame.replacing("#dce6f1", with: "#ffe699"), "fo:font-weight=\"bold\"")
    text += cell(note, "Anmerkung", "NT", "", "fo:font-style=\"italic\"")
    text += cell(heading, "Überschrift", "NT", top, "fo:font-weight=\"bold\"") + cell(plain, "Angabe", "NT", wrap)
    let numbers = (0...SheetValue.decimals).map { ("n\($0)", "Zahl \($0)", "N\($0)", top) }
    for (name, shown, number, properties) in [(Self.text, "Text", "NT", wrap), (day, "Tag", "ND", top), (exact, "Zahl", "", top)] + numbers
    {
      text +=
        cell(name, shown, number, properties) + cell(name + "o", shown + " offen", number, properties + " style:cell-protect=\"none\"")
    }
    return text
  }()

  private static let german = " number:language=\"de\" number:country=\"DE\""
  private static let top = " style:vertical-align=\"top\""
  private static let wrap = top + " fo:wrap-option=\"wrap\""

  private static func cell(_ name: String, _ shown: String, _ number: String, _ properties: String, _ font: String = "") -> String {
    let inner =
      (properties.isEmpty ? "" : "<style:table-cell-properties\(properties)/>") + (font.isEmpty ? "" : "<style:text-properties \(font)/>")
    let data = number.isEmpty ? "" : " style:data-style-name=\"\(number)\""
    return style(name, "table-cell", inner, " style:display-name=\"\(shown)\" style:parent-style-name=\"Default\"" + data)
  }

  private static func style(_ name: String, _ family: String, _ inner: String, _ more: String = "") -> String {
    "<style:style style:name=\"\(name)\" style:family=\"\(family)\"\(more)>\(inner)</style:style>"
  }
}
