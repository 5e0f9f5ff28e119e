// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

/// What kip must not do to plans and files.
@Suite struct SafetyTests {
  private static let new = Transcript.files + "/lindenau-neu.csv"

  /// What a plan says, and what was done to it.
  private func contents(_ home: Home) throws -> String {
    try KipProcess(home, "plan.kip", lines: "einträge | zeige id, nr, text", "änderungen | zeige id, zeit, befehl", "quellen", "hinweise")
      .output
  }

  @Test("--trocken shows everything and changes nothing, neither the plan nor any file")
  func dry() throws {
    let home = try Home.withPlan()
    let before = try contents(home)
    let kip = try KipProcess(
      home, "plan.kip", lines: "importiere \(SafetyTests.new)", "einträge | anzahl", "bericht katalog nach katalog.html",
      options: ["--trocken"])
    #expect(kip.status == 0)
    #expect(kip.output.hasSuffix("8\n"))
    #expect(kip.messages == "katalog.html würde geschrieben (html)\n")
    #expect(try contents(home) == before)
    #expect(home.files == ["lindenau.csv", "plan.kip"])
  }

  @Test("--trocken with --neu leaves no plan behind")
  func dryNew() throws {
    let home = try Home()
    let kip = try KipProcess(
      home, ["--trocken", "--neu", "n.kip", "--variante", "braunschweig", "-c", "importiere \(SafetyTests.new)", "-c", "einträge | anzahl"])
    #expect(kip.status == 0)
    #expect(kip.output.hasSuffix("7\n"))
    #expect(home.files == [])
  }

  @Test("--atomar keeps all of a run or nothing")
  func atomic() throws {
    let home = try Home.withPlan()
    let before = try contents(home)
    let failed = try KipProcess(home, "plan.kip", lines: "importiere \(SafetyTests.new)", "quatsch", options: ["--atomar"])
    #expect(failed.status == 1)
    #expect(failed.messages.hasSuffix("nichts wurde geändert: der Lauf war unteilbar (--atomar) und hatte einen Fehler\n"))
    #expect(try contents(home) == before)
    #expect(try KipProcess(home, "plan.kip", lines: "importiere \(SafetyTests.new)", options: ["--atomar"]).status == 0)
    #expect(try KipProcess(home, "plan.kip", lines: "einträge | anzahl").output == "8\n")
  }

  @Test("--atomar with --neu leaves no plan behind when the run fails")
  func atomicNew() throws {
    let home = try Home()
    #expect(try KipProcess(home, ["--atomar", "--neu", "n.kip", "--variante", "braunschweig", "-c", "quatsch"]).status == 1)
    #expect(home.files == [])
  }

  @Test("without --atomar what was done before an error stays")
  func notAtomic() throws {
    let home = try Home.withPlan()
    #expect(try KipProcess(home, "plan.kip", lines: "importiere \(SafetyTests.new)", "quatsch").status == 1)
    #expect(try KipProcess(home, "plan.kip", lines: "einträge | anzahl").output == "8\n")
  }

  @Test("an import that fails in the middle leaves the plan as it was")
  func failedImport() throws {
    let home = try Home.withPlan()
    let before = try contents(home)
    try home.write(String(repeating: "Nur Text\n", count: 50), "text.csv")
    #expect(try KipProcess(home, "plan.kip", lines: "importiere text.csv").status == 1)
    #expect(try contents(home) == before)
  }

  @Test("--nur-lesen refuses every write and answers everything else")
  func readOnly() throws {
    let home = try Home.withPlan()
    let bytes = try Data(contentsOf: URL(filePath: home.path + "/plan.kip"))
    let refused = try KipProcess(home, "plan.kip", lines: "importiere \(SafetyTests.new)", options: ["--nur-lesen"])
    #expect(refused.status == 1)
    #expect(refused.messages.contains("der Plan ist nur zum Lesen geöffnet"))
    #expect(try KipProcess(home, "plan.kip", lines: "einträge | anzahl", options: ["--nur-lesen"]).output == "7\n")
    #expect(try Data(contentsOf: URL(filePath: home.path + "/plan.kip")) == bytes)
  }

