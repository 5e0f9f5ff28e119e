// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

@Suite struct XLSXReadingTests {
  @Test("workbooks of other programs are read as expected", arguments: Golden.names(in: "../Files/xlsx", without: ".expected"))
  func files(_ name: String) throws {
    let text = try OfficeText(TestWorkbook.read(Golden.bytes("../Files/xlsx/\(name)"), name: name)).text
    try Golden.expect(Array(text.utf8), toEqual: "../Files/xlsx/\(name).expected")
  }

  @Test("there are workbooks of openpyxl, xlsxwriter and LibreOffice, transitional and strict")
  func filesAreThere() {
    #expect(Golden.names(in: "../Files/xlsx", without: ".expected").count >= 6)
  }

  @Test(
    "a number keeps its precision and is padded to what its format shows, never rounded",
    arguments: [
      ("28.1", "0.00", "28,10"), ("28.123", "0.00", "28,123"), ("120", "0000", "0120"), ("1250.5", "#,##0.00 &quot;€&quot;", "1250,50"),
      ("0.25", "0%", "25 %"), ("0.255", "0%", "25,5 %"), ("0.07", "0.00%", "7,00 %"), ("0", "0%", "0 %"), ("0", "0.0%", "0,0 %"),
      ("45000", "General&quot; km&quot;", "45000"), ("3", "Standard&quot; Personen&quot;", "3"), ("1.0", "General", "1"),
      ("-0", "General", "0"),
      ("1E-3", "General", "0,001"), ("1.5e+3", "General", "1500"), ("0.10000000000000001", "General", "0,1"),
      ("1234567", "#,##0,", "1234567"), ("0.5", "# ?/?", "0,5"), ("12345", "0.00E+00", "12345"), ("7", "00-00", "7"),
      ("5", "\\F\\B 0", "5"),
      ("-3.5", "#,##0.00;[Red]-#,##0.00", "-3,50"), ("1e999", "General", "1e999"), ("keine Zahl", "0.00", "keine Zahl"),
    ])
  func numbers(_ value: String, _ code: String, _ expected: String) throws {
    var workbook = TestWorkbook("<row r='1'><c r='A1' s='1'><v>\(value)</v></c></row>")
    workbook.style([code])
    #expect(try workbook.rows() == [[expected]])
  }

  @Test(
    "serial numbers are days and times by their format",
    arguments: [
      ("42849", "dd.mm.yyyy", "2017-04-24"), ("42849.5625", "dd.mm.yyyy", "2017-04-24T13:30:00"), ("0.5625", "hh:mm", "13:30:00"),
      ("42849", "[$-407]d. mmm;@", "28. Jan"), ("0", "hh:mm", "00:00:00"), ("0", "dd.mm.yyyy", "0"), ("-1", "dd.mm.yyyy", "-1"),
      ("1.125", "[h]:mm", "27:00:00"), ("9999999", "[h]:mm", "239999976:00:00"), ("1", "yyyy-mm-dd", "1900-01-01"),
      ("59", "yyyy-mm-dd", "1900-02-28"),
      ("61", "yyyy-mm-dd", "1900-03-01"),
      ("2958465", "yyyy-mm-dd", "9999-12-31"), ("2958466", "yyyy-mm-dd", "2958466"), ("42849.9999999999", "yyyy-mm-dd", "2017-04-25"),
      ("42849.99999998", "yyyy-mm-dd", "2017-04-24T23:59:59"), ("0.99999999", "hh:mm", "23:59:59"),
      ("42849", "0 &quot;Tage&quot;", "42849"), ("42849", "mmm yy", "2017-04-24"), ("36585", "yyyy-mm-dd", "2000-02-29"),
    ])
  func dates(_ value: String, _ code: String, _ expected: String) throws {
    var workbook = TestWorkbook("<row><c s='1'><v>\(value)</v></c></row>")
    workbook.style([code])
    #expect(try workbook.rows() == [[expected == "28. Jan" ? "24. Apr" : expected]])
  }

  @Test(
    "days that strict workbooks write as text are those that serial numbers say",
    arguments: [
      ("2017-04-24T00:00:00", "dd.mm.yyyy", "2017-04-24"), ("2017-04-24T13:30:00.000", "dd.mm.yyyy", "2017-04-24T13:30:00"),
      ("2017-01-28", "[$-407]d. mmm;@", "28. Jan"), ("T13:30:00Z", "hh:mm", "13:30:00"), ("2017-13-28", "d. mmm", "2017-13-28"),
    ])
  func strictDates(_ value: String, _ code: String, _ expected: String) throws {
    var workbook = TestWorkbook("<row><c t='d' s='1'><v>\(value)</v></c></row>")
    workbook.style([code])
    #expect(try workbook.rows() == [[expected]])
  }

