// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import PlanTables
import Testing

@Suite struct NameTests {
  private func town(_ more: String = "") throws -> Town {
    try Town(
      """
      neu einheit "FB 50" name "Fachbereich Soziales"
      neu einheit "FB 51" name "Fachbereich Jugend"
      neu einheit "Amt 32" name "Ordnungsamt"
      neu organisation "Caritas"
      \(more)
      layout liste "Maßnahmenliste"
        kopfzeilen 1 maßgeblich 1
        spalte "Nr" ist nr
        spalte "Maßnahme" ist text
        spalte "Zuständig" ist rolle federführung
      ende
      """)
  }

  private func read(_ cell: String, in town: Town, ask: NameAsking? = nil) throws -> [String] {
    try town.read([["Nr", "Maßnahme", "Zuständig"], ["1", "Sprachcafé", cell]], ask: ask)
    return try town.rows("zuständigkeiten | zeige rolle, akteur").map { $0.joined(separator: ": ") }.sorted()
  }

  @Test("a unit is known in every writing", arguments: ["FB51", "FB 51", "Fachbereich 51", "51", "Fachbereich Jugend"])
  func writings(_ cell: String) throws { #expect(try read(cell, in: town()) == ["federführung: FB 51"]) }

  @Test(
    "a cell may name several units and a person",
    arguments: [
      ("FB 51/50, Fr. M.", ["ansprechpartner: Fr. M.", "federführung: FB 50", "federführung: FB 51"]),
      ("FB 50 und FB 51", ["federführung: FB 50", "federführung: FB 51"]),
      ("alle FB", ["federführung: FB 50", "federführung: FB 51"]),
      ("Stadt + Caritas", ["federführung: Caritas", "federführung: Stadt"]),
      ("FB 51 (Herr Dr. Beispiel)", ["ansprechpartner: Herr Dr. Beispiel", "federführung: FB 51"]),
      ("Verein für Sport und Kultur", ["federführung: Verein für Sport und Kultur"]),
    ])
  func several(_ cell: String, _ roles: [String]) throws { #expect(try read(cell, in: town()) == roles) }

  @Test("a person of several writings is one")
  func persons() throws {
    let town = try town()
    try town.read([["Nr", "Maßnahme", "Zuständig"], ["1", "Sprachcafé", "Fr. Muster"], ["2", "Radkurs", "Frau Muster"]])
    #expect(try town.rows("personen | zeige name, geprüft") == [["Fr. Muster", "nein"]])
  }

  @Test(
    "a unit that the plan does not have is never invented: its cell is listed",
    arguments: ["FB 77", "Fachdienst Integration", "Hochbauamt"])
  func unknownUnit(_ cell: String) throws {
    let town = try town()
    #expect(try read(cell, in: town) == [])
    #expect(try town.rows("hinweise wo mit inhalt | zeige regel, inhalt") == [["einheit-unbekannt", cell]])
  }

  @Test("asked for it, a unit is made, or another one meant; the accepted spelling is remembered")
  func asked() throws {
    let making = try town()
    #expect(try read("FB 77", in: making, ask: { _ in .new }) == ["federführung: FB 77"])
    #expect(try making.rows("einheiten wo kürzel = \"FB 77\" | zeige geprüft") == [["nein"]])
    let meaning = try town()
    let other = try #require(Int(try meaning.value("einheiten wo kürzel = \"FB 50\" | zeige id")))
    #expect(try read("Fachdienst Integration", in: meaning, ask: { _ in .thing(other) }) == ["federführung: FB 50"])
    #expect(try meaning.rows("nebennamen | zeige name") == [["Fachdienst Integration"]])
    try meaning.read([["Nr", "Maßnahme", "Zuständig"], ["2", "Radkurs", "Fachdienst Integration"]])
    #expect(try meaning.value("zuständigkeiten wo akteur = \"FB 50\" | anzahl") == "2")
  }

  @Test("of two units with one number somebody is asked which is meant")
  func ambiguous() throws {
    let town = try town("neu einheit \"Ref. 50\" name \"Referat 50\"")
    var asked: [String] = []
    #expect(
      try read(
        "50", in: town,
        ask: { question in
          asked = question.candidates.map(\.title)
          return .leave
        }) == [])
    #expect(asked.count == 2)
    #expect(try town.findings("einheit-unbekannt").count == 1)
  }
}
