// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import PlanQuery
import Testing

/// The steps of a query.
@Suite struct StepTests {
  @Test(
    "each step is read",
    arguments: [
      ("maßnahmen", query("maßnahmen")),
      ("maßnahmen wo nr = 1", query("maßnahmen", .filter(compare("nr", .equal, "1")))),
      ("maßnahmen | wo nr = 1", query("maßnahmen", .filter(compare("nr", .equal, "1")))),
      ("maßnahmen ohne hut", query("maßnahmen", .filter(.empty(path("hut"))))),
      ("maßnahmen mit hut", query("maßnahmen", .filter(.not(.empty(path("hut")))))),
      ("maßnahmen mit hut und ohne ziel", query("maßnahmen", .filter(.and([.not(.empty(path("hut"))), .empty(path("ziel"))])))),
      ("maßnahmen zeige nr", query("maßnahmen", .show([Shown(path("nr"))]))),
      (
        "maßnahmen | zeige nr, ziel.handlungsfeld.name als Feld, text als \"Was getan wird\"",
        query(
          "maßnahmen",
          .show([Shown(path("nr")), Shown(path("ziel.handlungsfeld.name"), alias: "Feld"), Shown(path("text"), alias: "Was getan wird")]))
      ),
      ("maßnahmen | sortiere nr", query("maßnahmen", .sort([Order(path("nr"))]))),
      (
        "maßnahmen | sortiere nach status absteigend, nr aufsteigend, text",
        query("maßnahmen", .sort([Order(path("status"), descending: true), Order(path("nr")), Order(path("text"))]))
      ),
      ("maßnahmen | gruppiere status", query("maßnahmen", .group([path("status")], [Aggregate(.anzahl)]))),
      (
        "maßnahmen | gruppiere nach status, handlungsfeld: anzahl als Zahl, summe mittel, min nr als \"kleinste\"",
        query(
          "maßnahmen",
          .group(
            [path("status"), path("handlungsfeld")],
            [Aggregate(.anzahl, alias: "Zahl"), Aggregate(.summe, path("mittel")), Aggregate(.min, path("nr"), alias: "kleinste")]))
      ),
      ("maßnahmen | anzahl", query("maßnahmen", .total([Aggregate(.anzahl)]))),
      (
        "maßnahmen | gruppiere status: anzahl, anteil, anteil kosten als Teil, eindeutig hut",
        query(
          "maßnahmen",
          .group(
            [path("status")],
            [
              Aggregate(.anzahl), Aggregate(.anteil), Aggregate(.anteil, path("kosten"), alias: "Teil"),
              Aggregate(.eindeutig, path("hut")),
            ]))
      ),
      ("maßnahmen | eindeutig hut", query("maßnahmen", .total([Aggregate(.eindeutig, path("hut"))]))),
      (
        "maßnahmen | zeige status | eindeutig | erste 2",
        query("maßnahmen", .show([Shown(path("status"))]), .distinct, .first(2))
      ),
      ("maßnahmen | kreuz status x hut", query("maßnahmen", .cross(path("status"), path("hut"), Aggregate(.anzahl)))),
      (
        "maßnahmen | kreuz status × hut: summe mittel.betrag",
        query("maßnahmen", .cross(path("status"), path("hut"), Aggregate(.summe, path("mittel.betrag"))))
      ),
      (
        "maßnahmen | zeige nr, (abschluss - beginn) / 7 als Wochen, kürzel & \" \" & name",
        query(
          "maßnahmen",
          .show([
            Shown(path("nr")),
            Shown(
              .combined(.combined(.column(path("abschluss")), .minus, .column(path("beginn"))), .divided, .value(Operand("7"))),
              alias: "Wochen"),
            Shown(.combined(.combined(.column(path("kürzel")), .joined, .text(Operand(" "))), .joined, .column(path("name")))),
          ]))
      ),
      (
        "maßnahmen zeige heute - frist + 2 * 3",
        query(
          "maßnahmen",
          .show([
            Shown(
              .combined(
                .combined(.value(Operand("heute")), .minus, .column(path("frist"))), .plus,
                .combined(.value(Operand("2")), .times, .value(Operand("3")))))
          ]))
      ),
      ("maßnahmen anzahl", query("maßnahmen", .total([Aggregate(.anzahl)]))),
      (
        "werte | summe ist, durchschnitt ist, max ist, min ist",
        query("werte", .total([.summe, .durchschnitt, .max, .min].map { Aggregate($0, path("ist")) }))
      ),
      ("maßnahmen | erste 5 | letzte 2", query("maßnahmen", .first(5), .last(2))),
      ("maßnahmen erste 0", query("maßnahmen", .first(0))),
    ])
  func steps(_ text: String, _ expected: Query) throws { #expect(try QueryParser.parse(text) == expected) }

  @Test("a picture is the last step")
  func pictures() throws {
    #expect(try QueryParser.parse("handlungsfelder | baum").picture == Picture(.baum))
    #expect(try QueryParser.parse("werte | linie datum, ist").picture == Picture(.linie, [path("datum"), path("ist")]))
    #expect(try QueryParser.parse("maßnahmen | matrix status x hut").picture == Picture(.matrix, [path("status"), path("hut")]))
    let crossed = try QueryParser.parse("maßnahmen | kreuz status x hut | Matrix stand 2018")
    #expect(crossed.picture == Picture(.matrix))
    #expect(crossed.steps.count == 1)
    #expect(crossed.moment.day == 20_181_231)
    #expect(throws: Hinweis.self) { try QueryParser.parse("maßnahmen | balken | erste 2") }
  }

  @Test("lists may be separated by semicolons, as spreadsheets do")
  func semicolons() throws {
    #expect(try QueryParser.parse("maßnahmen | zeige nr; text") == QueryParser.parse("maßnahmen | zeige nr, text"))
    #expect(try QueryParser.parse("maßnahmen | sortiere nr; text") == QueryParser.parse("maßnahmen | sortiere nr, text"))
  }

  @Test("words are known in any case and with umlauts written out")
  func spellings() throws {
    let expected = try QueryParser.parse("massnahmen wo text enthält x | gruppiere status: anzahl | erste 3")
    #expect(try QueryParser.parse("massnahmen WO text ENTHAELT x | Gruppiere status: ANZAHL | Erste 3") == expected)
  }

  @Test("a query may stand on several lines, with comments")
  func lines() throws {
    let text = """
      maßnahmen wo   # die Bedingung
        status = geplant
        | zeige nr,  # Nummer
                text
      """
    #expect(
      try QueryParser.parse(text)
        == query("maßnahmen", .filter(compare("status", .equal, "geplant")), .show([Shown(path("nr")), Shown(path("text"))])))
  }

  @Test("every name knows where it stood")
  func spans() throws {
    let parsed = try QueryParser.parse("maßnahmen zeige ziel.name")
    guard case .show(let shown)? = parsed.steps.first else { throw Hinweis("kein zeige") }
    #expect(shown[0].path.names.map(\.span.start) == [16, 21])
    #expect(shown[0].path.names.map(\.span.length) == [4, 4])
    #expect(parsed.noun.span.start == 0 && parsed.noun.span.length == 9)
  }
}
