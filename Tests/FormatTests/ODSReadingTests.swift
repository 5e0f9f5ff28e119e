// SPDX-License-Identifier: GPL-3.0-or-later
import OfficeKit
import PlanKit
import Testing

@Suite struct ODSReadingTests {
  @Test("spreadsheets of other programs are read as expected", arguments: Golden.names(in: "../Files/ods", without: ".expected"))
  func files(_ name: String) throws {
    let document = try Formats.named("ods").read(Bytes(Golden.bytes("../Files/ods/\(name)"), name: name))
    try Golden.expect(Array(OfficeText(document).text.utf8), toEqual: "../Files/ods/\(name).expected")
  }

  @Test("there are spreadsheets of LibreOffice, packed and flat, of pandas and of odfpy")
  func filesAreThere() { #expect(Golden.names(in: "../Files/ods", without: ".expected").count >= 4) }

  /// A flat spreadsheet.
  private static func flat(_ sheets: String, styles: String = "", root: String = "office:document", table: String = "table") -> Bytes {
    let odf = "urn:oasis:names:tc:opendocument:xmlns:"
    let spaces = [
      ("office", "office"), (table, "table"), ("text", "text"), ("style", "style"), ("fo", "xsl-fo-compatible"), ("number", "datastyle"),
    ].map { " xmlns:\($0.0)='\(odf)\($0.1):1.0'" }.joined()
    return Bytes(
      Array(
        """
        <?xml version='1.0' encoding='UTF-8'?>
        <\(root)\(spaces) xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:calcext='urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0'>
        <office:automatic-styles>\(styles)</office:automatic-styles><office:body><office:spreadsheet>\(sheets)</office:spreadsheet></office:body></\(root)>
        """.utf8), name: "test.fods")
  }

  private static func pack(_ parts: [(name: String, text: String)]) throws -> Bytes {
    var zip = ZipWriter()
    var bytes = Bytes([], name: "test.ods")
    for part in parts { try zip.add(part.name, part.text, to: &bytes) }
    try zip.finish(to: &bytes)
    return bytes
  }

  private static func text(_ bytes: Bytes) throws -> String { try OfficeText(Formats.named("ods").read(bytes)).text }

  /// The first cell of a sheet that has only this one.
  private static func cell(_ cell: String, styles: String = "") throws -> String {
    let sheet = "<table:table table:name='T'><table:table-row>\(cell)</table:table-row></table:table>"
    return try Formats.named("ods").read(flat(sheet, styles: styles)).tables[0].rows.all().first?.first ?? ""
  }

  @Test("17 billion empty cells cost nothing, and what stands behind them is on its line")
  func emptyCells() throws {
    let empty =
      "<table:table-row table:number-rows-repeated='1048575'><table:table-cell table:number-columns-repeated='16384'/></table:table-row>"
    let cell = "<table:table-row><table:table-cell office:value-type='string'><text:p>Ende</text:p></table:table-cell></table:table-row>"
    #expect(try Self.text(Self.flat("<table:table table:name='T'>\(empty)\(cell)</table:table>")) == "\n# T\n1048576: \"Ende\"\n")
  }

  @Test("cells that are repeated beyond all measure are refused")
  func tooMany() throws {
    let sheet = """
      <table:table table:name='T'><table:table-row table:number-rows-repeated='1048576'><table:table-cell office:value-type='string' \
      table:number-columns-repeated='16384'><text:p>x</text:p></table:table-cell></table:table-row></table:table>
      """
    #expect { try Self.text(Self.flat(sheet)) } throws: { ($0 as? Hinweis)?.text.contains("50 Millionen Zellen") == true }
    let long = String(repeating: "lang ", count: 10_000)
    #expect {
      try Self.text(Self.flat(sheet.split(separator: "<text:p>x").joined(separator: "<text:p>\(long)")))
    } throws: { ($0 as? Hinweis)?.text.contains("64 MiB") == true }
  }

  @Test("repeated rows and cells stand as often as they say")
  func repeats() throws {
    let sheet = """
      <table:table table:name='T'><table:table-row table:number-rows-repeated='2'><table:table-cell/><table:table-cell office:value-type='string' \
      table:number-columns-repeated='2'><text:p>x</text:p></table:table-cell><table:table-cell table:number-columns-repeated='1000'/></table:table-row>\
      <table:table-row table:number-rows-repeated='3'><table:table-cell/></table:table-row><table:table-row table:visibility='filter'>\
      <table:table-cell office:value-type='string'><text:p>y</text:p></table:table-cell></table:table-row></table:table>
      """
    #expect(try Self.text(Self.flat(sheet)) == "\n# T\n1: \"\" \"x\" \"x\"\n2: \"\" \"x\" \"x\"\n6 (hidden): \"y\"\n")
  }

