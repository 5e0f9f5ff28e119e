// SPDX-License-Identifier: Apache-2.0
import OfficeKit
import PlanKit

/// The small parts of a spreadsheet beside its content.
enum ODSParts {
  /// The begin of a part, with the namespaces that it may use.
  static func begin(_ root: String) -> String {
    let odf = "urn:oasis:names:tc:opendocument:xmlns:"
    let spaces = [
      ("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"), ("number", "datastyle"), ("fo", "xsl-fo-compatible"),
      ("meta", "meta"), ("config", "config"), ("of", "of"),
    ]
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:\(root)"
      + spaces.map { " xmlns:\($0.0)=\"\(odf)\($0.1):\($0.0 == "of" ? "1.2" : "1.0")\"" }.joined()
      + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" office:version=\"1.3\">"
  }

  static var manifest: String {
    let parts = [("/", ODSWriter.mimetype)] + ["content.xml", "styles.xml", "settings.xml", "meta.xml"].map { ($0, "text/xml") }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.3\">"
      + parts.map { path, type in
        let version = path == "/" ? " manifest:version=\"1.3\"" : ""
        return "<manifest:file-entry manifest:full-path=\"\(path)\"\(version) manifest:media-type=\"\(type)\"/>"
      }.joined() + "</manifest:manifest>\n"
  }

  /// The look of every page: across, as wide as the sheet, with its name and number below.
  static var styles: String {
    begin("document-styles") + "<office:styles>" + ["table", "table-row"].map { "<style:default-style style:family=\"\($0)\"/>" }.joined()
      + "<style:default-style style:family=\"table-cell\">"
      + "<style:text-properties fo:font-family=\"Calibri, Carlito, 'Liberation Sans', sans-serif\" fo:font-size=\"11pt\" fo:language=\"de\""
      + " fo:country=\"DE\"/></style:default-style>" + ODSStyle.cells + "</office:styles>"
      + "<office:automatic-styles><style:page-layout style:name=\"pm1\"><style:page-layout-properties fo:page-width=\"297mm\""
      + " fo:page-height=\"210mm\" style:print-orientation=\"landscape\" fo:margin=\"10mm\" style:scale-to-X=\"1\" style:scale-to-Y=\"1000\"/>"
      + "<style:header-style/><style:footer-style><style:header-footer-properties fo:min-height=\"7mm\" fo:margin-top=\"2mm\"/></style:footer-style>"
      + "</style:page-layout></office:automatic-styles><office:master-styles>"
      + "<style:master-page style:name=\"Default\" style:page-layout-name=\"pm1\"><style:header style:display=\"false\"/><style:footer>"
      + "<style:region-left><text:p><text:sheet-name>Blatt</text:sheet-name></text:p></style:region-left><style:region-right><text:p>Seite "
      + "<text:page-number>1</text:page-number> von <text:page-count>1</text:page-count></text:p></style:region-right></style:footer>"
      + "</style:master-page></office:master-styles></office:document-styles>\n"
  }

  /// The title, and properties by name; nothing of persons or times.
  static func meta(_ workbook: SheetBook) -> String {
    var text = begin("document-meta") + "<office:meta><meta:generator>kip</meta:generator>"
    if !workbook.title.isEmpty { text += "<dc:title>\(XMLText.escaped(workbook.title))</dc:title>" }
    if !workbook.language.isEmpty { text += "<dc:language>\(XMLText.escaped(workbook.language))</dc:language>" }
    var taken: Set<String> = []
    for property in workbook.properties where !property.name.isEmpty && taken.insert(property.name).inserted {
      text += "<meta:user-defined meta:name=\"\(XMLText.escaped(property.name))\" meta:value-type=\"string\">"
      text += "\(XMLText.escaped(property.value))</meta:user-defined>"
    }
    return text + "</office:meta></office:document-meta>\n"
  }

  /// How the sheets are shown: the first visible one in front, headers staying in place.
  static func settings(_ workbook: SheetBook) -> String {
    func item(_ name: String, _ type: String, _ value: String) -> String {
      "<config:config-item config:name=\"\(name)\" config:type=\"\(type)\">\(value)</config:config-item>"
    }
    var text = begin("document-settings") + "<office:settings><config:config-item-set config:name=\"ooo:view-settings\">"
    text += "<config:config-item-map-indexed config:name=\"Views\"><config:config-item-map-entry>" + item("ViewId", "string", "view1")
    let frozen = workbook.sheets.filter { $0.header.rows > 0 }
    if !frozen.isEmpty {
      text += "<config:config-item-map-named config:name=\"Tables\">"
      for sheet in frozen {
        let rows = String(sheet.header.rows)
        text += "<config:config-item-map-entry config:name=\"\(XMLText.escaped(sheet.name))\">"
        for (name, type, value) in [
          ("CursorPositionX", "int", "0"), ("CursorPositionY", "int", rows), ("HorizontalSplitMode", "short", "0"),
          ("VerticalSplitMode", "short", "2"), ("HorizontalSplitPosition", "int", "0"), ("VerticalSplitPosition", "int", rows),
          ("ActiveSplitRange", "short", "2"), ("PositionLeft", "int", "0"), ("PositionRight", "int", "0"), ("PositionTop", "int", "0"),
          ("PositionBottom", "int", rows),
        ] { text += item(name, type, value) }
        text += "</config:config-item-map-entry>"
      }
      text += "</config:config-item-map-named>"
    }
    let first = workbook.sheets.first { !$0.isHidden }?.name ?? workbook.informationName
    text += item("ActiveTable", "string", XMLText.escaped(first))
    text += "</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings>"
    return text + "</office:document-settings>\n"
  }
}
