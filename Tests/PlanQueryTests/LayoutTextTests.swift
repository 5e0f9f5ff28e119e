// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import PlanQuery
import Testing

/// The text of layouts: what is printed is read again as it was.
@Suite struct LayoutTextTests {
  @Test("each kind of line of a layout is read")
  func lines() throws {
    let layout = try #require(
      try VariantParser.layouts(
        """
        # der Katalog der Stadt
        layout musterstadt "Maßnahmen der Stadt"
          kopfzeilen 2 maßgeblich 2
          zeilen verbunden weil "Texte laufen über mehrere Zeilen"
          blatt ist handlungsfeld
          farbe 00b050 = umgesetzt
          spalte Nr oder "Lfd. Nr."; Nummer ist nr
          spalte Beginn ist Beginn_geplant
          spalte Ämter ist rolle umsetzung getrennt durch ";"
          spalte Was ist text je zeile weil "eine Maßnahme je Zeile"
          spalte "Stand 2021" ist sachstand text am 2021
          spalte "Kosten 2024" oben Geld ist mittel benötigt im Jahr 2024
          spalte Bedarf ist mittel benötigt
          spalte Gruppe ist merkmal zielgruppe
          spalte kip-id ist kennung
        ende
        """, of: "m.kipl"
      ).first)
    #expect(layout.rowRule == .joined && layout.sheetName == .field("handlungsfeld"))
    #expect(layout.colours == [.init("00B050", ["umgesetzt"])])
    #expect(layout.columns[0].synonyms == ["Lfd. Nr.", "Nummer"])
    #expect(
      layout.columns.map(\.target) == [
        .field("nr"), .field("beginn_geplant"), .role("umsetzung", actor: nil), .field("text"), .report("text", day: "2021"),
        .funds("benötigt", year: "2024"), .funds("benötigt", year: ""), .attribute("zielgruppe", value: nil), .identity,
      ])
    #expect(layout.columns.map(\.separator) == ["", "", ";", "\n", "", "", "", "", ""])
    #expect(layout.reasons.map(\.setting) == ["zeilen", "Was"])
  }

  @Test("what no layout can say is refused with what it can")
  func refused() throws {
    func error(_ line: String) -> Hinweis? {
      #expect(throws: Hinweis.self) { try VariantParser.layouts("layout a \"A\"\n\(line)\nende", of: "a.kipl") }
    }
    #expect(error("spalte X ist kostn")?.help == "gemeint ist vielleicht kosten")
    #expect(error("spalte X ist sachstand farbe")?.text == "\"farbe\" ist keine Spalte von sachstand")
    #expect(error("spalte X ist sachstand text am Montag")?.text == "\"Montag\" ist kein Tag")
    #expect(error("farbe grün = umgesetzt")?.help == "Farben stehen so: 00B050")
    #expect(error("zeilen doppelt")?.help == "möglich sind einzeln und verbunden")
    #expect(error("spalte X ist kostn")?.place == Place(file: "a.kipl", line: 2, column: 14))
    #expect(throws: Hinweis.self) { try VariantParser.layouts("merkmal a von maßnahme b", of: "a.kipl") }
    #expect(throws: Hinweis.self) { try VariantParser.layouts("layout a \"A\"", of: "a.kipl") }
  }

  @Test("a layout that is printed and read again is the same", arguments: 0..<200)
  func roundTrip(_ seed: Int) throws {
    var generator = LayoutGenerator(SeededNumbers(UInt64(seed)))
    let layouts = [generator.layout(), generator.layout()]
    #expect(try VariantParser.layouts(layouts.map(\.printed).joined(separator: "\n"), of: "") == layouts)
  }

  @Test("the shipped layout is printed and read again as it is")
  func shipped() throws {
    let layouts = try VariantTests.braunschweig.get().layouts
    #expect(try VariantParser.layouts(layouts[0].printed, of: "") == layouts)
  }
}

/// Makes any layout that the language can say.
private struct LayoutGenerator {
  private var numbers: SeededNumbers

  init(_ numbers: SeededNumbers) { self.numbers = numbers }

  private static let texts = [
    "Nr", "Was soll erreicht werden?", "er sagte \"ja\"", "\"", "weil", "oben", "ist", "„so“", "# 1", "a|b;c", " vorn", "", "30,2", "x, y",
    "=",
    "{inhaber}", "oder", "je zeile", "😀",
  ]
  private static let words = ["zielgruppe", "wer", "ort_2", "oder", "von"]

  mutating func layout() -> Layout {
    var layout = Layout(text(), title: text())
    layout.headerRows = number(1...4)
    layout.decidingRow = number(1...layout.headerRows)
    layout.numbering = number(0...1) == 0 ? .plain : .measureAndEntry
    layout.rowRule = number(0...1) == 0 ? .single : .joined
    layout.sheetName = number(0...1) == 0 ? .ignored : target()
    layout.colours = several(0...2) { Layout.Code("00B0\($0.number(10...99))", $0.several(1...2) { $0.text() }) }
    layout.columns = several(0...6) { $0.column() }
    var settings: Set<String> = []
    for setting in ["kopfzeilen", "nummern", "zeilen"] + layout.columns.map({ $0.heading.isEmpty ? $0.topHeading ?? "" : $0.heading }) {
      // Of several columns that are called alike the reason stands behind the first.
      guard settings.insert(setting).inserted, number(0...2) == 0 else { continue }
      layout.reasons.append(.init(setting, text()))
    }
    return layout
  }

  private mutating func column() -> Layout.Column {
    var column = Layout.Column(text(), target())
    column.groups = number(0...1) == 0 ? [] : several(1...2) { $0.text() }
    column.topHeading = number(0...1) == 0 ? nil : text()
    column.synonyms = several(0...2) { $0.text() }
    column.separator = pick(["", "\n", ";", ", ", "und"])
    column.codes = several(0...2) { Layout.Code($0.text(), $0.several(1...2) { $0.text() }) }
    return column
  }

  private mutating func target() -> Layout.Target {
    switch number(0...6) {
    case 0: .field(pick(["nr", "text", "seite", "kosten", "sozialräume", "beginn_geplant"]))
    case 1: .attribute(pick(LayoutGenerator.words), value: number(0...1) == 0 ? nil : text())
    case 2: .role(pick(LayoutGenerator.words), actor: number(0...1) == 0 ? nil : text())
    case 3: .identity
    case 4: .report(pick(["text", "status", "ampel"]), day: pick(["", "2021", "31.12.2021", "III/2024"]))
    case 5: .funds(pick(["benötigt", "bewilligt"]), year: pick(["", "2024"]))
    default: .ignored
    }
  }

  mutating func text() -> String { pick(LayoutGenerator.texts) }
  private mutating func pick<T>(_ from: [T]) -> T { from[number(0...from.count - 1)] }
  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &numbers) }

  mutating func several<T>(_ range: ClosedRange<Int>, _ make: (inout LayoutGenerator) -> T) -> [T] {
    var all: [T] = []
    for _ in 0..<number(range) { all.append(make(&self)) }
    return all
  }
}
