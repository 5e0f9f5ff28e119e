// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

/// What a plug-in says of itself.
@Suite struct ManifestTests {
  private let head = "kip-plugin 1\nid: probe-1\nversion: 1.2.0\nlicence: MIT\nsummary: Eine Probe: kurz\n"

  @Test("head, offers, parameters and endings are read")
  func everything() throws {
    let manifest = try Manifest(
      head + """
        requires: andere  dritte

        report auszug: Maßnahmen einer Einheit
          für einheit required: die Einheit, etwa "FB 51"
          stand date: Tag
          nach file: Datei
          grenze number: so viele: höchstens
          titel text: Überschrift
        format xlsx: Tabellen
          reads: xlsx xlsm
          writes: xlsx
        analysis auszug: prüft
        """)
    #expect(manifest.id == "probe-1" && manifest.version == "1.2.0" && manifest.licence == "MIT" && manifest.summary == "Eine Probe: kurz")
    #expect(manifest.requires == ["andere", "dritte"])
    #expect(manifest.offers.map(\.point) == [.report, .format, .analysis])
    #expect(manifest.offers.map(\.name) == ["auszug", "xlsx", "auszug"])
    #expect(manifest.offers.map(\.summary) == ["Maßnahmen einer Einheit", "Tabellen", "prüft"])
    #expect(manifest.offers[0].parameters.map(\.name) == ["für", "stand", "nach", "grenze", "titel"])
    #expect(manifest.offers[0].parameters.map(\.type) == [.thing("einheit"), .date, .file, .number, .text])
    #expect(manifest.offers[0].parameters.map(\.isRequired) == [true, false, false, false, false])
    #expect(manifest.offers[0].parameters[3].summary == "so viele: höchstens")
    #expect(manifest.offers[1].reads == ["xlsx", "xlsm"] && manifest.offers[1].writes == ["xlsx"])
  }

  @Test(
    "an error names the line and what was expected there",
    arguments: [
      ("", "Zeile 1: erwartet war \"kip-plugin 1\""),
      ("kip-plugin 2\n", "Zeile 1: erwartet war \"kip-plugin 1\""),
      ("kip-plugin 1\nid probe", "Zeile 2: erwartet war \"NAME: …\""),
      ("kip-plugin 1\n  für text: x", "Zeile 2: erwartet war ein Angebot vor der eingerückten Zeile"),
      (
        "kip-plugin 1\n\nautor: ich",
        "Zeile 3: erwartet war id, version, licence, summary, requires oder ein Angebot (format, variant, analysis, report, command)"
      ),
      ("kip-plugin 1\nreport a: x\n  für: x", "Zeile 3: erwartet war \"NAME TYP: …\" oder \"NAME TYP required: …\""),
      ("kip-plugin 1\nreport a: x\n  für text optional: x", "Zeile 3: erwartet war \"NAME TYP: …\" oder \"NAME TYP required: …\""),
      ("kip-plugin 1\nreport a: x\n  für wolke: x", "Zeile 3: erwartet war text, number, date, file oder die Art eines Dings"),
      ("kip-plugin 1\nreport a: x\n  reads: csv", "Zeile 3: erwartet war \"NAME TYP: …\" oder \"NAME TYP required: …\""),
    ])
  func errors(_ text: String, _ expected: String) {
    let error = #expect(throws: Hinweis.self) { try Manifest(text) }
    #expect(error?.text == "Manifest, " + expected)
    #expect(error?.help == "das Manifest in der Quelle des Plug-ins berichtigen und neu bauen")
  }

  @Test("each line of the head must be there, and something must be offered", arguments: ["id", "version", "licence", "summary"])
  func missing(_ name: String) {
    let lines = (head + "report a: x").split(separator: "\n").filter { !$0.hasPrefix(name + ":") }
    let error = #expect(throws: Hinweis.self) { try Manifest(lines.joined(separator: "\n")) }
    #expect(error?.text == "Manifest: die Zeile \"\(name): …\" fehlt")
    let empty = #expect(throws: Hinweis.self) { try Manifest(head) }
    #expect(empty?.text == "Manifest: es bietet nichts an (erwartet war eine Zeile wie \"report NAME: …\")")
  }

  @Test("a name stands for one thing, umlauts and case apart")
  func names() {
    let twice = #expect(throws: Hinweis.self) { try Manifest(head + "report übersicht: x\nreport UEBERSICHT: y") }
    #expect(twice?.text == "Manifest: \"report UEBERSICHT\" steht zweimal da")
    let blank = #expect(throws: Hinweis.self) { try Manifest(head.replacing("probe-1", with: "probe 1") + "report a: x") }
    #expect(blank?.text == "Manifest: die id \"probe 1\" hat andere Zeichen als Buchstaben, Ziffern und Bindestrich")
  }
}
