// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

/// A name that must be gone from every byte.
@Suite struct EraseTests {
  private static let name = "Jördis Brückner"

  /// A plan with a person in every corner: as holder, in texts, remarks, attributes, reasons, commands, findings, the author and old versions.
  private func home() throws -> Home {
    let home = try Home.withPlan()
    try home.write(
      try String(contentsOfFile: home.path + "/lindenau.csv", encoding: .utf8).replacing("S. 9, ", with: "Jördis Brückner fragen, S. 9, ")
        .replacing("Elternabende mit Sprachmittlung", with: "Elternabende mit Frau Brückner"), "mit-namen.csv")
    let lines = [
      "neu person \"Jördis Brückner\" weil \"Jördis Brückner beginnt\"",
      "importiere mit-namen.csv weil \"laut Jo\u{308}rdis Bru\u{308}ckner\"",
      "neu ziel \"Brückner, Jördis, entscheidet\"", "setze ziel \"Brückner, Jördis, entscheidet\" text = \"J. Brückner entscheidet\"",
      "lösche ziel \"J. Brückner entscheidet\"", "neu ziel \"JÖRDIS BRÜCKNER\"", "neu ziel \"Brückner allein\"",
    ]
    let made = try KipProcess(home, ["--autor", EraseTests.name, "--ja", "plan.kip"] + lines.flatMap { ["-c", $0] })
    #expect(made.status == 0, "\(made.messages)")
    try FileManager.default.createDirectory(atPath: home.path + "/.local/state/kip", withIntermediateDirectories: true)
    try home.write(
      "2026-01-01T00:00:00Z\t1\t0\tplan.kip\tperson \"Jördis Brückner\"\n2026-01-01T00:00:00Z\t1\t0\tplan.kip\teinträge\n",
      ".local/state/kip/history")
    return home
  }

  /// The files of a home, hidden ones too, whose bytes hold the name in one of its forms.
  private func holding(_ home: Home) throws -> [String] {
    let forms = ["Jördis Brückner", "Brückner, Jördis", "Frau Brückner", "J. Brückner", "JÖRDIS BRÜCKNER"]
    let bytes = forms.flatMap { [Data($0.precomposedStringWithCanonicalMapping.utf8), Data($0.decomposedStringWithCanonicalMapping.utf8)] }
    let paths = try #require(FileManager.default.enumerator(atPath: home.path)).compactMap { $0 as? String }
    return paths.filter { path in
      guard let data = FileManager.default.contents(atPath: home.path + "/" + path) else { return false }
      return bytes.contains { data.range(of: $0) != nil }
    }.sorted()
  }

  @Test("the name is in no file any more, only in those that are named; the person's place stays")
  func everywhere() throws {
    let home = try home()
    #expect(try KipProcess(home, "plan.kip", lines: "sichere nach alt.kip").status == 0)
    #expect(
      try holding(home).filter { !$0.hasPrefix(".") || $0.contains("history") } == [
        ".local/state/kip/history", "alt.kip", "mit-namen.csv", "plan.kip",
      ])
    let changes = try KipProcess(home, "plan.kip", lines: "änderungen | anzahl").output
    let kip = try KipProcess(
      home, "plan.kip", lines: "tilge person \"Jördis Brückner\" weil \"Antrag von Frau Brückner\"", options: ["--ja"])
    #expect(kip.status == 0, "\(kip.messages)")
    #expect(kip.messages.contains("Warnung: alt.kip enthält den Namen noch und wurde nicht geändert\n"))
    #expect(kip.messages.contains("Warnung: mit-namen.csv enthält den Namen noch und wurde nicht geändert\n"))
    #expect(kip.messages.contains("Hinweis: der Nachname allein steht noch in "))
    #expect(try holding(home).filter { ![".err", ".out", ".in"].contains($0) } == ["alt.kip", "mit-namen.csv"])
    #expect(home.text(".local/state/kip/history").contains("\teinträge\n"))
    #expect(home.files == ["alt.kip", "lindenau.csv", "mit-namen.csv", "plan.kip"])

    let after = try KipProcess(
      home, "plan.kip", lines: "integrität", "änderungen | anzahl", "personen wo name beginnt mit \"Person\" | zeige name")
    #expect(after.status == 0, "\(after.output)")
    #expect(after.output.contains("\n\((Int(changes.dropLast()) ?? 0) + 1)\n") && after.output.contains("Person "))
    let told = try KipProcess(home, ["--format", "csv", "plan.kip", "-c", "änderungen | zeige wer, befehl, weil | letzte 1"]).output
    #expect(told.contains("tilge person") && told.contains("Antrag von Person"))
  }

  @Test("neither undo nor a look at the past brings it back")
  func past() throws {
    let home = try home()
    try KipProcess(home, "plan.kip", lines: "tilge person \"Brückner, Jördis\"", options: ["--ja"])
    for line in ["rückgängig", "rückgängig 7", "rückgängig 6", "rückgängig 5", "maßnahmen bekannt heute", "ziele stand heute"] {
      try KipProcess(home, ["--ja", "plan.kip", "-c", line])
    }
    try FileManager.default.removeItem(atPath: home.path + "/mit-namen.csv")
    #expect(try holding(home).filter { ![".err", ".out", ".in"].contains($0) } == [])
  }

  @Test("without a yes, with --trocken and for a name that is not there nothing is changed")
  func nothing() throws {
    let home = try home()
    let before = try holding(home)
    let asked = try KipProcess(home, "plan.kip", lines: "tilge person \"Jördis Brückner\"")
    #expect(asked.status == 1 && asked.messages.contains("endgültig durch \"Person "))
    #expect(try KipProcess(home, "plan.kip", lines: "tilge person \"Jördis Brückner\"", options: ["--trocken"]).status == 0)
    let other = try KipProcess(home, "plan.kip", lines: "tilge person \"Jördis Brücker\"", options: ["--ja"])
    #expect(other.status == 1 && other.messages.contains("den Namen \"Jördis Brücker\" gibt es in diesem Plan nicht"))
    #expect(try KipProcess(home, "plan.kip", lines: "beginne", "tilge person \"Jördis Brückner\"", options: ["--ja"]).status == 1)
    #expect(try holding(home).filter { !$0.hasPrefix(".") } == before.filter { !$0.hasPrefix(".") })
  }

  @Test("duties stay with the function that the person holds")
  func function() throws {
    let home = try Home.withPlan()
    try KipProcess(home, "plan.kip", lines: "tilge person \"Frau Muster\"", options: ["--ja"])
    let after = try KipProcess(home, ["--format", "csv", "plan.kip", "-c", "funktionen | zeige name, inhaber"])
    #expect(after.output.contains("Koordination Ehrenamt,Person "))
  }
}
