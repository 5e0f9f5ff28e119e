// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import PlanTables
import Testing

@Suite struct ColumnTests {
  /// A town whose list has a number, a text and one column more.
  private func town(_ column: String, before: String = "", _ cells: [String]) throws -> Town {
    let town = try Town(
      """
      \(before)
      layout liste "Maßnahmenliste"
        kopfzeilen 1 maßgeblich 1
        spalte "Nr" ist nr
        spalte "Maßnahme" ist text
        spalte "Angabe" ist \(column)
      ende
      """)
    try town.read([["Nr", "Maßnahme", "Angabe"]] + cells.enumerated().map { ["\($0 + 1)", "Kurs \($0 + 1)", $1] })
    return town
  }

  private func values(_ town: Town, _ column: String) throws -> [String] {
    try town.rows("maßnahmen | zeige \(column) | sortiere nr").map { $0[0] }
  }

  static let dates = [
    ("01.03.2024", "01.03.2024"), ("2024-03-01", "01.03.2024"), ("2024-03-01T08:30:00", "01.03.2024"), ("03/2024", "03/2024"),
    ("März 2024", "03/2024"), ("Mrz. 2024", "03/2024"), ("III/2024", "III/2024"), ("3. Quartal 2024", "III/2024"), ("Q3 2024", "III/2024"),
    ("2024", "2024"), ("45352", "01.03.2024"), ("Frühjahr 2024", "2024"), ("Ende 2024", "2024"), ("1. Halbjahr 2024", "2024"),
    ("2023/24", "2023"),
    ("24. April 2017", "24.04.2017"),
  ]

  @Test("a date is read as exactly as it is said", arguments: dates)
  func date(_ said: String, _ read: String) throws {
    let town = try town("beginn_geplant", [said])
    #expect(try values(town, "beginn_geplant") == [read])
  }

  @Test("a date that says more than is kept of it is named", arguments: ["Frühjahr 2024", "45352", "2023/24"])
  func roundedDate(_ said: String) throws {
    #expect(try town("beginn_geplant", [said]).findings("wert-gelesen").contains { $0.contains(said) })
  }

  @Test("what is no date stays in a finding with its content", arguments: ["sofort", "nach Haushaltsbeschluss", "31.02.2024"])
  func noDate(_ said: String) throws {
    let town = try town("ende_geplant", [said])
    #expect(try values(town, "ende_geplant") == [""])
    #expect(try town.rows("hinweise wo mit inhalt | zeige regel, zeile, spalte, inhalt") == [["wert-unlesbar", "2", "3", said]])
  }

  @Test("fortlaufend where an end is expected says how often, as it does in a time from–to")
  func endless() throws {
    let town = try town("ende_geplant", ["fortlaufend"])
    #expect(try values(town, "turnus") == ["dauerhaft"] && town.findings("wert-unlesbar").isEmpty)
  }

  @Test(
    "a time from–to in one cell is a beginning and an end",
    arguments: [
      ("2022 - 2024", "2022", "2024", ""), ("2022–2024", "2022", "2024", ""), ("ab 2022", "2022", "", ""),
      ("bis Ende 2027", "", "2027", ""),
      ("03/2023 bis 08/2024", "03/2023", "08/2024", ""), ("2023", "2023", "2023", ""), ("März bis Mai 2024", "03/2024", "05/2024", ""),
      ("fortlaufend", "", "", "dauerhaft"), ("jährlich", "", "", "jährlich"),
    ])
  func period(_ said: String, _ begin: String, _ end: String, _ turnus: String) throws {
    let town = try town("zeitraum", [said])
    #expect(try town.rows("maßnahmen | zeige beginn_geplant, ende_geplant, turnus") == [[begin, end, turnus]])
  }