  @Test("after every run the one file is the whole plan")
  func oneFile() throws {
    let home = try Home.withPlan()
    #expect(home.files == ["lindenau.csv", "plan.kip"])
    try KipProcess(home, "plan.kip", lines: "importiere \(SafetyTests.new)", "quatsch")
    #expect(home.files == ["lindenau.csv", "plan.kip"])
  }

  // MARK: Output

  @Test("an answer that cannot be written is an error", arguments: ["maßnahmen", "bericht katalog als html"])
  func fullDevice(_ line: String) throws {
    let home = try Home.withPlan()
    let kip = try KipProcess(home, ["plan.kip", "-c", line], to: "/dev/full")
    #expect(kip.status == 1)
    #expect(kip.messages.contains("Fehler: der Datenträger ist voll"))
  }

  @Test("a reader that goes away ends kip with status 1, not with a signal, and quietly")
  func closedPipe() throws {
    let home = try Home.withPlan()
    var ends: [Int32] = [0, 0]
    pipe(&ends)
    let process = Process()
    process.executableURL = URL(filePath: Home.products + "/kip")
    process.arguments = [home.path + "/plan.kip", "-c", "maßnahmen"]
    process.environment = ["HOME": home.path]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(fileDescriptor: ends[1], closeOnDealloc: false)
    let messages = home.path + "/.closed"
    FileManager.default.createFile(atPath: messages, contents: nil)
    process.standardError = FileHandle(forWritingAtPath: messages)
    close(ends[0])
    try process.run()
    close(ends[1])
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 1)
    #expect(home.text(".closed") == "")
  }

  @Test("a report takes its place when it is whole; one that fails leaves the older file and nothing else")
  func wholeReports() throws {
    let home = try Home.withPlan()
    try home.write("der alte Stand", "auszug.md")
    #expect(try KipProcess(home, "plan.kip", lines: "bericht auszug für \"FB 15\" nach auszug.md").status == 1)
    #expect(home.text("auszug.md") == "der alte Stand")
    try FileManager.default.createDirectory(
      atPath: home.path + "/zu", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o555])
    let refused = try KipProcess(home, "plan.kip", lines: "bericht auszug für \"FB 51\" nach fehlt/auszug.md")
    #expect(refused.messages.contains("fehlt/auszug.md: den Ordner gibt es nicht"))
    #expect(home.files == ["auszug.md", "lindenau.csv", "plan.kip", "zu"])
    let written = try KipProcess(home, "plan.kip", lines: "bericht auszug für \"FB 51\" nach auszug.md")
    #expect((written.status, written.output, written.messages) == (0, "", "geschrieben: auszug.md\n"))
    #expect(home.text("auszug.md").hasPrefix("# Auszug aus dem Maßnahmenkatalog: FB 51\n"))
    #expect(home.files == ["auszug.md", "lindenau.csv", "plan.kip", "zu"])
  }

  @Test("a report may go to a device, and one that takes no more is an error")
  func reportToDevice() throws {
    let home = try Home.withPlan()
    #expect(try KipProcess(home, "plan.kip", lines: "bericht katalog als csv nach /dev/null").status == 0)
    let full = try KipProcess(home, "plan.kip", lines: "bericht katalog als csv nach /dev/full")
    #expect(full.status == 1)
    #expect(full.messages.contains("/dev/full: der Datenträger ist voll"))
  }

  @Test("a report as HTML is one whole page that needs no other file")
  func html() throws {
    let home = try Home.withPlan()
    try KipProcess(home, "plan.kip", lines: "bericht katalog nach katalog.html")
    let html = home.text("katalog.html")
    #expect(html.hasPrefix("<!doctype html>\n<html lang=\"de\">\n") && html.hasSuffix("</html>\n"))
    #expect(html.contains("<th") && html.contains("scope=\"col\"") && html.contains("Koordinator Ehrenamt (Frau Muster)"))
    #expect(!html.contains("http://") && !html.contains("https://") && !html.contains("<script"))
  }
}
