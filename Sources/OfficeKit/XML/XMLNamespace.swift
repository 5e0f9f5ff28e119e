// SPDX-License-Identifier: Apache-2.0

/// The namespaces of office files, each under the prefix by which a vocabulary calls it.
///
/// OOXML has two addresses for most of them, of the transitional and of the strict form.
enum XMLNamespace {
  /// The prefix of a namespace; nil for one that nobody here knows.
  static func prefix(of address: String) -> String? {
    if let known = others[address] { return known }
    for start in ooxml where address.hasPrefix(start) { return ooxmlParts[String(address.dropFirst(start.count))] }
    if address.hasPrefix(odf) { return odfParts[String(address.dropFirst(odf.count).prefix { $0 != ":" })] }
    return nil
  }

  private static let ooxml = ["http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/"]
  private static let ooxmlParts = [
    "spreadsheetml/2006/main": "", "spreadsheetml/main": "",
    "wordprocessingml/2006/main": "w", "wordprocessingml/main": "w",
    "drawingml/2006/main": "a", "drawingml/main": "a",
    "officeDocument/2006/relationships": "r", "officeDocument/relationships": "r",
    "officeDocument/2006/extended-properties": "ep", "officeDocument/extendedProperties": "ep",
    "officeDocument/2006/custom-properties": "op", "officeDocument/customProperties": "op",
    "officeDocument/2006/docPropsVTypes": "vt", "officeDocument/docPropsVTypes": "vt",
    "officeDocument/2006/math": "m", "officeDocument/math": "m",
    "markup-compatibility/2006": "mc",
    "package/2006/relationships": "", "package/2006/content-types": "",
    "package/2006/metadata/core-properties": "cp",
  ]

  private static let odf = "urn:oasis:names:tc:opendocument:xmlns:"
  private static let odfParts = [
    "office": "office", "table": "table", "text": "text", "style": "style", "datastyle": "number", "xsl-fo-compatible": "fo",
    "drawing": "draw", "svg-compatible": "svg", "meta": "meta", "manifest": "manifest", "config": "config", "script": "script",
    "presentation": "presentation", "form": "form", "database": "db", "chart": "chart", "animation": "anim", "dr3d": "dr3d", "of": "of",
  ]

  private static let others = [
    "": "",
    "http://purl.org/dc/elements/1.1/": "dc", "http://purl.org/dc/terms/": "dcterms", "http://www.w3.org/1999/xlink": "xlink",
    "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments": "tc",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
    "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0": "calcext",
    "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": "loext",
    "http://www.w3.org/1999/xhtml": "html",
  ]
}
