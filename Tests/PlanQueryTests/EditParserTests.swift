// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

@testable import PlanQuery

@Suite struct EditParserTests {
  /// The kernel's nouns and columns, as in a plan without a variant.
  private struct KernelWords: Vocabulary {
    func noun(_ word: String) -> Noun? { Kernel.noun(word) }
    func isColumn(_ word: String, of noun: Noun) -> Bool { noun.column(word) != nil }
  }

  private func parse(_ text: String, isStep: Bool = false) throws -> Edit {
    try EditParser.parse(try Lexer.tokens(text)[...], isStep: isStep, KernelWords())
  }

  private func assignment(_ column: String, _ sign: Edit.Sign = .becomes, _ values: String...) -> Edit.Assignment {
    Edit.Assignment(Name(column), sign, values.map { Operand($0) })
  }

  private func thing(_ noun: String, _ key: String) -> ThingName { ThingName(Name(noun), Operand(key)) }

  @Test("a new thing has a title, places and columns, the = between column and value may be left out")
  func create() throws {
    let edit = try parse("neu ziel \"Alle Kinder\" in handlungsfeld Arbeit frist = 2026 ebene Teilziel weil \"Klausur\"")
    let facts: [Edit.Fact] = [
      .within(thing("handlungsfeld", "Arbeit")), .says(assignment("frist", .becomes, "2026")),
      .says(assignment("ebene", .becomes, "Teilziel")),
    ]
    #expect(edit.action == .create(Name("ziel"), title: Operand("Alle Kinder"), facts))
    #expect(edit.tail.reason == Operand("Klausur") && edit.target == nil)
  }

  @Test("words without quotation marks end at a column of what is made")
  func bareWords() throws {
    let edit = try parse("neu organisation Verein der Freunde bereich Verein kürzel VdF")
    #expect(
      edit.action
        == .create(
          Name("organisation"), title: Operand("Verein der Freunde"),
          [.says(assignment("bereich", .becomes, "Verein")), .says(assignment("kürzel", .becomes, "VdF"))]))
  }

  @Test("paragraphs of a document make new things, one for each number or range")
  func quotations() throws {
    let edit = try parse("neu befund aus dokument 3 absatz 12 bis 14; 18 thema Beratung weil \"Klausur\"")
    let quotation = Edit.Quotation(thing("dokument", "3"), [12...14, 18...18])
    #expect(edit.action == .create(Name("befund"), title: nil, [.quotes(quotation), .says(assignment("thema", .becomes, "Beratung"))]))
    #expect(edit.tail.reason == Operand("Klausur"))
    // As it is said again it reads the same.
    #expect(quotation.text == "absatz 12 bis 14; 18")
    #expect(try parse("neu befund aus dokument 3 \(quotation.text) thema Beratung weil Klausur") == edit)
    #expect(
      try parse("neu ziel \"Kurse am Abend\" aus dokument \"Lage im Süden\" absatz 2").action
        == .create(
          Name("ziel"), title: Operand("Kurse am Abend"), [.quotes(Edit.Quotation(thing("dokument", "Lage im Süden"), [2...2]))]))
    // Any other "aus" is a word of the text.
    #expect(try parse("neu ziel Menschen aus dem Süden").action == .create(Name("ziel"), title: Operand("Menschen aus dem Süden"), []))
  }

  @Test(
    "what is no number of a paragraph is said",
    arguments: [
      "neu befund aus dokument 3", "neu befund aus dokument 3 absatz", "neu befund aus dokument 3 absatz zwei",
      "neu befund aus dokument 3 absatz 5 bis 2",
    ])
  func noQuotation(_ text: String) { #expect(throws: Hinweis.self) { try self.parse(text) } }

  @Test("a column of what is made wins over the word of the tail, which counts again behind weil")
  func standIsColumn() throws {
    let edit = try parse("neu katalog K stand 24.04.2017 weil neu stand 01.05.2017")
    #expect(edit.action == .create(Name("katalog"), title: Operand("K"), [.says(assignment("stand", .becomes, "24.04.2017"))]))
    #expect(edit.tail.day == Operand("01.05.2017"))
  }

  @Test(
    "signs stand with or without blanks, and an en dash is a minus",
    arguments: ["hut+=AWO", "hut += AWO", "hut +=AWO"])
  func gains(_ text: String) throws {
    #expect(try parse("setze \(text)", isStep: true).action == .set([assignment("hut", .gains, "AWO")]))
  }

  @Test("what loses a value is written with - or –", arguments: ["hut-=AWO", "hut –= AWO", "hut -= AWO"])
  func loses(_ text: String) throws {
    #expect(try parse("setze \(text)", isStep: true).action == .set([assignment("hut", .loses, "AWO")]))
  }

  @Test("a comma separates values, and assignments where a column with its sign follows")
  func commas() throws {
    let edit = try parse("setze maßnahme 30,2 hut = AWO, Caritas; Kirche, status = leer laut handlungsfeld Bildung stand 2017")
    #expect(edit.target == thing("maßnahme", "30,2"))
    #expect(edit.action == .set([assignment("hut", .becomes, "AWO", "Caritas", "Kirche"), assignment("status")]))
    #expect(edit.tail.source == thing("handlungsfeld", "Bildung") && edit.tail.day == Operand("2017"))
  }

  @Test("infinitives and words without umlauts are the same verbs")
  func verbs() throws {
    #expect(try parse("loeschen ziel x") == parse("lösche ziel x"))
    #expect(try parse("verbinden maßnahme 1 mit ziel x") == parse("verbinde massnahme 1 mit ziel x").renamed("maßnahme"))
  }

  @Test("joining and separating name the other thing, and a role")
  func joining() throws {
    #expect(
      try parse("verbinde mit einheit \"FB 51\" als umsetzung", isStep: true).action
        == .join(thing("einheit", "FB 51"), role: Operand("umsetzung")))
    #expect(try parse("trenne maßnahme 7 von ziel x").action == .separate(thing("ziel", "x"), role: nil))
    #expect(try parse("trenne maßnahme 7 mit ziel x").action == .separate(thing("ziel", "x"), role: nil))
  }

  @Test(
    "an error names what was found and what was expected, and points at it",
    arguments: [
      ("setze maßnahme 5 status laufend", "hier fehlt, was sich ändert", 32),
      ("setze maßnahme status = laufend", "welche maßnahme?", 16),
      ("neu zile x", "\"zile\" ist keine Art von Dingen", 5),
      ("verbinde maßnahme 5 ziel x", "hier fehlt etwas; erwartet war mit", 27),
      ("lösche ziel", "hier fehlt etwas; erwartet war ein Wert", 12),
      ("setze maßnahme 5 hut =", "hier fehlt etwas; erwartet war ein Wert", 23),
      ("lösche ziel x | zeige text", "unerwartet: \"|\"; erwartet war das Ende", 15),
    ])
  func errors(_ text: String, _ message: String, _ column: Int) throws {
    let error = #expect(throws: Hinweis.self) { try parse(text) }
    #expect(error?.text == message)
    #expect(error?.excerpt.map { $0.start + 1 } == column)
  }
}

extension Edit {
  /// The same with the target's noun spelt otherwise.
  fileprivate func renamed(_ noun: String) -> Edit {
    var copy = self
    copy.target?.noun.text = noun
    return copy
  }
}
