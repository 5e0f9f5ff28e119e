// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import PlanKit
import PluginHost
import Testing

/// Forms that go out and come back, as processes do it with files.
@Suite struct ReturnTests {
  /// A plan with forms in the folder `b`, which people edit as text with tabs.
  private struct Desk {
    let home: Home

    init(_ options: String = "als tsv") throws {
      home = try Home.withPlan()
      let kip = try run("exportiere rückmeldebogen nach b/ frist 01.06.2018 \(options)")
      #expect(kip.status == 0, "\(kip.messages)")
    }

    @discardableResult
    func run(_ lines: String..., options: [String] = []) throws -> KipProcess {
      try KipProcess(home, ["--autor", "Test"] + options + ["plan.kip"] + lines.flatMap { ["-c", $0] })
    }

    /// The answer to a query, its rows with `|` between the cells.
    func rows(_ query: String) throws -> [String] {
      let kip = try run(query, options: ["--format", "tsv"])
      #expect(kip.status == 0, "\(kip.messages)")
      return kip.output.split(separator: "\n").dropFirst().map { String($0).replacing("\t", with: "|").replacing("\"", with: "") }
    }

    /// Writes values into the rows of a form: the number of the row, the heading, the value.
    func fill(_ unit: String, as name: String? = nil, _ values: (String, String, String)...) throws {
      let path = "b/rueckmeldebogen-\(unit).tsv"
      var rows = home.text(path).split(separator: "\n", omittingEmptySubsequences: false).map {
        $0.split(separator: "\t", omittingEmptySubsequences: false).map { cell in
          cell.hasPrefix("\"") ? String(cell.dropFirst().dropLast()).replacing("\"\"", with: "\"") : String(cell)
        }
      }
      for (number, heading, value) in values {
        let column = try #require(rows[2].firstIndex(of: heading), "\(heading)")
        let row = try #require(rows.firstIndex { $0[0] == number }, "\(number)")
        rows[row][column] = value
      }
      try home.write(rows.map { $0.joined(separator: "\t") }.joined(separator: "\n"), name ?? path)
    }
  }

  @Test("a form that nobody filled in changes nothing but that it is back, and read again it leaves no trace")
  func unchanged() throws {
    let desk = try Desk()
    try desk.run("rücklauf b/*.tsv")
    #expect(try desk.rows("rückmeldungen wo übernommen leer | anzahl") == ["0"])
    #expect(try desk.rows("sachstände | anzahl") == ["0"])
    let count = try desk.rows("änderungen | anzahl")
    try desk.run("rücklauf b/*.tsv")
    #expect(try desk.rows("änderungen | anzahl") == count)
  }

