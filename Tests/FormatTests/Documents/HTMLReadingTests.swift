// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

@Suite struct HTMLReadingTests {
  private func read(_ html: String) throws -> ReadDocument { try ReadDocument(html, as: "html") }

  @Test(
    "rows and cells are read, also where end tags are missing or tags are wrongly nested",
    arguments: [
      "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>",
      "<table><tr><td>a<td>b<tr><td>c<td>d</table>", "<TABLE><TR><TD>a<TD>b<TR><TD>c<TD>d",
      "<table><td>a<td>b<tr><td>c</tr></td><td>d</table>",
      "<table><tbody><tr><td><b>a</td><td>b</b></td></tr></tbody><tr><th>c</th><th>d</th></table>",
    ])
  func tolerance(_ html: String) throws {
    let cells = try read(html).rows.joined().filter { !$0.isEmpty }
    #expect(Array(cells) == ["a", "b", "c", "d"])
  }

  @Test("head, body and foot follow in the order of the page, and the caption is the table's name")
  func sections() throws {
    let page = try read(
      "<table><caption>Amt <b>5</b></caption><thead><tr><th>A</th></tr></thead><tfoot><tr><td>S</td></tr></tfoot><tbody><tr><td>1</td></tr></tbody></table>"
    )
    #expect(page.rows == [["A"], ["S"], ["1"]])
    #expect(page.tables[0].table.name == "Amt 5")
  }

