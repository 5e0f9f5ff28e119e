// SPDX-License-Identifier: GPL-3.0-or-later
import OfficeKit
import PlanKit
import Testing

/// What Word writes, part by part.
@Suite struct WordTests {
  private static let namespace = #"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#
  private static let strict = #"xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main""#

  private func file(_ body: String, namespace: String = WordTests.namespace, _ parts: [(name: String, text: String)] = []) throws -> Bytes {
    var bytes = Bytes([], name: "probe.docx")
    var zip = ZipWriter()
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    func relations(_ targets: [String]) -> String {
      let lines = targets.enumerated().map {
        #"<Relationship Id="r\#($0)" Type="\#(kind)/\#($1.split(separator: "/").last?.split(separator: ".").first ?? "")" Target="\#($1)"/>"#
      }
      return #"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"# + lines.joined() + "</Relationships>"
    }
    try zip.add("_rels/.rels", relations(["word/document.xml"]).replacing("/document\"", with: "/officeDocument\""), to: &bytes)
    try zip.add("word/_rels/document.xml.rels", relations(parts.map(\.name)), to: &bytes)
    try zip.add("word/document.xml", "<w:document \(namespace)><w:body>\(body)</w:body></w:document>", to: &bytes)
    for part in parts { try zip.add("word/\(part.name)", part.text.replacing("NS", with: namespace), to: &bytes) }
    try zip.finish(to: &bytes)
    return bytes
  }

  private func text(_ body: String, namespace: String = WordTests.namespace, _ parts: [(name: String, text: String)] = []) throws -> String
  {
    try DocumentText.text(Formats.named("docx").read(file(body, namespace: namespace, parts)))
  }

  private func paragraph(_ text: String, _ properties: String = "") -> String {
    "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
  }

  private func cell(_ text: String, _ properties: String = "") -> String { "<w:tc><w:tcPr>\(properties)</w:tcPr>\(paragraph(text))</w:tc>" }

