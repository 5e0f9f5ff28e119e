// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import PlanKit
import Testing

@Suite struct WritingTests {
  @Test("a plug-in offers just what its manifest declares")
  func manifests() throws {
    for registry in Formats.registries {
      let manifest = try Manifest(registry.manifest)
      #expect(manifest.offers.map(\.name) == registry.offers.map(\.name))
      #expect(manifest.offers.map(\.point) == registry.offers.map(\.code.point))
      #expect(manifest.licence == "Apache-2.0")
    }
  }

  @Test("CSV has one header line with the keys, and with groups the header lines of the table")
  func headers() throws {
    #expect(try Formats.text(Samples.query, as: "csv").hasPrefix("nr,text,bewilligt,frist,offen,zielgruppe\r\n\"7,0\","))
    #expect(try Formats.text(Samples.query, as: "csv-excel").hasPrefix("\u{FEFF}Nr.;Maßnahme;"))
    let lines = try Formats.read(Formats.write(Samples.catalogue, as: "csv")).rows
    #expect(lines[0] == ["Nr", "Handlungsfeld", "Zielgruppe", "", "", "Umsetzung", "", "Bemerkungen"])
    #expect(lines[1] == ["", "", "Flüchtlinge", "", "", "Hut", "", ""])
    #expect(lines[2][6] == "FB 51")
    #expect(lines[4][6] == "51.3")
  }

  @Test(
    "Excel gets nothing that it would run, and its numbers stay numbers",
    arguments: [
      ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("-1+1", "'-1+1"), ("+49 5136", "'+49 5136"), ("\t=1", "\"'\t=1\""), ("-", "'-"),
      ("-5", "-5"), ("+3", "+3"), ("-1250,5", "\"-1250,5\""), ("a=b", "a=b"),
    ])
  func formulas(_ cell: String, _ expected: String) throws {
    let table = Table("", columns: [.init("a", "A"), .init("b", "B")], rows: TextRows([[cell, "x"]]))
    #expect(try Formats.text(Document("t", [.table(table)]), as: "csv-excel") == "\u{FEFF}A;B\r\n\(expected);x\r\n")
    #expect(try Formats.text(Document("t", [.table(table)]), as: "tsv").contains("'") == false)
  }

  @Test("a document without a table cannot be CSV, and two tables have an empty line between them")
  func tables() throws {
    let error = #expect(throws: Hinweis.self) { try Formats.write(Document("Karte", [.text("x")]), as: "csv") }
    #expect(error?.text.contains("\"Karte\" hat keine Tabelle") == true)
    let table = Block.table(Table("", columns: [.init("a", "A")], rows: TextRows([["1"]])))
    #expect(try Formats.text(Document("t", [table, .text("x"), table]), as: "csv") == "a\r\n1\r\n\r\na\r\n1\r\n")
  }

  @Test("a query as JSON is a list of objects with values of their kinds")
  func json() throws {
    let rows = try #require(JSONSerialization.jsonObject(with: Data(Formats.write(Samples.query, as: "json"))) as? [[String: Any]])
    #expect(rows.count == 5)
    #expect(rows[0]["nr"] as? String == "7,0")
    #expect(rows[0]["bewilligt"] as? Double == 1250.5)
    #expect(rows[0]["offen"] as? Bool == true)
    #expect(rows[0]["frist"] as? String == "2024-12-31")
    #expect(rows[0]["zielgruppe"] as? [String] == ["Kinder", "Jugendliche"])
    #expect(rows[2]["zielgruppe"] as? [String] == [])
    #expect(rows[3]["bewilligt"] is NSNull)
    #expect(rows[3]["text"] as? String == "„Personal“ schulen; \"Fortbildung\"\nzweite Zeile | *mit* <Zeichen> & _Strich_")
    #expect(rows[4]["bewilligt"] as? String == "keine Angabe")
  }

  @Test("JSON Lines has an object a line, and no rows give no lines and an empty list")
  func jsonLines() throws {
    let lines = try Formats.text(Samples.query, as: "jsonl").split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 6 && lines.last == "")
    for line in lines.dropLast() { #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line.utf8)) } }
    let empty = Document("t", [.table(Table("", columns: [.init("a", "A")], rows: TextRows([])))])
    #expect(try Formats.text(empty, as: "json") == "[]\n")
    #expect(try Formats.text(empty, as: "jsonl") == "")
  }