  @Test("an amount keeps its words and its doubt", arguments: ["1.250,00 €", "ca. 2 T€", "0,5 VZÄ E9c", "im Rahmen vorhandener Mittel"])
  func amount(_ said: String) throws { #expect(try values(town("kosten", [said]), "kosten") == [said]) }

  @Test("an amount that nobody names is none, and listed")
  func noAmount() throws {
    let town = try town("kosten", ["k. A.", "-"])
    #expect(try values(town, "kosten") == ["", ""])
    #expect(try town.findings("keine-angabe").count == 2)
  }

  @Test(
    "a status is read in the words of towns",
    arguments: [
      ("umgesetzt", "umgesetzt"), ("Erledigt", "umgesetzt"), ("abgeschlossen", "umgesetzt"), ("in Arbeit", "laufend"), ("läuft", "laufend"),
      ("begonnen", "laufend"), ("noch nicht begonnen", "geplant"), ("zurückgestellt", "zurückgestellt"), ("verstetigt", "dauerhaft"),
      ("entfällt", "entfallen"),
    ])
  func status(_ said: String, _ read: String) throws { #expect(try values(town("status", [said]), "status") == [read]) }

  @Test("the layout's own codes go before all other words")
  func statusCodes() throws {
    let town = try town("status, grün = umgesetzt, läuft = dauerhaft", ["grün", "läuft", "lila"])
    #expect(try values(town, "status") == ["umgesetzt", "dauerhaft", "keine Angabe"])
    #expect(try town.findings("status-unbekannt").count == 1)
  }

  @Test(
    "a priority is read as a word, a number or a letter",
    arguments: [("hoch", "hoch"), ("1", "hoch"), ("B", "mittel"), ("gering", "niedrig")])
  func priority(_ said: String, _ read: String) throws { #expect(try values(town("priorität", [said]), "priorität") == [read]) }

  @Test("Sozialräume are linked where the plan has one of the name, made where it has none")
  func places() throws {
    let town = try town("sozialräume", before: "neu sozialraum \"Nord\"", ["nord; Süd", "Süd", "NORD"])
    #expect(try values(town, "sozialräume") == ["Nord; Süd", "Süd", "Nord"])
    #expect(try town.value("sozialräume | anzahl") == "2")
    #expect(try town.findings("ding-neu").count == 1)
  }

  @Test("of several things of a name somebody is asked, and off a terminal they are listed")
  func ambiguous() throws {
    let both = "neu sozialraum \"Mitte\" kürzel 1\nneu sozialraum \"Mitte\" kürzel 2"
    #expect(try town("sozialräume", before: both, ["Mitte"]).findings("name-mehrdeutig").count == 1)
  }

  @Test("a measure that another must wait for may stand further down")
  func prerequisites() throws {
    let town = try town("voraussetzungen", ["2", "", "7"])
    #expect(try town.rows("maßnahmen wo mit voraussetzungen | zeige nr, voraussetzungen.nr") == [["1", "2"]])
    #expect(try town.findings("name-unbekannt").count == 1)
  }

  @Test("words of an attribute that the town does not know yet become new words")
  func words() throws {
    let town = try town(
      "merkmal zielgruppe", before: "merkmal zielgruppe von maßnahme \"für wen\" = Kinder; Jugendliche",
      ["Kinder/Eltern", "Kinder und Jugendliche"])
    #expect(
      try values(town, "zielgruppe").map { $0.components(separatedBy: "; ").sorted() } == [
        ["Eltern", "Kinder"], ["Jugendliche", "Kinder"],
      ])
    #expect(try town.findings("wort-neu").count == 1)
  }

  @Test("a column of a year is the Sachstand of its last day")
  func reports() throws {
    let town = try Town(
      """
      layout liste "Maßnahmenliste"
        kopfzeilen 1 maßgeblich 1
        spalte "Nr" ist nr
        spalte "Maßnahme" ist text
        spalte "Stand 2021" ist sachstand text am 2021
        spalte "Ampel 2021" ist sachstand ampel am 2021
        spalte "Stand 2022" ist sachstand text am 2022
        spalte "Kosten 2023" ist mittel benötigt im jahr 2023
      ende
      """)
    let head = ["Nr", "Maßnahme", "Stand 2021", "Ampel 2021", "Stand 2022", "Kosten 2023"]
    try town.read([head, ["1", "Sprachcafé", "Raum gefunden", "gelb", "eröffnet", "ca. 2 T€"], ["2", "Radkurs", "", "", "begonnen", ""]])
    #expect(
      try town.rows("sachstände | zeige maßnahme.nr, datum, text, ampel | sortiere datum, maßnahme.nr") == [
        ["1", "31.12.2021", "Raum gefunden", "gelb"], ["1", "31.12.2022", "eröffnet", ""], ["2", "31.12.2022", "begonnen", ""],
      ])
    #expect(try town.rows("mittel | zeige maßnahme.nr, jahr, benötigt") == [["1", "2023", "ca. 2 T€"]])
    try town.read([head, ["1", "Sprachcafé", "Raum gefunden", "grün", "eröffnet", "ca. 3 T€"], ["2", "Radkurs", "", "", "begonnen", ""]])
    #expect(try town.value("sachstände | anzahl") == "3")
    #expect(try town.rows("sachstände wo ampel = grün | zeige text") == [["Raum gefunden"]])
    #expect(try town.rows("mittel | zeige benötigt") == [["ca. 3 T€"]])
  }
}
