// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

@testable import PlanTables

/// Which rows and columns of a returned file are which of the form.
@Suite struct FormMatchTests {
  private static let form: Form = {
    let columns = [
      FormColumn(Table.Column("nr", "", .label), .nowhere, .label), FormColumn(Table.Column("text", "Maßnahme"), .line("text"), .text),
      FormColumn(Table.Column("status", "Status"), .measure("status"), .text, isOpen: true),
      FormColumn(Table.Column("kip-id", "kip-id"), .identity, .label),
    ]
    let rows = [("1,0", "Kurse"), ("2,1", "Vorlesen"), ("2,2", "Vorlesen"), ("3,0", "")].enumerated().map { index, row in
      Form.Row(entry: 70 + index, measure: 80 + index, number: row.0, text: row.1, cells: [row.0, row.1, "", String(70 + index)], own: "")
    }
    return Form(
      columns: columns, groups: [[.init("Nr", span: 1), .init("Plan", span: 2), .init("", span: 1)]], rows: rows)
  }()

  private func match(_ rows: [[String]]) throws -> FormMatch {
    let document = Document("", [.table(Table("", rows: TextRows(rows)))])
    return FormMatch(
      try ReturnedForm(document, expecting: FormMatchTests.form.columns.map(\.table.heading)), FormMatchTests.form, file: "bogen.csv")
  }

  private func status(_ match: FormMatch) -> [Int: [String]] { match.rows.mapValues { $0.map { $0.cells[2] ?? "?" } } }

  @Test("a row is known by its id, wherever it stands and whatever else changed in it")
  func byID() throws {
    let match = try match([
      ["Nr", "Plan"], ["", "Maßnahme", "Status", "kip-id"], ["9", "anders", "b", "72"], ["1,0", "Kurse", "a", "70"],
    ])
    #expect(status(match) == [72: ["b"], 70: ["a"]])
    #expect(match.missing.map(\.entry) == [71, 73] && match.new.isEmpty)
  }

  @Test("without its id a row is known by its number, as Excel may have changed it; then by its text, where only one has it")
  func byNumberAndText() throws {
    let match = try match([
      ["Nr", "Plan"], ["", "Maßnahme", "Status"], ["2.1", "egal", "a"], ["", "Kurse", "b"], ["", "Vorlesen", "c"],
    ])
    // Of the two that read "Vorlesen" one is taken by its number, so the other is the only one left.
    #expect(status(match) == [71: ["a"], 70: ["b"], 72: ["c"]])
    let unclear = try self.match([["Nr", "Plan"], ["", "Maßnahme", "Status"], ["", "Vorlesen", "c"]])
    #expect(unclear.rows.isEmpty && unclear.new.count == 1)
  }

  @Test("columns are known by their heading, or by what stands above them; others are listed with how much they say")
  func columns() throws {
    let match = try match([
      ["Status der", "Nr"], ["STATUS", "", "Zuruf", "kip-id"], ["a", "1,0", "ja", "70"], ["b", "2,1", "", "71"],
    ])
    #expect(status(match) == [70: ["a"], 71: ["b"]])
    #expect(match.findings.map(\.text) == ["\"Zuruf\" gehört nicht zum Bogen: 1 Zelle nicht gelesen"])
    #expect(match.missingColumns.isEmpty)
    #expect(match.cells == 7)
  }

  @Test("an open column that is gone is said, a locked one is not missed")
  func missingColumn() throws {
    #expect(try match([["Nr"], ["", "Maßnahme", "kip-id"], ["1,0", "Kurse", "70"]]).missingColumns == ["Status"])
    #expect(try match([["Status", "kip-id"], ["a", "70"]]).missingColumns == [])
  }

  @Test("a row that was copied counts twice; one that was added is new; words below the table are neither")
  func rows() throws {
    let match = try match([
      ["Nr", "Plan"], ["", "Maßnahme", "Status", "kip-id"], ["1,0", "Kurse", "a", "70"], ["1,0", "Kurse", "b", "70"], ["", "", "", ""],
      ["4,0", "Neue Werkstatt", "", ""], ["", "Fremde", "", "999"], ["", "", "Gruß, Frau Z.", ""],
    ])
    #expect(status(match) == [70: ["a", "b"]])
    #expect(match.new.map(\.line) == [6] && match.foreign.map(\.line) == [7])
    #expect(match.findings.map(\.text) == ["Text außerhalb der Tabelle: Gruß, Frau Z."])
  }

  @Test("a cell that only repeats the one above says what stands there; above the first row nothing does")
  func repetition() throws {
    let match = try match([
      ["Nr", "Plan"], ["", "Maßnahme", "Status", "kip-id"], ["1,0", "Kurse", "dito", "70"], ["2,0", "dito", "a", "71"],
      ["3,0", "", "s. o.", "72"],
    ])
    #expect(status(match) == [70: ["dito"], 71: ["a"], 72: ["a"]])
  }

  @Test("a file says which form it is by its properties, else by its hidden column; several forms in one are seen")
  func stamps() throws {
    func stamp(_ cells: [String], _ properties: [(String, String)] = []) throws -> FormStamp {
      var document = Document("", [.table(Table("", rows: TextRows([["kip-bogen"]] + cells.map { [$0] })))])
      document.properties = properties.map { .init($0.0, $0.1) }
      return try ReturnedForm(document).stamp
    }
    let hidden = try stamp(["=\"12-5-20250103\"", "12-5-20250103"])
    #expect(hidden.forms == [12] && hidden.change == 5 && hidden.plan == "20250103")
    let both = try stamp(["12"], [("kip-bogen", "12"), ("kip-änderung", "6"), ("kip-plan", "2025")])
    #expect(both.forms == [12] && both.change == 6 && both.plan == "2025")
    #expect(try stamp(["12", "13-4-1"]).forms == [12, 13])
    #expect(try stamp(["", "nichts"]).forms.isEmpty)
  }
}