  @Test(
    "control characters and every kind of number make valid JSON",
    arguments: [
      ("01", false), ("-0.5", true), ("1e5", true), ("1.", false), (".5", false), ("+1", false), ("1E+10", true), ("-", false),
      ("NaN", false), ("0", true),
    ])
  func jsonNumbers(_ text: String, _ isNumber: Bool) throws {
    let control = String((0..<0x20).compactMap { Unicode.Scalar($0).map(Character.init) }) + "\u{7F}\"\\ü\u{2028}"
    let table = Table("", columns: [.init("z", "Z", .number), .init("t\"", "T")], rows: TextRows([[text, control]]))
    let data = Data(try Formats.write(Document("t", [.table(table)]), as: "json"))
    let rows = try #require(JSONSerialization.jsonObject(with: data) as? [[String: Any]])
    #expect((rows[0]["z"] is String) != isNumber)
    #expect(rows[0]["t\""] as? String == control)
  }

  @Test("a whole document as JSON is one object with title, properties and blocks")
  func jsonDocument() throws {
    let object = try #require(JSONSerialization.jsonObject(with: Data(Formats.write(Samples.report, as: "json"))) as? [String: Any])
    #expect(object["title"] as? String == "Auszug für \"FB 51\" <Entwurf>")
    #expect(object["properties"] as? [String: String] == ["Bearbeitungsstand": "vorläufig", "Herkunft": "katalog.csv"])
    let blocks = try #require(object["blocks"] as? [[String: Any]])
    #expect(
      blocks.compactMap { $0["type"] as? String } == [
        "heading", "paragraph", "list", "heading", "paragraph", "table", "table", "table", "table",
      ])
    #expect((blocks[5]["rows"] as? [Any])?.count == 5)
  }

  @Test("a table with rows of other lengths loses no cell", arguments: ["csv", "tsv", "json", "jsonl", "markdown", "html"])
  func unevenRows(_ format: String) throws {
    let table = Table(
      "", columns: [.init("a", "A"), .init("b", "B")], rows: TextRows([["eins"], ["zwei", "drei", "vier"], [], ["fünf", "sechs"]]))
    let text = try Formats.text(Document("t", [.table(table)]), as: format)
    for word in ["eins", "zwei", "drei", "vier", "fünf", "sechs"] { #expect(text.contains(word)) }
  }

  @Test(
    "plain text does not become markup in Markdown",
    arguments: [
      ("# a", "\\# a"), ("- a", "\\- a"), ("1. a", "1\\. a"), ("12) a", "12\\) a"), ("> a", "\\> a"), ("a*b_c`d", "a\\*b\\_c\\`d"),
      ("[x](y)", "\\[x\\](y)"),
      ("<b>&amp;", "\\<b>\\&amp;"), ("a|b", "a\\|b"), ("    a", "a"), ("===", "\\==="), ("31.12.2024", "31.12.2024"),
      ("a\n\n# b", "a\\\n\\# b"), ("~~a~~", "\\~\\~a\\~\\~"),
    ])
  func markdownText(_ text: String, _ expected: String) throws {
    #expect(try Formats.text(Document("t", [.text(text)]), as: "markdown") == "# t\n\n\(expected)\n")
  }

  @Test("marks in Markdown stand at words, not at blanks")
  func markdownStyles() throws {
    let document = Document("t", [.paragraph([Run("a"), Run(" b. ", .strong), Run("c"), Run("d.", .strong), Run("e"), Run("`x", .code)])])
    #expect(try Formats.text(document, as: "markdown") == "# t\n\na **b.** c<strong>d.</strong>e`` `x ``\n")
  }

  @Test("groups stand before the headings in Markdown's one header row")
  func markdownGroups() throws {
    let text = try Formats.text(Samples.catalogue, as: "markdown")
    #expect(text.contains("| Nr | Handlungsfeld: Thema | Zielgruppe: Flüchtlinge: UMF |"))
    #expect(text.contains("| Umsetzung: Hut: FB 51 | Bemerkungen |\n"))
  }

  @Test("every line of a Markdown table has as many bars as its header")
  func markdownBars() throws {
    let lines = try Formats.text(Samples.query, as: "markdown").split(separator: "\n").filter { $0.hasPrefix("|") }
    let bars = lines.map { line in line.replacing("\\|", with: "").count { $0 == "|" } }
    #expect(lines.count == 7 && Set(bars) == [7])
  }
}