  @Test("each file is one change that can be taken back as a whole; a preview and --trocken leave nothing")
  func oneChange() throws {
    let desk = try Desk()
    try desk.fill("fb-51", ("2,1", "Status", "laufend"), ("2,1", "Sachstand neu", "Seit Ostern"), ("5,0", "Ampel", "rot"))
    let before = try desk.rows("änderungen | anzahl")
    try desk.run("rücklauf b/rueckmeldebogen-fb-51.tsv vorschau nach k.csv")
    try desk.run("rücklauf b/rueckmeldebogen-fb-51.tsv nach k.csv", options: ["--trocken"])
    #expect(try desk.rows("änderungen | anzahl") == before && !desk.home.has("k.csv"))
    try desk.run("rücklauf b/rueckmeldebogen-fb-51.tsv stand 30.05.2018")
    #expect(
      try desk.rows("sachstände | zeige maßnahme, datum, status, ampel, text, gemeldet_von") == [
        "2,1|2018-05-30|laufend||Seit Ostern|FB 51", "5,0|2018-05-30|keine Angabe|rot||FB 51",
      ])
    try desk.run("rückgängig")
    #expect(try desk.rows("sachstände | anzahl") == ["0"])
    #expect(try desk.rows("maßnahmen wo status = laufend | anzahl") == ["0"])
    #expect(try desk.rows("rückmeldungen wo zurück nicht leer | anzahl") == ["0"])
  }

  @Test("the second unit that says something else of a measure is in conflict with the first, not with its report")
  func twoUnits() throws {
    let desk = try Desk()
    try desk.fill("fb-50", ("5,0", "Status", "laufend"), ("5,0", "Sachstand neu", "Wir fangen an"))
    try desk.fill("fb-51", ("5,0", "Status", "geplant"), ("5,0", "Sachstand neu", "Wir warten"))
    let kip = try desk.run("rücklauf b/*.tsv")
    #expect(kip.output.contains("Test am") && kip.output.contains("Rücklauf Rückmeldebogen FB 50"), "\(kip.output)")
    #expect(try desk.rows("maßnahmen wo nr = 5,0 | zeige status") == ["laufend"])
    #expect(try desk.rows("sachstände | zeige text, gemeldet_von | sortiere text") == ["Wir fangen an|FB 50", "Wir warten|FB 51"])
    #expect(try desk.rows("rückmeldungen wo übernommen leer | zeige akteur") == ["FB 51"])
  }

  @Test("a form that comes back once more corrects what it said before")
  func correction() throws {
    let desk = try Desk()
    try desk.fill("fb-51", ("5,0", "Status", "geplant"), ("5,0", "Sachstand neu", "Wir warten"))
    try desk.run("rücklauf b/rueckmeldebogen-fb-51.tsv")
    try desk.fill("fb-51", ("5,0", "Status", "laufend"), ("5,0", "Sachstand neu", "Es geht los"))
    let kip = try desk.run("rücklauf b/rueckmeldebogen-fb-51.tsv")
    #expect(kip.output.contains("kam schon am") && !kip.output.contains("Konflikte\n---"), "\(kip.output)")
    #expect(try desk.rows("sachstände | zeige text") == ["Es geht los"])
    #expect(try desk.rows("maßnahmen wo nr = 5,0 | zeige status") == ["laufend"])
  }

  @Test("of a measure with two entries one changed row counts; two that differ wait for a decision")
  func twoEntries() throws {
    let desk = try Desk()
    try desk.fill("fb-51", ("2,2", "Status", "laufend"), ("2,1", "Sachstand neu", "A"), ("2,2", "Sachstand neu", "B"))
    let kip = try desk.run("rücklauf b/rueckmeldebogen-fb-51.tsv konflikte ihre nach k.csv")
    #expect(kip.output.contains("A | B"), "\(kip.output)")
    #expect(try desk.rows("maßnahmen wo nr = 2,1 | zeige status") == ["laufend"])
    #expect(try desk.rows("sachstände | anzahl") == ["0"])
    try desk.home.write(desk.home.text("k.csv").replacing("\"A | B\",,", with: "\"A | B\",A und B,"), "k.csv")
    try desk.run("rücklauf k.csv")
    #expect(try desk.rows("sachstände | zeige text") == ["A und B"])
    #expect(try desk.rows("rückmeldungen wo übernommen nicht leer | zeige akteur") == ["FB 51"])
  }

  @Test("the error of a formula waits for a decision, and dito is what stands above")
  func errorsAndRepetitions() throws {
    let desk = try Desk()
    try desk.fill("fb-51", ("2,1", "Sachstand neu", "#NAME?"), ("5,0", "Status", "dito"), ("2,1", "Status", "laufend"))
    let kip = try desk.run("rücklauf b/rueckmeldebogen-fb-51.tsv")
    #expect(kip.output.contains("ist der Fehler einer Formel"), "\(kip.output)")
    #expect(try desk.rows("sachstände | anzahl") == ["0"])
    #expect(try desk.rows("maßnahmen wo nr = 2,1 | zeige status") == ["laufend"])
  }

  @Test("an emptied cell stays in the plan unless the call says otherwise")
  func cleared() throws {
    let desk = try Desk("als tsv offen \"text, bemerkung, status\"")
    try desk.fill("fb-51", ("10,0", "Wie soll das Ziel umgesetzt werden", "Möbelhaus"), ("5,0", "Wie soll das Ziel umgesetzt werden", ""))
    let kip = try desk.run("rücklauf b/rueckmeldebogen-fb-51.tsv")
    #expect(kip.output.contains("geleert"))
    #expect(
      try desk.rows("maßnahmen wo nr in (5,0; 10,0) | zeige nr, text | sortiere nr") == [
        "5,0|Mietertreff mit Kinderbetreuung", "10,0|Möbelhaus",
      ])
    try desk.run("rücklauf b/rueckmeldebogen-fb-51.tsv geleert übernehmen")
    #expect(try desk.rows("maßnahmen wo nr = 5,0 | zeige nr, text") == ["5,0|"])
  }

  @Test("opened texts, goals, remarks and marks are written where they are said")
  func opened() throws {
    let desk = try Desk("als tsv offen \"text, ziel, bemerkung, klärungsbedarf, zielgruppe, priorität, ende_geplant\"")
    try desk.fill(
      "fb-51", ("2,2", "Wie soll das Ziel umgesetzt werden", "Vorlesen"), ("5,0", "Was soll erreicht werden?", "Nachbarn kennen sich"),
      ("5,0", "Kinder", "X"), ("5,0", "offen / Klärungsbedarf", ""), ("10,0", "Priorität", "Hoch"), ("10,0", "Ende geplant", "III/2025"),
      ("10,0", "Erwachsene", "viele"), ("2,1", "Jugendliche", "x"))
    let kip = try desk.run("rücklauf b/rueckmeldebogen-fb-51.tsv geleert übernehmen")
    #expect(
      try desk.rows("einträge wo nr in (2,1; 2,2) | zeige text") == ["Vorlesestunden in allen Zweigstellen der Bücherei", "Vorlesen"])
    #expect(try desk.rows("maßnahmen wo nr = 5,0 | zeige ziel, zielgruppe, klärungsbedarf") == ["Nachbarn kennen sich|Allgemein; Kinder|"])
    #expect(try desk.rows("maßnahmen wo nr = 10,0 | zeige priorität, ende_geplant, zielgruppe") == ["hoch|2025-Q3|"])
    #expect(kip.output.contains("\"viele\" ist kein Kreuz") && kip.output.contains("Kreuze ändert die Koordination"), "\(kip.output)")
  }

  @Test("a form of another plan, of a plan set back, or whose sending was undone is refused; others beside it are read")
  func refused() throws {
    let (desk, other) = (try Desk(), try Desk())
    try FileManager.default.copyItem(atPath: other.home.path + "/b/rueckmeldebogen-fb-41.tsv", toPath: desk.home.path + "/fremd.tsv")
    let kip = try desk.run("rücklauf fremd.tsv b/rueckmeldebogen-fb-50.tsv")
    #expect(kip.status == 1 && kip.messages.contains("fremd.tsv: Fehler: der Bogen gehört zu einem anderen Plan"), "\(kip.messages)")
    #expect(kip.messages.contains("1 von 2 Dateien nicht gelesen"))
    #expect(try desk.rows("rückmeldungen wo zurück nicht leer | zeige akteur") == ["FB 50"])
    try other.run("rückgängig")
    #expect(try other.run("rücklauf b/rueckmeldebogen-fb-50.tsv").messages.contains("gibt es in diesem Plan nicht"))
  }

  @Test("without its hidden columns a form is known by its name, and its rows by their numbers")
  func stripped() throws {
    let desk = try Desk()
    try desk.fill("fb-51", ("5,0", "Status", "laufend"))
    let lines = desk.home.text("b/rueckmeldebogen-fb-51.tsv").split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).dropLast(2).joined(separator: "\t")
    }
    try desk.home.write(lines.joined(separator: "\n"), "Kopie von rueckmeldebogen-FB-51 (2).tsv")
    let kip = try desk.run("rücklauf \"Kopie von rueckmeldebogen-FB-51 (2).tsv\"")
    #expect(kip.status == 0, "\(kip.messages)")
    #expect(try desk.rows("maßnahmen wo nr = 5,0 | zeige status") == ["laufend"])
  }

  @Test("sent once more a form has the lines of that day, and the older file is compared with what it showed")
  func again() throws {
    let desk = try Desk()
    try desk.fill("fb-51", as: "alt.tsv", ("5,0", "Status", "laufend"))
    try desk.run("setze maßnahme \"5,0\" status = geplant", "exportiere rückmeldebogen erneut nach neu/ frist 30.06.2018 als tsv")
    #expect(try desk.rows("rückmeldungen wo erinnert nicht leer | anzahl") == ["3"])
    let old = try desk.run("rücklauf alt.tsv konflikte liste vorschau")
    #expect(old.output.contains("die ältere Ausgabe") && old.output.contains("geplant"), "\(old.output)")
    let new = try desk.run("rücklauf neu/rueckmeldebogen-fb-51.tsv")
    #expect(new.status == 0 && new.output.contains("Im Bogen ist nichts geändert"), "\(new.output)")
  }

  @Test("a decision made on what is no longer so is not carried out")
  func stale() throws {
    let desk = try Desk()
    try desk.fill("fb-51", ("5,0", "Status", "umgesetzt"))
    try desk.run(
      "setze maßnahme \"5,0\" status = laufend", "rücklauf b/rueckmeldebogen-fb-51.tsv nach k.csv",
      "setze maßnahme \"5,0\" status = dauerhaft")
    try desk.home.write(desk.home.text("k.csv").replacing("umgesetzt,,", with: "umgesetzt,ihre,"), "k.csv")
    let kip = try desk.run("rücklauf k.csv")
    #expect(kip.messages.contains("hier steht inzwischen"), "\(kip.messages)")
    #expect(try desk.rows("maßnahmen wo nr = 5,0 | zeige status") == ["dauerhaft"])
    #expect(try desk.rows("rückmeldungen wo übernommen nicht leer | anzahl") == ["0"])
  }

  @Test("whoever carries something gets a form: units at the top, each by itself, or every actor")
  func splits() throws {
    let home = try Home.withPlan()
    func units(_ split: String) throws -> [String] {
      let kip = try KipProcess(
        home, ["--trocken", "--format", "tsv", "plan.kip", "-c", "exportiere rückmeldebogen \(split) nach x/ als tsv"])
      #expect(kip.status == 0 && !home.has("x"), "\(kip.messages)")
      return kip.output.split(separator: "\n").dropFirst().map { line in
        let cells = line.split(separator: "\t")
        return "\(cells[1]) \(cells[2])"
      }
    }
    #expect(try units("je einheit") == ["FB 41 1", "FB 50 4", "FB 51 4"])
    #expect(try units("je stelle") == ["50.21 1", "51.3 2", "FB 41 1", "FB 50 3", "FB 51 2"])
    #expect(try units("je träger rolle partner") == ["Caritas 1", "Mieterverein 1", "VHS 1"])
    #expect(try units("für \"51.3\" für \"FB 50\"") == ["51.3 2", "FB 50 4"])
    #expect(try units("rolle hut") == ["FB 50 4", "FB 51 4"])
  }

  @Test("a list of conflicts that is there, perhaps with decisions, is replaced only on a yes, and before that nothing is taken")
  func listThere() throws {
    let desk = try Desk()
    try desk.home.write("entschieden", "k.csv")
    let kip = try desk.run("rücklauf b/*.tsv konflikte liste nach k.csv")
    #expect(kip.status == 1 && kip.messages.contains("k.csv gibt es schon"), "\(kip.messages)")
    #expect(desk.home.text("k.csv") == "entschieden")
    #expect(try desk.rows("rückmeldungen wo zurück leer | anzahl") != ["0"])
    #expect(try desk.run("rücklauf b/*.tsv konflikte liste nach k.csv", options: ["--ja"]).status == 0)
  }

  @Test("files that are there are not replaced without a word")
  func existing() throws {
    let desk = try Desk()
    let line = "exportiere rückmeldebogen nach b/ als tsv"
    let before = desk.home.text("b/rueckmeldebogen-fb-51.tsv")
    let refused = try desk.run(line)
    #expect(refused.status == 1 && refused.messages.contains("gibt es schon"), "\(refused.messages)")
    #expect(desk.home.text("b/rueckmeldebogen-fb-51.tsv") == before)
    #expect(try desk.rows("rückmeldungen | anzahl") == ["3"])
    #expect(try desk.run(line + " ersetzen").status == 0)
    #expect(desk.home.text("b/rueckmeldebogen-fb-51.tsv") != before)
  }
}