  @Test(
    "a number keeps its precision and is padded to what its format shows, never rounded",
    arguments: [
      ("28.1", "number:decimal-places='2' number:min-integer-digits='1'", "28,10"), ("28.123", "number:decimal-places='2'", "28,123"),
      ("120", "number:decimal-places='0' number:min-integer-digits='4'", "0120"),
      ("0.5", "number:decimal-places='2' number:min-decimal-places='0'", "0,5"),
      ("1234567", "number:decimal-places='0' number:display-factor='1000'", "1234567"), ("1E-3", "", "0,001"), ("1.5e+3", "", "1500"),
      ("0.10000000000000001", "", "0,1"), ("-0", "", "0"), ("keine Zahl", "", "keine Zahl"), ("-1250.50", "", "-1250,5"),
    ])
  func numbers(_ value: String, _ format: String, _ expected: String) throws {
    let styles = """
      <number:number-style style:name='N'><number:number \(format)/></number:number-style><style:style style:name='oben' style:family='table-cell' \
      style:data-style-name='N'/><style:style style:name='s' style:family='table-cell' style:parent-style-name='oben'/>
      """
    #expect(
      try Self.cell("<table:table-cell table:style-name='s' office:value-type='float' office:value='\(value)'/>", styles: styles)
        == expected)
  }

  @Test(
    "values of every type have their text",
    arguments: [
      ("office:value-type='percentage' office:value='0.25'", "25 %"), ("office:value-type='currency' office:value='12.5'", "12,5"),
      ("office:value-type='date' office:date-value='2017-04-24'", "2017-04-24"),
      ("office:value-type='date' office:date-value='2017-04-24T13:30:00.000000000'", "2017-04-24T13:30:00"),
      ("office:value-type='date' office:date-value='2017-04-24T00:00:00'", "2017-04-24"),
      ("office:value-type='time' office:time-value='PT13H30M00S'", "13:30:00"),
      ("office:value-type='time' office:time-value='P1DT3H'", "27:00:00"),
      ("office:value-type='boolean' office:boolean-value='true'", "WAHR"),
      ("office:value-type='boolean' office:boolean-value='false'", "FALSCH"),
      ("office:value-type='string' office:string-value='verborgen'", "verborgen"),
      ("office:value-type='string' office:string-value='7,5'><text:p>Nr. 7,5</text:p></table:table-cell>", "7,5"),
      ("office:value-type='float' office:value='0' calcext:value-type='error'><text:p>#NV</text:p></table:table-cell", "#NV"),
      ("office:value-type='date' office:date-value='2024-01-28' table:style-name='kurz'", "28. Jan"),
    ])
  func values(_ attributes: String, _ expected: String) throws {
    let styles = """
      <number:date-style style:name='D'><number:day/><number:text>. </number:text><number:month number:textual='true'/></number:date-style>\
      <style:style style:name='kurz' style:family='table-cell' style:data-style-name='D'/>
      """
    let cell = attributes.contains("</") ? "<table:table-cell \(attributes)>" : "<table:table-cell \(attributes)/>"
    #expect(try Self.cell(cell, styles: styles) == expected)
  }

  @Test("texts have their paragraphs, blanks, tabs and breaks; drawings and nested tables' borders do not matter")
  func texts() throws {
    let cell = """
      <table:table-cell office:value-type='string'><text:p>eins<text:s text:c='2'/><text:span>zwei</text:span>
          drei<text:tab/>vier<text:line-break/>fünf</text:p><text:p/><text:p> sechs</text:p><table:table table:is-sub-table='true'>\
      <table:table-row><table:table-cell><text:p>innen</text:p></table:table-cell></table:table-row></table:table></table:table-cell>
      """
    #expect(try Self.cell(cell) == "eins  zwei drei\tvier\nfünf\n\n sechs\ninnen")
  }

  @Test("colours come from the cell, its row or its column, through what a style inherits; white paper is none")
  func colours() throws {
    let styles = """
      <style:style style:name='rot' style:family='table-cell'><style:table-cell-properties fo:background-color='#ff0000'/></style:style>\
      <style:style style:name='erbt' style:family='table-cell' style:parent-style-name='rot'/>\
      <style:style style:name='ohne' style:family='table-cell' style:parent-style-name='rot'><style:table-cell-properties \
      fo:background-color='transparent'/></style:style><style:style style:name='zu' style:family='table'><style:table-properties \
      table:display='false'/></style:style>
      """
    let sheet = """
      <table:table table:name='T' table:style-name='zu'><table:table-column table:default-cell-style-name='erbt'/><table:table-column \
      table:visibility='collapse' table:number-columns-repeated='2'/><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>\
      <table:table-cell table:style-name='ohne'><text:p>b</text:p></table:table-cell></table:table-row><table:table-row \
      table:default-cell-style-name='ohne'><table:table-cell><text:p>c</text:p></table:table-cell><table:table-cell table:style-name='rot'/>\
      </table:table-row></table:table>
      """
    let expected = """

      # T (hidden) hidden columns 1-2
      1: "a" "b"
          0 colour("FF0000")
      2: "c"
          1 colour("FF0000")

      """
    #expect(try Self.text(Self.flat(sheet, styles: styles)) == expected)
  }

  @Test("of several sheets each is read by itself, also below an unusual prefix, and drawings that hold tables do not confuse")
  func sheets() throws {
    func sheet(_ name: String, _ text: String) -> String {
      "<table:table table:name='\(name)'><table:shapes><table:table table:name='Bild'><table:table-row><table:table-cell><text:p>Bild</text:p>"
        + "</table:table-cell></table:table-row></table:table></table:shapes><table:table-header-rows><table:table-row><table:table-cell>"
        + "<text:p>\(text)</text:p></table:table-cell></table:table-row></table:table-header-rows></table:table>"
    }
    let sheets = (1...40).map { sheet("Blatt \($0) &amp; mehr", String(repeating: "Text \($0) ", count: 2000)) }.joined()
    let usual = try Formats.named("ods").read(Self.flat(sheets))
    let unusual = try Formats.named("ods").read(Self.flat(sheets.split(separator: "table:").joined(separator: "t:"), table: "t"))
    for document in [usual, unusual] {
      #expect(document.tables.map(\.name) == (1...40).map { "Blatt \($0) & mehr" })
      for (index, table) in document.tables.enumerated() {
        #expect(try table.rows.all().first?.first?.hasPrefix("Text \(index + 1) Text") == true)
      }
    }
  }

  @Test("a file behind a password, a text and a broken file are refused with what to do")
  func refusals() throws {
    let ods = try Formats.named("ods")
    func refusal(_ bytes: Bytes) -> String {
      do throws(Hinweis) { _ = try ods.read(bytes) } catch { return "\(error.text) (\(error.help ?? ""))" }
      return ""
    }
    let encrypted = try Self.pack([
      ("content.xml", "x"),
      (
        "META-INF/manifest.xml",
        "<manifest:manifest xmlns:manifest='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'><manifest:file-entry><manifest:encryption-data/>"
          + "</manifest:file-entry></manifest:manifest>"
      ),
    ])
    #expect(refusal(encrypted).contains("mit einem Kennwort geschützt (die Datei ohne Kennwort speichern"))
    let text = """
      <office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'><office:body><office:text/></office:body>\
      </office:document-content>
      """
    #expect(refusal(try Self.pack([("content.xml", text)])).contains("das ist ein Text (die Datei mit der Endung .odt"))
    #expect(refusal(try Self.pack([("anderes.xml", "<a/>")])).contains("fehlt der Teil \"content.xml\""))
    #expect(refusal(Bytes(Array("<html>".utf8), name: "x.ods")).contains("HTML"))
    let whole = Self.flat("<table:table table:name='T'><table:table-row><table:table-cell/></table:table-row></table:table>")
    #expect(refusal(Bytes(Array(whole.bytes.prefix(whole.size - 40)), name: "x.fods")).contains("bricht ab"))
    let sheets = String(repeating: "<table:table table:name='T'><table:table-row/></table:table>", count: 501)
    #expect(refusal(Self.flat(sheets)).contains("mehr als 500 Blätter"))
  }

  @Test("no damage to a file makes the reader crash", arguments: 0..<60)
  func damage(_ seed: Int) throws {
    var numbers = SeededNumbers(UInt64(seed) + 300)
    var bytes = try Golden.bytes("../Files/ods/libreoffice.fods")
    for _ in 0..<Int.random(in: 1...30, using: &numbers) {
      let place = Int.random(in: 0..<bytes.count, using: &numbers)
      switch Int.random(in: 0...2, using: &numbers) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &numbers)
      case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...200, using: &numbers)))
      default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 100)], at: place)
      }
    }
    do { _ = try Self.text(Bytes(bytes, name: "x.fods")) } catch is Hinweis {}
  }
}
