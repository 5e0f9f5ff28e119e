// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

@Suite struct MarkdownReadingTests {
  private func read(_ text: String) throws -> ReadDocument { try ReadDocument(text, as: "markdown") }

  @Test(
    "tables are read with and without outer bars",
    arguments: ["| a | b |\n|---|:-:|\n| c | d |\n", "a | b\n--- | ---\nc | d", "|a|b\n|-|-\n|c|d"])
  func tables(_ text: String) throws { #expect(try read(text).rows == [["a", "b"], ["c", "d"]]) }

  @Test("a bar behind a backslash is a character, and so is one in code where the row would be too long")
  func bars() throws {
    let page = try read("| a | b |\n|---|---|\n| x \\| y | `p | q` |\n| `r \\| s` | \\\\ |\n| 1 | 2 | 3 |\n| 4 |")
    #expect(page.rows == [["a", "b"], ["x | y", "p | q"], ["r | s", "\\"], ["1", "2", "3"], ["4"]])
    #expect(page.tables[0].notes.map { $0.place?.line } == [5])
    #expect(page.tables[0].lines == [1, 3, 4, 5, 6])
  }

  @Test("marks are left out of cells, line breaks and links are told")
  func inline() throws {
    let page = try read(
      "|a|b|c|d|e|\n|-|-|-|-|-|\n|**x** _y_ *z*|1<br>2<br/>3|[S](https://b.invalid)|~~weg~~|a_b_c \\* &lt;b&gt; &#8364; <i>t</i>|")
    #expect(page.rows[1] == ["x y z", "1\n2\n3", "S", "weg", "a_b_c * <b> € t"])
    #expect(page.tables[0].details == ["3:2 link(\"https://b.invalid\")", "3:3 struck"])
  }

  @Test("a table ends at an empty line or heading; dashes without a head are none")
  func ends() throws {
    let page = try read("a|b\n-|-\n1|2\n# H\n\nx|y\n\n-|-\n")
    #expect(page.tables.map(\.rows) == [[["a", "b"], ["1", "2"]]])
  }

  @Test("headings, paragraphs, lists and facts make the document")
  func blocks() throws {
    let page = try read(
      "---\ntitle: 'T'\nstand: 2024\n---\nEins\n====\n\nText\nweiter\\\nneu\n\n- a\n- b\n  c\n\n## Zwei ##\n\n**Tab**\n\n|x|\n|-|\n|1|\n\n1) eins\n2) zwei\n"
    )
    #expect(
      page.form == """
        title: T
        property: stand = 2024
        heading 1: Eins
        paragraph: "Text weiter\\nneu"
        list: "a" / "b c"
        heading 2: Zwei
        table "Tab"
          20: "x"
          22: "1"
        list: "eins" / "zwei"

        """)
  }

  @Test("what kip writes is read back", arguments: ["abfrage", "katalog", "bericht"])
  func roundTrip(_ name: String) throws {
    let document = name == "abfrage" ? Samples.query : name == "katalog" ? Samples.catalogue : Samples.report
    let back = try ReadDocument(Formats.write(document, as: "markdown"), as: "markdown")
    #expect(back.document.subtitle == document.subtitle)
    #expect(back.document.properties == document.properties)
    if !document.title.isEmpty { #expect(back.document.title == document.title) }
    #expect(back.tables.count == document.tables.count)
    for (sheet, table) in zip(back.tables, document.tables) {
      let cells = try table.rows.all().map { row in zip(row, table.columns).map { CellText.shown($0, in: $1) } }
      #expect(Array(sheet.rows.dropFirst()) == cells)
    }
    let texts = [document, back.document].map { $0.blocks.compactMap { if case .paragraph(let runs) = $0 { runs } else { nil } } }
    #expect(texts[0].map { $0.map(\.text).joined() }.allSatisfy { text in texts[1].contains { $0.map(\.text).joined() == text } })
  }

  @Test("many rows are read in batches, as often as asked for")
  func long() throws {
    let page = try read("# T\r\n\r\n|a|b|\r\n|-|-|\r\n" + (0..<5000).map { "|\($0)|ü **x**|\r\n" }.joined())
    #expect(page.rows.count == 5001 && page.rows.last == ["4999", "ü x"])
    #expect(page.tables[0].lines.last == 5004)
    #expect(try page.tables[0].table.rows.all() == page.rows)
  }
}
