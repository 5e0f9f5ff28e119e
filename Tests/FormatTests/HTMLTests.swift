// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import FoundationXML
import PlanKit
import Testing

@Suite struct HTMLTests {
  /// Collects the elements of a page; it fails where the page is no well-formed XML.
  private final class Page: NSObject, XMLParserDelegate {
    var elements: [(name: String, attributes: [String: String])] = []
    var text = ""
    private let parser: XMLParser

    init(_ html: String) {
      // The few things in which HTML differs from XML.
      var xml = html.replacing("<!doctype html>\n", with: "").replacing("<br>", with: "<br/>")
      xml = xml.replacing(/<meta [^>]*>/, with: "")
      if let style = xml.firstRange(of: /<style>[\s\S]*<\/style>/) { xml.removeSubrange(style) }
      parser = XMLParser(data: Data(xml.utf8))
      super.init()
      parser.delegate = self
    }

    func parse() -> Bool { parser.parse() }

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?, attributes: [String: String]
    ) { elements.append((name, attributes)) }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func all(_ name: String) -> [[String: String]] { elements.filter { $0.name == name }.map(\.attributes) }
  }

  private func page(_ document: Document) throws -> Page {
    let page = Page(try Formats.text(document, as: "html"))
    #expect(page.parse())
    return page
  }

  @Test("a page is well-formed, in German, with one main heading and no level left out")
  func structure() throws {
    let html = try Formats.text(Samples.report, as: "html")
    #expect(html.hasPrefix("<!doctype html>\n<html lang=\"de\">\n<head>\n<meta charset=\"utf-8\">"))
    for foreign in ["<script", "<link", " src=", "url(", "@import"] { #expect(!html.contains(foreign)) }
    let page = try page(Samples.report)
    let levels = page.elements.compactMap { $0.name.count == 2 && $0.name.hasPrefix("h") ? Int($0.name.dropFirst()) : nil }
    #expect(levels == [1, 2, 3])
    #expect(page.all("main").first?["id"] == "inhalt")
    #expect(page.all("a").first?["href"] == "#inhalt")
    #expect(page.all("dt").count == 2)
  }

  @Test("text is text: what looks like markup is shown")
  func escaping() throws {
    let evil = "<img src=x onerror=alert(1)> & \"'\u{7}</td></table>"
    var table = Table(evil, columns: [.init("a", evil, .label), .init("b", "B")], rows: TextRows([[evil, evil]]))
    table.notes = [evil]
    table.groups = [[.init(evil, span: 2)]]
    var document = Document(evil, [.heading(1, evil), .paragraph([Run(evil, .code)]), .list([[Run(evil)]]), .table(table)])
    document.subtitle = evil
    document.properties = [.init(evil, evil)]
    document.language = "de\"><script>"
    let page = try page(document)
    #expect(page.all("img").isEmpty && page.all("script").isEmpty)
    #expect(page.text.components(separatedBy: "<img src=x onerror=alert(1)> & \"'\u{FFFD}</td></table>").count == 15)
  }

  @Test("the foot of a printed page names the document and its first facts, and no text can end the style sheet")
  func pageFoot() throws {
    var document = Samples.report
    document.title = "Auszug \"A\\B\"\n</style><script>"
    document.properties.append(.init("Verwendung", String(repeating: "lang ", count: 40)))
    let html = try Formats.text(document, as: "html")
    #expect(
      html.contains(
        #"@bottom-left { content: "Auszug \22 A\5c B\22 \a \3c /style>\3c script> · Bearbeitungsstand: vorläufig · Herkunft: katalog.csv" }"#
      ))
  }

  @Test("a caption that the heading above it says already is only read out")
  func captions() throws {
    let table = Table("Zuständig", columns: [.init("a", "A")], rows: TextRows([["x"]]))
    let page = try page(Document("Auszug", [.heading(1, "Zuständig (1)"), .table(table), .heading(1, "Erwähnt"), .table(table)]))
    #expect(page.all("caption").map { $0["class"] } == ["unsichtbar", nil])
    // An answer without a title has that of its table.
    let answer = try self.page(Document("", [.table(Table("maßnahmen", columns: table.columns, rows: table.rows))]))
    #expect(answer.text.contains("Maßnahmen") && answer.all("caption").map { $0["class"] } == ["unsichtbar"])
    #expect(try Formats.text(Document("Zuständig", [.table(table)]), as: "markdown").hasPrefix("# Zuständig\n\n| A |"))
  }

  @Test("a table has a caption that names its region, and no two regions have one name")
  func regions() throws {
    let page = try page(Samples.report)
    let regions = page.elements.filter { $0.attributes["role"] == "region" }.map(\.attributes)
    #expect(regions.count == 4)
    #expect(regions.allSatisfy { $0["tabindex"] == "0" })
    #expect(regions.map { $0["aria-labelledby"] } == page.all("caption").map { $0["id"] })
    #expect(page.text.contains("Maßnahmenkatalog (Tabelle 3)"))
  }

  @Test("header cells say what they head, and empty ones are none")
  func headers() throws {
    let html = try Formats.text(Samples.catalogue, as: "html")
    #expect(html.contains("<th scope=\"col\" rowspan=\"3\" class=\"m\">Nr</th>"))
    #expect(html.contains("<th scope=\"colgroup\" colspan=\"3\">Zielgruppe</th>"))
    #expect(html.contains("<th scope=\"colgroup\" colspan=\"2\">Hut</th>"))
    #expect(html.contains("<th scope=\"row\">30,2</th>"))
    #expect(!html.contains("\"></th>"))
  }

  @Test("every row of the header is as wide as the table")
  func headerGrid() throws {
    let page = try page(Samples.catalogue)
    var widths: [Int] = []
    var below: [Int: Int] = [:]
    for element in page.elements.drop(while: { $0.name != "thead" }).prefix(while: { $0.name != "tbody" }) {
      if element.name == "tr" { widths.append(below[widths.count] ?? 0) }
      guard element.name == "th" || element.name == "td" else { continue }
      let (columns, rows) = (Int(element.attributes["colspan"] ?? "1") ?? 1, Int(element.attributes["rowspan"] ?? "1") ?? 1)
      for row in 0..<rows where row > 0 { below[widths.count - 1 + row, default: 0] += columns }
      widths[widths.count - 1] += columns
    }
    #expect(widths == [8, 8, 8])
  }

  @Test("values are shown as people in Germany write them")
  func values() throws {
    let html = try Formats.text(Samples.query, as: "html")
    for cell in [
      "<td class=\"z\">1.250,5</td>", ">31.12.2024</td>", ">III/2025</td>", "<td class=\"m\">ja</td>", ">Kinder; Jugendliche</td>",
      "1.234.567",
    ] {
      #expect(html.contains(cell), "\(cell)")
    }
    #expect(html.contains("&quot;Fortbildung&quot;<br>zweite Zeile"))
  }
}
