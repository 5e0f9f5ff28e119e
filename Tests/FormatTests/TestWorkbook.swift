// SPDX-License-Identifier: GPL-3.0-or-later
import OfficeKit
import PlanKit

/// A small workbook, made part by part, to be good or bad as a test needs it.
struct TestWorkbook {
  var parts: [String: String]

  static let spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// A workbook of one sheet with these rows.
  init(_ rows: String, behind: String = "") {
    parts = [
      "[Content_Types].xml": "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>",
      "xl/workbook.xml": """
      <workbook xmlns='\(TestWorkbook.spreadsheet)' xmlns:r='\(TestWorkbook.relationships)'><sheets><sheet name='Blatt' sheetId='1' r:id='rId1'/>\
      </sheets></workbook>
      """,
      "xl/worksheets/sheet1.xml": TestWorkbook.sheet(rows, behind: behind),
    ]
    relate("", [("rId1", "officeDocument", "xl/workbook.xml")])
    relate("xl/workbook.xml", [("rId1", "worksheet", "worksheets/sheet1.xml")])
  }

  static func sheet(_ rows: String, behind: String = "") -> String {
    "<worksheet xmlns='\(spreadsheet)' xmlns:r='\(relationships)'><sheetData>\(rows)</sheetData>\(behind)</worksheet>"
  }

  mutating func relate(_ part: String, _ targets: [(id: String, kind: String, target: String)]) {
    let cut = part.lastIndex(of: "/").map { part.index(after: $0) } ?? part.startIndex
    let links = targets.map { id, kind, target in
      "<Relationship Id='\(id)' Type='\(TestWorkbook.relationships)/\(kind)' Target='\(target)'\(target.contains(":") ? " TargetMode='External'" : "")/>"
    }
    parts["\(part[..<cut])_rels/\(part[cut...]).rels"] =
      "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>\(links.joined())</Relationships>"
  }

  /// The texts that cells share.
  mutating func share(_ texts: [String], count: String = "1") {
    parts["xl/sharedStrings.xml"] =
      "<sst xmlns='\(TestWorkbook.spreadsheet)' count='\(count)' uniqueCount='\(count)'>\(texts.map { "<si>\($0)</si>" }.joined())</sst>"
  }

  /// Styles: number formats by themselves, the first at place 1.
  mutating func style(_ codes: [String]) {
    let formats = codes.enumerated().map { "<numFmt numFmtId='\(200 + $0.offset)' formatCode='\($0.element)'/>" }.joined()
    let cells = (["0"] + codes.indices.map { String(200 + $0) }).map { "<xf numFmtId='\($0)'/>" }.joined()
    parts["xl/styles.xml"] =
      "<styleSheet xmlns='\(TestWorkbook.spreadsheet)'><numFmts>\(formats)</numFmts><cellXfs>\(cells)</cellXfs></styleSheet>"
  }

  /// The file; parts are not packed, so that a test can change their bytes.
  var bytes: [UInt8] {
    get throws { try TestWorkbook.archive(parts.sorted { $0.key < $1.key }.map { ($0.key, Array($0.value.utf8)) }) }
  }

  static func archive(_ parts: [(name: String, bytes: [UInt8])], packed: Bool = false) throws -> [UInt8] {
    var sink = Bytes()
    var writer = ZipWriter()
    for part in parts {
      if packed {
        try writer.begin(part.name, to: &sink)
        try writer.write(part.bytes, to: &sink)
        try writer.end(to: &sink)
      } else {
        try writer.store(part.name, part.bytes, to: &sink)
      }
    }
    try writer.finish(to: &sink)
    return sink.bytes
  }

  func document() throws -> Document { try TestWorkbook.read(bytes) }

  static func read(_ bytes: [UInt8], name: String = "katalog.xlsx") throws -> Document {
    try Formats.named("xlsx").read(Bytes(bytes, name: name))
  }

  /// All rows of the first sheet.
  func rows() throws -> [[String]] { try document().tables[0].rows.all() }

  /// What is said of the file when all of its sheets are read.
  static func failure(_ bytes: [UInt8], name: String = "katalog.xlsx") -> Hinweis? {
    do {
      for table in try read(bytes, name: name).tables { _ = try OfficeText(Document("", [.table(table)])) }
    } catch {
      return error as? Hinweis
    }
    return nil
  }
}
