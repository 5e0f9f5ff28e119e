// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import PlanStore
import PlanTables
import Testing

/// Council papers in the forms in which administrations write them; all of these are invented.
@Suite struct PaperReaderTests {
  private func read(_ lines: String...) throws -> Paper {
    try PaperReader.read(Document("vorlage.txt", lines.joined(separator: "\n").split(separator: "\n\n").map { .text(String($0)) }))
  }

  private func table(_ rows: [String]...) -> Block { .table(Table("", rows: TextRows(rows))) }

  @Test("a label and what it says stand in one line, or below each other")
  func labels() throws {
    let below = try read("Betreff", "Haus der Begegnung", "Vorlage", "07/0312", "Art", "Beschlussvorlage", "Aktenzeichen", "50 si/")
    let beside = try read("Betreff: Haus der Begegnung", "Vorlage-Nr.: 07/0312", "Art der Vorlage: Beschlussvorlage", "Az.: 50 si/")
    let short = try read("Beschlussvorlage 07/0312", "Gegenstand: Haus der Begegnung", "Geschäftszeichen: 50 si/")
    for paper in [below, beside, short] {
      #expect(paper.subject == "Haus der Begegnung")
      #expect(paper.number == "07/0312")
      #expect(paper.kind == "Beschlussvorlage")
      #expect(paper.fileNumber == "50 si/")
      #expect(paper.account.listed == 0)
    }
  }

  @Test("the head may be a table with several labels in a row")
  func headTable() throws {
    let paper = try PaperReader.read(
      Document(
        "v.docx",
        [
          table(
            ["Vorlage-Nr.:", "07/0312", "Datum:", "04.03.2024"], ["Betreff:", "Haus der\nBegegnung", "", ""],
            ["Federführung:", "FB 51", "Art:", "Vorlage"]),
          .heading(1, "Beschlussvorschlag"), .text("Der Rat stimmt zu."), .heading(1, "2. Begründung"), .text("Es fehlt ein Ort."),
          .text("Art und Umfang: klein"),
        ]))
    #expect(paper.number == "07/0312")
    #expect(paper.date == Datum("04.03.2024"))
    #expect(paper.subject == "Haus der Begegnung")
    #expect(paper.unit == "FB 51")
    #expect(paper.proposal == ["Der Rat stimmt zu."])
    // Behind the head a word such as Art is a word of the text.
    #expect(paper.reasons == ["Es fehlt ein Ort.", "Art und Umfang: klein"])
    #expect(paper.findings.map(\.content) == ["Vorlage"])
    #expect(paper.account.listed == 1)
  }

  @Test(
    "sections are known by their usual names",
    arguments: ["Beschlussvorschlag:", "Beschlussentwurf", "Beschlussempfehlung:", "2. Beschlussvorschlag"])
  func proposals(_ label: String) throws {
    let paper = try read("Betreff: Haus", "\n" + label, "\nKenntnisnahme", "\nSachverhalt:", "\nEs fehlt viel.", "\nAnlagen:", "\n1. Plan")
    #expect(paper.proposal == ["Kenntnisnahme"])
    #expect(paper.reasons == ["Es fehlt viel."])
    #expect(paper.parts == ["1. Plan"])
    #expect(paper.signatures.isEmpty)
  }

  @Test("the way through the Gremien is read from a table with a head, from lines, and from cells below each other")
  func stations() throws {
    let head = Block.text("Betreff: Haus\n\nBeratungsfolge:")
    let asTable = table(
      ["Gremium", "Datum", "Öffentlichkeit", "Zuständigkeit", "Ergebnis"],
      ["Integrationsrat", "12.03.2024", "öffentlich", "Vorberatung", "einstimmig empfohlen"],
      ["Rat der Stadt Lindenau", "21. März 2024", "nichtöffentlich", "Beschlussfassung", ""])
    let asLines = Block.text(
      "Integrationsrat, 12.03.2024, öffentlich, Vorberatung, einstimmig empfohlen\n21. März 2024 Rat der Stadt Lindenau (nichtöffentlich, Entscheidung)"
    )
    let asCells = Block.text(
      "Gremium\nDatum\nIntegrationsrat\n12.03.2024\nöffentlich\nVorberatung\neinstimmig empfohlen\nRat der Stadt Lindenau\n21.03.2024\nN\nEntscheidung"
    )
    for block in [asTable, asLines, asCells] {
      let paper = try PaperReader.read(Document("v", [head, block]))
      #expect(paper.stations.map(\.body) == ["Integrationsrat", "Rat der Stadt Lindenau"])
      #expect(paper.stations.map(\.date) == [Datum("12.03.2024"), Datum("21.03.2024")])
      #expect(paper.stations.map(\.isOpen) == [true, false])
      #expect(paper.stations.map(\.role) == ["vorberatend", "entscheidend"])
      #expect(paper.stations.map(\.result) == ["einstimmig empfohlen", ""])
      #expect(paper.account.listed == 0)
    }
  }

  @Test("what a Gremium is asked for is its role, also in a column that is headed as results are")
  func askedFor() throws {
    let head = Block.text("Betreff: Haus\n\nBeratungsfolge:")
    let way = table(
      ["Gremium", "Datum", "Beschluss"], ["Sozialausschuss", "03.02.2027", "Vorberatung"], ["Rat", "23.02.2027", "Entscheidung"])
    let paper = try PaperReader.read(Document("v", [head, way]))
    #expect(paper.stations.map(\.role) == ["vorberatend", "entscheidend"])
    #expect(paper.stations.map(\.result) == ["", ""] && paper.stations.map(\.status) == [nil, nil])
  }

