// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

/// The catalogue in docs/beispiel with what its README says of it.
@Suite struct ExampleTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "../../docs/beispiel/massnahmenkatalog.csv")

  private func town() throws -> Town {
    let town = try Town()
    try town.read(Array(Data(contentsOf: ExampleTests.file)), "massnahmenkatalog.csv")
    return town
  }

  /// The lines of the file with findings of a rule.
  private func lines(_ rule: String, in town: Town) throws -> [Int] {
    try town.rows("hinweise wo regel = \"\(rule)\" | zeige zeile | sortiere zeile").compactMap { Int($0[0]) }
  }

  @Test("it has 68 entries, 54 measures and 793 filled cells, all accounted for")
  func figures() throws {
    let town = try town()
    #expect(try town.value("einträge | anzahl") == "68")
    #expect(try town.value("maßnahmen | anzahl") == "54")
    #expect(try town.rows("quellen | zeige zellen, kopfzellen") == [["793", "74"]])
    let account = try town.rows("quellen | zeige platziert, gelistet")[0].compactMap { Int($0) }
    #expect(account.reduce(0, +) == 793 - 74)
    #expect(try town.value("hinweise wo mit inhalt | anzahl") == String(account[1]))
  }

  @Test("titles, the subtotal and the legend are no measures")
  func noMeasures() throws {
    let town = try town()
    #expect(try lines("text-außerhalb", in: town) == [1, 2, 86])
    #expect(try lines("zwischensumme", in: town) == [24, 24])
    #expect(try town.rows("maßnahmen wo ohne text | zeige nr").isEmpty)
  }

  @Test("the five cut cells are found, and no other is taken for one")
  func cutCells() throws { #expect(try lines("abgeschnitten", in: try town()) == [17, 47, 54, 56, 60]) }

  @Test("unknown units are named and not invented")
  func unknownUnits() throws {
    let town = try town()
    #expect(try lines("einheit-unbekannt", in: town) == [31, 62, 69])
    #expect(try town.value("einheiten wo kürzel in (\"51.5\"; \"Ref. 0150\"; \"FB 20\") | anzahl") == "0")
  }

  @Test("a mark for FB 50 beside one for a part of it is listed, and the part has the Hut")
  func mostSpecific() throws {
    let town = try town()
    #expect(try lines("rolle-genauer", in: town) == [13, 37, 55, 69, 81])
    #expect(
      try town.rows("einträge wo zeile in (13; 37; 55; 81) | zeige maßnahme.federführung").allSatisfy {
        !$0[0].contains("FB 50") && $0[0].contains("50.21")
      })
    #expect(try town.rows("einträge wo zeile = 69 | zeige maßnahme.federführung") == [["Koordination Ehrenamt"]])
  }

  @Test("three entries are one measure where they refer to each other, two with the same text are not where they do not")
  func joining() throws {
    let town = try town()
    #expect(try town.rows("maßnahmen wo nr.anzahl = 3 | zeige nr | sortiere nr") == [["7,1; 7,3; 7,2"], ["53,1; 53,3; 53,2"]])
    #expect(try town.rows("einträge wo zeile in (70; 77) | zeige maßnahme.nr") == [["46,0"], ["50,0"]])
    #expect(try town.rows("einträge wo nr_gelesen = \"14. Jan\" | zeige nr, maßnahme.nr") == [["14,1", "14,1; 14,2"]])
  }

  @Test("the person in the column header holds the function")
  func holder() throws { #expect(try town().rows("besetzungen | zeige funktion, person") == [["Koordination Ehrenamt", "Herr Beispiel"]]) }

  @Test("written back and read into a new plan it says the same")
  func roundTrip() throws {
    let (first, second) = (try town(), try Town())
    let written = try first.written()
    try second.read(written)
    #expect(try second.written() == written)
    #expect(try second.state() == first.state())
  }
}
