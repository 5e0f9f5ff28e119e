// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

@Suite struct OParlReadingTests {
  private static let paper = """
    {"id":"https://r.invalid/p/1","type":"https://schema.oparl.org/1.1/Paper","name":"Titel","reference":"11/1","date":"2024-01-31",
    "consultation":[{"id":"https://r.invalid/c/1","meeting":"https://r.invalid/m/1","role":"Kenntnisnahme"}]}
    """

  @Test(
    "a single object, a list, a page of a list and several pages give the same rows",
    arguments: [
      paper, "[\(paper)]", "{\"data\":[\(paper)],\"links\":{}}", "{\"links\":{},\"data\":[]}\n{\"data\":[\(paper)]}",
      "{\"papers\":[\(paper)]}",
    ])
  func shapes(_ json: String) throws {
    let read = try ReadDocument(json, as: "oparl")
    #expect(read.tables.map(\.table.name) == ["vorlagen", "beratungen"])
    #expect(read.tables[0].rows[1].prefix(3) == ["11/1", "Titel", "2024-01-31"])
    #expect(Array(read.tables[1].rows[1][..<6]) == ["11/1", "", "https://r.invalid/m/1", "", "1", "zur Kenntnis"])
  }

  @Test("the columns that the plan has are called as there")
  func columns() throws {
    let read = try ReadDocument(Golden.bytes("Documents/ratsinfo.oparl"), as: "oparl")
    let own: Set = ["gelöscht", "schlagworte", "dateien", "oparl", "beginn", "ende", "organisationstyp"]
    for sheet in read.tables {
      let noun = try #require(Kernel.noun(sheet.table.name))
      let unknown = sheet.rows[0].filter { name in !own.contains(name) && !noun.columns.contains { $0.name == name } }
      #expect(unknown == (sheet.table.name == "tagesordnungspunkte" ? ["öffentlich"] : []), "\(sheet.table.name)")
    }
  }

  @Test("what is no OParl is refused", arguments: ["[]", "[{\"a\":1}]", "{\"type\":\"Feature\"}", "3"])
  func others(_ json: String) throws {
    let error = #expect(throws: Hinweis.self) { try ReadDocument(json, as: "oparl") }
    #expect(error?.text.contains("OParl") == true)
  }
}