  @Test("a Gremium with a comma in its name is one")
  func comma() throws {
    let paper = try read(
      "Betreff: Haus", "\nBeratungsfolge:", "\nAusschuss für Bildung, Jugend und Sport, 14.03.2024, öffentlich, zur Kenntnis")
    #expect(paper.stations.map(\.body) == ["Ausschuss für Bildung, Jugend und Sport"])
    #expect(paper.stations.map(\.role) == ["zur Kenntnis"])
  }

  @Test("names stand before or behind the function, and both in one block")
  func signatures() throws {
    let paper = try read(
      "Betreff: Haus", "\nBegründung:", "\nEs fehlt ein Ort.", "\nDie Bürgermeisterin", "\nIn Vertretung", "\nAhrens",
      "\nErster Beigeordneter",
      "\nFachbereichsleiterin", "\nTamm", "\nSachbearbeiter", "\nQuast")
    #expect(paper.signatures.map(\.function) == ["Erster Beigeordneter", "Fachbereichsleiterin", "Sachbearbeiter"])
    #expect(paper.signatures.map(\.person) == ["Ahrens", "Tamm", "Quast"])
    #expect(paper.signatures.map(\.addition) == ["Die Bürgermeisterin, In Vertretung", "", ""])
    #expect(paper.reasons == ["Es fehlt ein Ort."])
    #expect(paper.account.listed == 0)
  }

  @Test("who signs in his own name, in one line, or side by side in a table")
  func otherSignatures() throws {
    let own = try read("Betreff: Haus", "\nBegründung:", "\nEs fehlt ein Ort.", "\nDer Landrat", "\nDr. Kranz")
    #expect(own.signatures.map(\.function) == ["Der Landrat"])
    #expect(own.signatures.map(\.person) == ["Dr. Kranz"])
    let line = try read("Betreff: Haus", "\nBegründung:", "\nEs fehlt ein Ort.", "\ngez. Ahrens, Beigeordneter", "\nAmtsleiterin: Tamm")
    #expect(line.signatures.map(\.function) == ["Beigeordneter", "Amtsleiterin"])
    #expect(line.signatures.map(\.person) == ["Ahrens", "Tamm"])
    #expect(line.signatures[0].addition == "gez.")
    let cells = try PaperReader.read(
      Document(
        "v",
        [
          .text("Betreff: Haus"), .heading(1, "Begründung"), .text("Es fehlt ein Ort."),
          table(["Amtsleiterin", "Sachbearbeiter"], ["Tamm", "Quast"]),
        ]))
    #expect(cells.signatures.map(\.function) == ["Amtsleiterin", "Sachbearbeiter"])
    #expect(cells.signatures.map(\.person) == ["Tamm", "Quast"])
  }

  @Test("a meeting that the text tells of is a station, and one that could not be is one that was left out")
  func prose() throws {
    let paper = try read(
      "Betreff: Haus", "\nSachdarstellung:",
      "\nDer Rat der Stadt Lindenau hat in seiner Sitzung am 8. Februar dafür entschieden. Wegen der Zusage im Dezember 2023 war keine Vorberatung im Integrationsrat möglich. Die Miete beträgt rund 18.000 €."
    )
    #expect(paper.stations.map(\.body) == ["Rat der Stadt Lindenau", "Integrationsrat"])
    #expect(paper.stations.map(\.status) == ["beraten", "entfallen"])
    #expect(paper.stations.map(\.role) == ["entscheidend", "vorberatend"])
    #expect(paper.stations[0].date == nil)
    #expect(paper.stations[0].withoutYear?.date(in: 2024) == Datum("08.02.2024"))
    #expect(paper.findings.compactMap(\.hinweis.rule) == ["datum-ohne-jahr", "datum-im-text", "betrag-im-text"])
  }

  @Test("a line without a place is listed, and every line is accounted for")
  func account() throws {
    let paper = try read("Betreff: Haus", "Vorlage: 07/1", "Irgendein Satz ohne Platz", "Art: Fahrplan", "\nBeschlussvorschlag:", "\nJa.")
    #expect(paper.findings.compactMap(\.content) == ["Irgendein Satz ohne Platz", "Fahrplan"])
    #expect(paper.account.listed == 2)
    #expect(paper.account.read == paper.account.labels + paper.account.placed + 2)
  }

  @Test("a text without a subject is no paper, and the error says how to read it")
  func none() throws {
    let error = #expect(throws: Hinweis.self) { try self.read("Lagebericht", "\nIm Süden fehlt ein Ort.") }
    #expect(error?.text == "das ist keine Vorlage: ein Betreff fehlt")
    #expect(error?.help?.contains("als dokument") == true)
  }

  @Test("dates are found as people write them, and what is no date is none")
  func numbers() throws {
    let paper = try read(
      "Betreff: Haus", "Datum: Lindenau, den 3. Mai 2024", "\nBegründung:",
      "\nNach § 14 sind 21 Menschen am 31.02.2024 da, im Mai 2025 mehr.")
    #expect(paper.date == Datum("03.05.2024"))
    #expect(paper.findings.compactMap(\.hinweis.rule) == ["datum-im-text"])
  }
}
