// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import PlanTables
import Testing

@Suite struct GoldenTests {
  /// Catalogues in which a table is found.
  static var readable: [String] { Golden.names.filter { !["leer.csv", "ohne-kopf.csv"].contains($0) } }

  @Test("a catalogue is read as expected, or refused in the expected words", arguments: Golden.names)
  func reading(_ name: String) throws {
    let town = try Town()
    do {
      let result = try town.read(Golden.bytes(name), name)
      let written = String(decoding: try town.written(), as: UTF8.self)
      try Golden.expect("\(town.account(of: result))\n\(town.state())\nzurückgeschrieben\n\(written)", of: name)
    } catch let error as Hinweis {
      try Golden.expect("\(error.place?.description ?? ""): \(error.text)\nHilfe: \(error.help ?? "")\n", of: name)
    }
  }

  @Test("there are catalogues to read")
  func isNotEmpty() { #expect(GoldenTests.readable.count >= 15) }

  @Test("every cell is in the header, in the plan or listed with its content", arguments: readable)
  func account(_ name: String) throws {
    let town = try Town()
    let account = try town.read(Golden.bytes(name), name).account
    #expect(account.read == account.header + account.placed + account.listed)
    #expect(account.isComplete)
    #expect(try town.value("hinweise wo mit inhalt | anzahl") == String(account.listed))
    #expect(
      try town.rows("quellen | zeige zellen, kopfzellen, platziert, gelistet")[0]
        == [account.read, account.header, account.placed, account.listed].map(String.init))
  }

  @Test("a catalogue read twice changes nothing the second time", arguments: readable)
  func twice(_ name: String) throws {
    let town = try Town()
    try town.read(Golden.bytes(name), name)
    let before = try (town.state(), town.written(), town.rows("änderungen"), town.rows("hinweise"), town.rows("quellen"))
    let result = try town.read(Golden.bytes(name), name)
    #expect(result.new == 0 && result.changed == 0 && result.joined == 0 && result.missing.isEmpty)
    #expect(try town.state() == before.0)
    #expect(try town.written() == before.1)
    #expect(try town.rows("änderungen") == before.2)
    #expect(try town.rows("hinweise") == before.3)
    #expect(try town.rows("quellen") == before.4)
  }

  @Test("a preview says what would happen and leaves no trace", arguments: readable)
  func preview(_ name: String) throws {
    let town = try Town()
    let before = try (town.state(), town.rows("änderungen"))
    let preview = try town.read(Golden.bytes(name), name, preview: true)
    #expect(try town.state() == before.0)
    #expect(try town.rows("änderungen") == before.1)
    #expect(try town.rows("kataloge").isEmpty && town.rows("quellen").isEmpty && town.rows("hinweise").isEmpty)
    let result = try town.read(Golden.bytes(name), name)
    #expect((preview.new, preview.joined) == (result.new, result.joined))
    #expect(preview.account == result.account)
  }

  @Test("a catalogue written back and read into a new plan says the same", arguments: readable)
  func roundTrip(_ name: String) throws {
    let (first, second) = (try Town(), try Town())
    try first.read(Golden.bytes(name), name)
    let written = try first.written()
    let result = try second.read(written)
    #expect(result.account.isComplete)
    #expect(try second.written() == written)
    let (here, there) = try (second.state(), first.state())
    #expect(here == there)
  }
}