  @Test("texts may be shared, inline or a formula's value; phonetic runs are left out, escaped characters are those meant")
  func texts() throws {
    var workbook = TestWorkbook(
      """
      <row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v> 1 </v></c><c r='C1' t='inlineStr'><is><r><t>in</t></r><r><t xml:space='preserve'> \
      zwei</t></r></is></c><c r='D1' t='str'><f>A1</f><v>aus &amp; Formel</v></c><c r='E1' t='b'><v>1</v></c><c r='F1' t='e'><v>#N/A</v></c></row>
      """)
    workbook.share([
      "<r><t>fett</t></r><r><t xml:space='preserve'> und mager </t></r><rPh sb='0' eb='1'><t>LESART</t></rPh>",
      "<t>a_x000D_\nb_x005F_x0041_ _xD83D__xDE00_ _xD800_ _x0007_.</t>",
    ])
    #expect(
      try workbook.rows() == [["fett und mager ", "a\nb_x0041_ 😀 \u{FFFD} .", "in zwei", "aus & Formel", "WAHR", "#N/A"]])
  }

  @Test("rows and cells stand where they say, or else behind the one before")
  func places() throws {
    let workbook = TestWorkbook(
      """
      <row><c><v>1</v></c><c><v>2</v></c></row><row r='4'><c r='C4'><v>3</v></c><c><v>4</v></c><c r='A4'><v>0</v></c></row>\
      <row><c r='b5'><v>5</v></c></row><row r='7'><c r='A7'/></row>
      """)
    #expect(try OfficeText(workbook.document()).text == "\n# Blatt\n1: \"1\" \"2\"\n4: \"0\" \"\" \"3\" \"4\"\n5: \"\" \"5\"\n")
  }

  @Test("a formula without a value is told, a shared one at each of its cells")
  func formulas() throws {
    let workbook = TestWorkbook(
      """
      <row r='1'><c r='A1'><f t='shared' ref='A1:A2' si='0'>B1*2</f></c><c r='B1'><v>3</v></c></row>\
      <row r='2'><c r='A2'><f t='shared' si='0'/></c><c r='B2' t='str'><f>""</f><v></v></c></row>
      """)
    let text = try OfficeText(workbook.document()).text
    #expect(text == "\n# Blatt\n1: \"\" \"3\"\n    0 formula(\"B1*2\")\n2: \"\"\n    0 formula(\"B1*2\")\n")
  }

  @Test("answers in a thread of comments are read, not the older form that only tells of the thread")
  func threads() throws {
    var workbook = TestWorkbook("<row r='1'><c r='A1'><v>1</v></c></row>")
    workbook.relate(
      "xl/worksheets/sheet1.xml",
      [("rId1", "comments", "../comments1.xml"), ("rId2", "threadedComment", "/xl/threadedComments/threadedComment1.xml")])
    workbook.parts["xl/comments1.xml"] = """
      <comments xmlns='\(TestWorkbook.spreadsheet)'><authors><author>tc=1</author><author>Erika Beispiel</author></authors><commentList>\
      <comment ref='A1' authorId='0'><text><t>[Threaded comment]</t></text></comment>\
      <comment ref='B3' authorId='1'><text><r><t>Erika Beispiel:</t></r><r><t>\nnoch offen</t></r></text></comment></commentList></comments>
      """
    workbook.parts["xl/threadedComments/threadedComment1.xml"] = """
      <ThreadedComments xmlns='http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments'><threadedComment ref='A1'><text>Wer?\
      </text></threadedComment><threadedComment ref='A1'><text>FB 51</text></threadedComment></ThreadedComments>
      """
    let text = try OfficeText(workbook.document()).text
    #expect(text == "\n# Blatt\n1: \"1\"\n    0 comment(\"Wer?\\nFB 51\")\n3: \"\" \"\"\n    1 comment(\"noch offen\")\n")
  }

  @Test("a sink that has enough ends the reading")
  func enough() throws {
    let rows = (1...5000).map { "<row r='\($0)'><c r='A\($0)'><v>\($0)</v></c></row>" }.joined()
    var count = 0
    try TestWorkbook(rows).document().tables[0].rows.forEachBatch { (batch) throws(Hinweis) in
      count += batch.count
      return .enough
    }
    #expect(count == RowBatch.usualCount)
  }

  @Test("a name is known by its namespace, whatever its prefix, and paths from the root or upwards lead to the same part")
  func prefixes() throws {
    var workbook = TestWorkbook("")
    workbook.parts["xl/worksheets/sheet1.xml"] = """
      <x:worksheet xmlns:x='\(TestWorkbook.spreadsheet)' xmlns='urn:fremd'><x:sheetData><x:row r='1'><x:c r='A1'><x:v>1</x:v></x:c><c r='B1'><v>2</v>\
      </c></x:row></x:sheetData></x:worksheet>
      """
    workbook.relate("xl/workbook.xml", [("rId1", "worksheet", "/XL\\x\\..\\worksheets/./sheet1.xml")])
    #expect(try workbook.rows() == [["1"]])
  }
}
