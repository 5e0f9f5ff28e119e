// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import PlanKit
import PluginHost
import Testing

/// Forms as workbooks, filled in and saved by other programs.
@Suite struct ReturnedWorkbookTests {
  private static let office = "/usr/bin/soffice"
  static var hasOffice: Bool { FileManager.default.isExecutableFile(atPath: office) }

  /// Lets LibreOffice open a file and save it in another format.
  private func saved(_ home: Home, _ file: String, as format: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: ReturnedWorkbookTests.office)
    process.arguments = [
      "-env:UserInstallation=file://\(home.path)/.lo", "--headless", "--convert-to", format, "--outdir", "\(home.path)/lo", file,
    ]
    process.currentDirectoryURL = URL(filePath: home.path)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
  }

  @Test(
    "a form that LibreOffice saved, there and back in both formats, says what it said: nothing is a change",
    .enabled(if: ReturnedWorkbookTests.hasOffice), .timeLimit(.minutes(5)))
  func office() throws {
    let home = try Home.withPlan()
    let sent = try KipProcess(
      home, "plan.kip",
      lines: "setze maßnahme \"5,0\" status = laufend, ende_geplant = 31.12.2018, abschluss = III/2025",
      "setze maßnahme \"10,0\" text = \"=SUMME(A1) heißt das Lager\"", "exportiere rückmeldebogen nach b/ frist 01.06.2018")
    #expect(sent.status == 0, "\(sent.messages)")
    try saved(home, "b/rueckmeldebogen-fb-51.xlsx", as: "ods")
    try saved(home, "lo/rueckmeldebogen-fb-51.ods", as: "xlsx")
    for file in ["b/rueckmeldebogen-fb-51.xlsx", "lo/rueckmeldebogen-fb-51.xlsx", "lo/rueckmeldebogen-fb-51.ods"] {
      let kip = try KipProcess(home, "plan.kip", lines: "rücklauf \(file) vorschau")
      #expect(kip.status == 0 && kip.output.contains("Im Bogen ist nichts geändert"), "\(file): \(kip.messages) \(kip.output)")
    }
  }

  @Test("a workbook that another program wrote anew comes back with its changes, known by its properties")
  func rewritten() throws {
    let home = try Home.withPlan()
    try KipProcess(home, "plan.kip", lines: "exportiere rückmeldebogen nach b/ frist 01.06.2018")
    let host = PluginHost(.init(executableFolder: Home.products))
    let path = home.path + "/b/rueckmeldebogen-fb-51.xlsx"
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    let document = try host.format("xlsx").read(Bytes(bytes, name: "rueckmeldebogen-fb-51.xlsx"))
    #expect(document.properties.contains { $0.name == "kip-bogen" && $0.value == "113" })
    let sheet = try #require(document.tables.first)
    var rows = try sheet.rows.all()
    let header = try #require(rows.firstIndex { $0.contains("kip-id") })
    let status = try #require(rows[header].firstIndex(of: "Status"))
    let end = try #require(rows[header].firstIndex(of: "Ende geplant"))
    for index in rows.indices where index > header && rows[index].first == "5,0" {
      rows[index][status] = "umgesetzt"
      rows[index][end] = "2018-12-31"
    }
    // Without the hidden columns: the properties alone say which form it is.
    let width = rows[header].count - 2
    var columns = rows[header].prefix(width).enumerated().map { Table.Column("spalte \($0)", $1) }
    columns[end].kind = .date
    var table = Table("Rückmeldung", columns: columns, rows: TextRows(rows[(header + 1)...].map { Array($0.prefix(width)) }))
    table.groups = rows[..<header].map { row in
      row.prefix(width).map { Table.Group($0, span: 1) } + Array(repeating: Table.Group("", span: 1), count: max(0, width - row.count))
    }
    var changed = Document("Kopie", [.table(table)])
    changed.properties = document.properties.filter { $0.name.hasPrefix("kip-") }
    var sink = Bytes()
    try host.format("xlsx").write(changed, to: &sink)
    try Data(sink.bytes).write(to: URL(filePath: home.path + "/kopie.xlsx"))
    let kip = try KipProcess(home, "plan.kip", lines: "rücklauf kopie.xlsx", "maßnahmen wo nr = 5,0 | zeige status, ende_geplant")
    #expect(kip.status == 0 && kip.output.contains("umgesetzt │ 31.12.2018"), "\(kip.messages) \(kip.output)")
  }
}