  @Test("headings are known by their style, by one that it is based on, by its name, and by their own rank")
  func headings() throws {
    let styles = """
      <w:styles NS><w:style w:styleId="berschrift1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
      <w:style w:styleId="Eigen"><w:name w:val="Stadt"/><w:basedOn w:val="berschrift1"/></w:style>
      <w:style w:styleId="h2"><w:name w:val="Überschrift 2"/></w:style><w:style w:styleId="toc"><w:name w:val="toc 1"/></w:style>
      <w:style w:styleId="kreis"><w:basedOn w:val="lauf"/></w:style><w:style w:styleId="lauf"><w:basedOn w:val="kreis"/></w:style></w:styles>
      """
    let body = [("eins", "berschrift1"), ("zwei", "Eigen"), ("drei", "h2"), ("vier", "kreis"), ("fünf", "toc")].map {
      paragraph($0, #"<w:pStyle w:val="\#($1)"/>"#)
    }.joined()
    #expect(
      try text(body + paragraph("sechs", #"<w:outlineLvl w:val="2"/>"#), [("styles.xml", styles)])
        == "Inhaltsverzeichnis: 1 Zeilen, weggelassen\n# eins\n# zwei\n## drei\n¶ vier\n### sechs\n")
  }

  @Test("numbers that Word counts itself are a part of the text, bullets are not")
  func numbers() throws {
    let numbering = """
      <w:numbering NS><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
      <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl></w:abstractNum>
      <w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
      <w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>
      """
    func point(_ text: String, _ list: Int, _ rank: Int = 0) -> String {
      paragraph(text, #"<w:numPr><w:ilvl w:val="\#(rank)"/><w:numId w:val="\#(list)"/></w:numPr>"#)
    }
    let body =
      point("a", 1) + point("b", 1, 1) + point("c", 1, 1) + point("d", 1) + point("e", 1, 1) + point("f", 2) + point("g", 3) + point("h", 0)
    #expect(try text(body, [("numbering.xml", numbering)]) == "- 1. a\n- 1.a) b\n- 1.b) c\n- 2. d\n- 2.a) e\n- f\n- 1. g\n¶ h\n")
  }

  @Test("cells that cover others are told as merged, and their colour with them")
  func tables() throws {
    let body = """
      <w:tbl><w:tr>\(cell("breit", #"<w:gridSpan w:val="2"/><w:shd w:fill="ffcc00"/>"#))\(cell("c"))</w:tr>
      <w:tr>\(cell("hoch", #"<w:vMerge w:val="restart"/>"#))\(cell("b"))\(cell("c"))</w:tr>
      <w:tr>\(cell("nicht zu sehen", "<w:vMerge/>"))\(cell("b"))\(cell("c"))</w:tr>
      <w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>\(cell("b"))\(cell("c"))</w:tr>
      <w:tr><w:trPr><w:del w:id="1"/></w:trPr>\(cell("gelöscht"))</w:tr></w:tbl>
      """
    #expect(
      try text(body).split(separator: "\n").dropFirst().joined(separator: "\n") == """
        | 1: breit |  | c
        | 2: hoch | b | c
        | 3:  | b | c
        | 4:  | b | c
          0.0: colour("FFCC00")
          merged: line 1, column 0, 1 × 2
          merged: line 2, column 0, 2 × 1
        """)
  }

  @Test("notes stand behind the text with their numbers, comments beside it without their authors")
  func notes() throws {
    let notes =
      #"<w:footnotes NS><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="5">\#(paragraph("Stand 2023"))</w:footnote></w:footnotes>"#
    let comments = #"<w:comments NS><w:comment w:id="1" w:author="Mara Beispiel">\#(paragraph("stimmt das?"))</w:comment></w:comments>"#
    let body = #"<w:p><w:r><w:t>Text</w:t></w:r><w:r><w:footnoteReference w:id="5"/></w:r><w:r><w:t> und mehr</w:t></w:r></w:p>"#
    #expect(
      try text(body, [("footnotes.xml", notes), ("comments.xml", comments)])
        == "Kommentar im Text: stimmt das?\n¶ Text[1] und mehr\n¶ [1] Stand 2023\n")
  }

  @Test("strict files are read like others, and a page that Word showed begins where it says")
  func strict() throws {
    let body = "<w:p><w:r><w:lastRenderedPageBreak/><w:t>zwei</w:t></w:r></w:p>"
    #expect(try text(paragraph("eins") + body, namespace: WordTests.strict) == "¶ eins\n¶ ␌zwei\n")
  }

  @Test(
    "what would grow without end is refused in little time",
    arguments: [
      ("row", #"<w:tr><w:tc><w:tcPr><w:gridSpan w:val="16000"/></w:tcPr><w:p/></w:tc></w:tr>"#, 5000),
      ("nested", "<w:tbl><w:tr><w:tc>", 200),
    ])
  func bombs(_ kind: String, _ part: String, _ count: Int) throws {
    let inner = String(repeating: part, count: count)
    let body = kind == "row" ? "<w:tbl>\(inner)</w:tbl>" : inner + String(repeating: "</w:tc></w:tr></w:tbl>", count: count)
    let bytes = try file(body)
    let start = ContinuousClock.now
    let error = #expect(throws: Hinweis.self) { try Formats.named("docx").read(bytes) }
    #expect(error?.help != nil)
    #expect(ContinuousClock.now - start < .seconds(10))
  }

  @Test("flat text of LibreOffice repeats no more than a text can hold, and empty repeats are skipped")
  func repeats() throws {
    let spaces = ["office", "text", "table"].map { #"xmlns:\#($0)="urn:oasis:names:tc:opendocument:xmlns:\#($0):1.0""# }.joined(
      separator: " ")
    func flat(_ rows: String) -> Bytes {
      Bytes(
        Array(
          "<?xml version=\"1.0\"?><office:document \(spaces)><office:body><office:text><table:table>\(rows)</table:table></office:text></office:body></office:document>"
            .utf8), name: "probe.fodt")
    }
    let cell = "<table:table-cell table:number-columns-repeated=\"1000000000\"><text:p>x</text:p></table:table-cell>"
    let error = #expect(throws: Hinweis.self) {
      try Formats.named("odt").read(flat("<table:table-row table:number-rows-repeated=\"1000000000\">\(cell)</table:table-row>"))
    }
    #expect(error?.text == "eine Tabelle hat mehr Zellen, als ein Text haben kann")
    let empty =
      "<table:table-row table:number-rows-repeated=\"1000\"><table:table-cell table:number-columns-repeated=\"9000\"/></table:table-row>"
    let row = "<table:table-row><table:table-cell/><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>"
    #expect(try DocumentText.text(Formats.named("odt").read(flat(empty + row))) == "| 1001:  | x\n")
  }

  @Test("cells that LibreOffice covers and cells that pandoc leaves out come to the same")
  func covered() throws {
    let spaces = ["office", "text", "table"].map { #"xmlns:\#($0)="urn:oasis:names:tc:opendocument:xmlns:\#($0):1.0""# }.joined(
      separator: " ")
    func cell(_ text: String, _ spans: String = "") -> String { "<table:table-cell \(spans)><text:p>\(text)</text:p></table:table-cell>" }
    func table(_ covered: String) throws -> String {
      let rows = [
        cell("hoch", "table:number-rows-spanned=\"2\"") + cell("breit", "table:number-columns-spanned=\"2\"") + covered,
        covered + cell("b") + cell("c"),
      ].map { "<table:table-row>\($0)</table:table-row>" }.joined()
      let text =
        "<office:document \(spaces)><office:body><office:text><table:table>\(rows)</table:table></office:text></office:body></office:document>"
      return try DocumentText.text(Formats.named("odt").read(Bytes(Array(text.utf8), name: "probe.fodt")))
    }
    #expect(try table("<table:covered-table-cell/>") == table(""))
    #expect(try table("").hasPrefix("| 1: hoch | breit | \n| 2:  | b | c\n"))
  }
}