  @Test("the first of merged cells keeps the text, the others are empty")
  func merged() throws {
    let page = try read(
      "<table><tr><td rowspan=2>a</td><td colspan='2'>b</td></tr><tr><td>c</td><td rowspan=3>d</td></tr><tr><td>e</td><td>f</td></tr></table>"
    )
    #expect(page.rows == [["a", "b", ""], ["", "c", "d"], ["e", "f", ""]])
    #expect(
      page.tables[0].merged.sorted { ($0.line, $0.column) < ($1.line, $1.column) } == [
        CellSpan(line: 1, column: 0, rows: 2, columns: 1), CellSpan(line: 1, column: 1, rows: 1, columns: 2),
        CellSpan(line: 2, column: 2, rows: 2, columns: 1),
      ])
  }

  @Test("a cell over all rows ends with its part of the table")
  func restOfSection() throws {
    let page = try read("<table><tbody><tr><td rowspan=0>a<td>b<tr><td>c<tbody><tr><td>d<td>e</table>")
    #expect(page.rows == [["a", "b"], ["", "c"], ["d", "e"]])
    #expect(page.tables[0].merged == [CellSpan(line: 1, column: 0, rows: 2, columns: 1)])
  }

  @Test("a table in a cell is a table of its own behind the outer one, and the cell keeps its own text")
  func nested() throws {
    let page = try read(
      "<p>vor<table><tr><td>a<table><caption>innen</caption><tr><td>x</td><td>y</td></tr></table>z</td><td>b</td></tr></table><p>nach")
    #expect(page.tables.map(\.rows) == [[["a\nz", "b"]], [["x", "y"]]] || page.tables.map(\.rows) == [[["az", "b"]], [["x", "y"]]])
    #expect(page.tables[1].table.name == "innen")
    #expect(page.form.hasPrefix("title: datei\nparagraph: \"vor\"\ntable"))
    #expect(page.form.hasSuffix("paragraph: \"nach\"\n"))
  }

  @Test("blocks and br in a cell are line breaks, blanks are one blank, pre keeps its lines")
  func breaks() throws {
    let page = try read(
      "<table><tr><td>a<br>b</td><td><p>c</p>\n <p>d</p></td><td><ul><li>e<li>f</ul></td><td> g \n  h&nbsp;</td><td><pre>i\n  j</pre></td><td>&nbsp;</td></tr></table>"
    )
    #expect(page.rows == [["a\nb", "c\nd", "e\nf", "g h", "i\n  j", ""]])
  }

  @Test("entities are resolved, with and without semicolon; what is none stays")
  func entities() throws {
    let page = try read(
      "<table><tr><td>&auml;&uuml&szlig;e</td><td>&#8364; &#x20AC; &#128;</td><td>A&B &lt;i&gt; &unbekannt; &</td><td>&#xD800;&#99999999999;</td></tr></table>"
    )
    #expect(page.rows == [["äüße", "€ € €", "A&B <i> &unbekannt; &", "\u{FFFD}\u{FFFD}"]])
  }

  @Test("scripts, styles, remarks and templates are left out")
  func leftOut() throws {
    let page = try read(
      "<head><title>T</title><script>var a='<table><tr><td>1';</script></head><body><!-- <table><tr><td>2</table> --><template><table><tr><td>3</table></template><table><tr><td>a<script>if (a<b) {}</script><style>td{}</style><!-- x --></td></tr></table>"
    )
    #expect(page.tables.filter { !$0.table.isHidden }.map(\.rows) == [[["a"]]])
    #expect(page.document.title == "T")
  }

  @Test("hidden rows, columns and tables are read and marked; hidden parts of a cell, such as keys to sort by, are left out")
  func hidden() throws {
    let page = try read(
      """
      <style>.weg { display: none }</style>
      <table><col><col style="display:none"><tr><td>a<td>b</tr><tr hidden><td>c</tr><tr style="height:0; DISPLAY : none"><td>d</tr><tr class="weg"><td>e</tr>
      <tr><td><span style="display:none">20250101</span>01.01.2025</tr></table><table hidden><tr><td>f</table>
      """)
    #expect(page.tables[0].hidden == [2, 3, 4])
    #expect(page.rows.last == ["01.01.2025"])
    #expect(page.tables[0].table.hiddenColumns == [1...1])
    #expect(page.tables.map(\.table.isHidden) == [false, true])
  }

  @Test("colours are told, of the cell, its class or its row; so are links and what is struck through")
  func details() throws {
    let page = try read(
      """
      <style><!-- .xl65 {mso-style-parent:style0; background:#00B050; mso-pattern:black none;} td.rot, .x { background-color: rgb(255,0,0) } --></style>
      <table><tr bgcolor=yellow><td>a<td bgcolor="#fc0">b<td class="y xl65">c<td style="background:none">d</tr>
      <tr><td class=rot>e<td><a href="https://beispiel.invalid/?a=1&amp;b=2">f</a> <a href="#oben">g</a><td><s>h</s><td>i <del>j</del></tr></table>
      """)
    #expect(
      page.tables[0].details == [
        "1:0 colour(\"FFFF00\")", "1:1 colour(\"FFCC00\")", "1:2 colour(\"00B050\")", "1:3 colour(\"FFFF00\")", "2:0 colour(\"FF0000\")",
        "2:1 link(\"https://beispiel.invalid/?a=1&b=2\")", "2:2 struck",
      ])
  }

  @Test(
    "the encoding is that of the mark, the head, or the bytes",
    arguments: [
      ("<meta charset=windows-1252>", [0xE4, 0x80] as [UInt8]),
      ("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=ISO-8859-1\">", [0xE4, 0x80]),
      ("<meta charset='UTF-8'>", [0xC3, 0xA4, 0xE2, 0x82, 0xAC]), ("", [0xE4, 0x80]), ("", [0xC3, 0xA4, 0xE2, 0x82, 0xAC]),
    ])
  func encodings(_ head: String, _ word: [UInt8]) throws {
    #expect(try ReadDocument(Array(head.utf8) + Array("<table><tr><td>".utf8) + word, as: "html").rows == [["ä€"]])
    let units = Array("<table><tr><td>ä€".utf16)
    #expect(try ReadDocument([0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, as: "html").rows == [["ä€"]])
  }

  @Test("the page around the tables is a document")
  func page() throws {
    let page = try read(
      "<html lang=de><head><title>Bericht</title><meta name=author content='A. Beispiel'></head><body><a href='#x'>Zum Inhalt</a><nav><ul><li>Menü</ul></nav><h1>Bericht</h1><p>Ein <b>Satz</b>.<h2>Teil</h2><ul><li>eins<li>zwei</ul><dl><dt>Stand<dd>heute</dl><div>Rest<br>Zeile</div>"
    )
    #expect(
      page.form == """
        title: Bericht
        property: Autor = A. Beispiel
        paragraph: "Ein <b>Satz</b>."
        heading 1: Teil
        list: "eins" / "zwei"
        list: "<b>Stand: </b>heute"
        paragraph: "Rest\\nZeile"

        """)
  }

  @Test("a span beyond the standard's limit is cut and noted, a table wider than a sheet refused")
  func wideSpans() throws {
    let page = try read("<table><tr><td colspan=17000000000>a</td><td>b</td></tr></table>")
    #expect(page.rows[0].count == 1001 && page.rows[0].last == "b")
    #expect(page.tables[0].notes.map(\.grade) == [.warnung])
    let error = #expect(throws: Hinweis.self) { try read("<table><tr>" + String(repeating: "<td colspan=1000>", count: 20)) }
    #expect(error?.text.contains("16384") == true)
  }

  @Test("tables too deep in one another are refused")
  func deep() throws {
    let error = #expect(throws: Hinweis.self) { try read(String(repeating: "<table><tr><td>", count: 30)) }
    #expect(error?.text.contains("ineinander") == true)
  }

  @Test("what kip writes is read back", arguments: ["abfrage", "katalog", "bericht"])
  func roundTrip(_ name: String) throws {
    let document = name == "abfrage" ? Samples.query : name == "katalog" ? Samples.catalogue : Samples.report
    let back = try ReadDocument(Formats.write(document, as: "html"), as: "html")
    #expect(back.document.subtitle == document.subtitle)
    #expect(back.document.properties == document.properties)
    #expect(back.tables.count == document.tables.count)
    for (sheet, table) in zip(back.tables, document.tables) {
      // Blanks at the ends of a cell and several in a row are not what a page shows.
      let cells = try table.rows.all().map { row in
        zip(row, table.columns).map {
          CellText.shown($0, in: $1).split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }.joined(separator: "\n")
        }
      }
      #expect(Array(sheet.rows.dropFirst(1 + table.groups.count)) == cells)
      #expect(sheet.table.notes == table.notes)
    }
    #expect(back.document.blocks.count == document.blocks.count)
  }

  @Test("many rows are read in batches, from where the table begins, as often as asked for")
  func longTable() throws {
    let html =
      "<h1>T</h1>"
      + (0..<3).map { t in "<table>" + (0..<3000).map { "<tr><td>\(t)<td>\($0)<td>üöä €</tr>\n" }.joined() + "</table>" }.joined()
    let page = try read(html)
    for (number, table) in page.tables.enumerated() {
      #expect(table.rows == (0..<3000).map { ["\(number)", "\($0)", "üöä €"] })
      #expect(table.lines == Array(1...3000))
      #expect(try table.table.rows.all() == table.rows)
    }
  }
}
