// SPDX-License-Identifier: GPL-3.0-or-later
import PlanTables
import Testing

/// What becomes of a cell that came back, rule by rule.
@Suite struct CellMergeTests {
  private static let status = CellForm.Kind.word(["keine Angabe", "geplant", "laufend", "umgesetzt"])

  private func outcome(_ base: String, _ ours: String?, _ theirs: String..., kind: CellForm.Kind = .text) -> CellOutcome {
    MergedCell(base: base, ours: ours, theirs: theirs, kind).outcome
  }

  // MARK: Who changed it

  @Test("what nobody changed is the same")
  func same() {
    #expect(outcome("A", "A", "A") == .same)
    #expect(outcome("", "", "") == .same)
  }

  @Test("what only the form changed is taken")
  func taken() {
    #expect(outcome("A", "A", "B") == .taken("B"))
    #expect(outcome("", "", "B") == .taken("B"))
  }

  @Test("what only the plan changed stays, also where it emptied it")
  func kept() {
    #expect(outcome("A", "B", "A") == .kept)
    #expect(outcome("A", "", "A") == .kept)
    #expect(outcome("", "B", "") == .kept)
  }

  @Test("what both changed alike is nothing to do, also where both emptied it")
  func alike() {
    #expect(outcome("A", "B", "B") == .alike)
    #expect(outcome("A", "", "") == .alike)
  }

  @Test("what both changed, each otherwise, is a conflict")
  func conflict() {
    #expect(outcome("A", "B", "C") == .conflict("C"))
    #expect(outcome("A", "", "C") == .conflict("C"))
    #expect(outcome("", "B", "C") == .conflict("C"))
  }

  @Test("an emptied cell is never taken by itself, and says whether the plan has changed meanwhile")
  func cleared() {
    #expect(outcome("A", "A", "") == .cleared(isUnchangedHere: true))
    #expect(outcome("A", "A", " \n ") == .cleared(isUnchangedHere: true))
    #expect(outcome("A", "B", "") == .cleared(isUnchangedHere: false))
  }

  @Test("what the plan does not have any more cannot be changed; unchanged it is no matter")
  func gone() {
    #expect(outcome("A", nil, "B") == .gone("B"))
    #expect(outcome("A", nil, "A") == .same)
  }

  // MARK: Several rows, locked cells, other values

  @Test("of two rows that mean one thing the one that changed counts")
  func rows() {
    #expect(outcome("A", "A", "A", "B") == .taken("B"))
    #expect(outcome("A", "A", "B", "B ") == .taken("B"))
    #expect(outcome("A", "A", "A", "A") == .same)
    #expect(outcome("A", "B", "A", "B") == .alike)
  }

  @Test("two rows that mean one thing and say two are a contradiction, whatever the plan says")
  func contradiction() {
    #expect(outcome("A", "A", "B", "C") == .contradiction(["B", "C"]))
    #expect(outcome("A", "B", "B", "C") == .contradiction(["B", "C"]))
    #expect(outcome("A", "A", "", "C") == .contradiction(["", "C"]))
  }

  @Test("a locked cell that changed is shown and never taken; what the plan says by now is no change")
  func locked() {
    func outcome(_ ours: String?, _ theirs: String) -> CellOutcome {
      MergedCell(base: "A", ours: ours, theirs: [theirs], .text, isOpen: false).outcome
    }
    #expect(outcome("A", "B") == .locked("B"))
    #expect(outcome("C", "B") == .locked("B"))
    #expect(outcome("A", "") == .locked(""))
    #expect(outcome("B", "B") == .same)
    #expect(outcome("A", "A") == .same)
    #expect(outcome(nil, "B") == .locked("B"))
  }

  @Test("what may not stand there is refused with its reason, and is no conflict either")
  func invalid() {
    func outcome(_ base: String, _ ours: String, _ theirs: String) -> CellOutcome {
      MergedCell(base: base, ours: ours, theirs: [theirs], .text) { $0 == "lila" ? "keine Ampel" : nil }.outcome
    }
    #expect(outcome("", "", "lila") == .invalid("lila", "keine Ampel"))
    #expect(outcome("", "rot", "lila") == .invalid("lila", "keine Ampel"))
    #expect(outcome("lila", "rot", "lila") == .kept)
    #expect(outcome("", "", "grün") == .taken("grün"))
  }

  @Test("a later return of the same form corrects what an earlier one brought")
  func correction() {
    func outcome(_ theirs: String) -> CellOutcome { MergedCell(base: "A", ours: "B", theirs: [theirs], .text, isOwn: true).outcome }
    #expect(outcome("C") == .taken("C"))
    #expect(outcome("B") == .alike)
    #expect(outcome("") == .cleared(isUnchangedHere: true))
  }

  // MARK: What a spreadsheet does to cells

  @Test(
    "what saving does to a cell is no change",
    arguments: [
      (.text, "Seit Ostern in drei Zweigstellen", "Seit Ostern\nin drei  Zweigstellen "), (.text, "a b", "a\u{A0}b"),
      (.text, "-5 Plätze", "'-5 Plätze"),
      (.text, "Zweigstelle", "Zweig\u{AD}stelle"), (.label, "28,1", "28.1"), (.label, "28,1", "28. Jan"), (.label, "0120", "120"),
      (.label, "28,10", "=\"28,10\""), (.label, "FB 51", "fb 51"), (.date, "2025-03-15", "15.03.2025"),
      (.date, "2025-03-15", "2025-03-15T00:00:00"), (.date, "2025-Q3", "III/2025"), (.date, "2025-03", "03/2025"),
      (.number, "1250.5", "1.250,50"), (.number, "3", "3,0"), (.amount, "1250 €", "1.250,00"), (.amount, "1.250,00 €", "1250"),
      (.flag, "1", "ja"), (.flag, "0", "nein"), (.mark, "x", "X "), (.mark, "x", "✓"), (.mark, "(x)", "(X)"),
      (CellMergeTests.status, "laufend", "Laufend "),
      (CellMergeTests.status, "", "keine Angabe"),
    ] as [(CellForm.Kind, String, String)])
  func alikeCells(_ kind: CellForm.Kind, _ before: String, _ after: String) {
    #expect(outcome(before, before, after, kind: kind) == .same)
    #expect(outcome("anders", before, after, kind: kind) == .alike)
  }

  @Test(
    "what people do to a cell is one",
    arguments: [
      (.text, "Mietertreff", "mietertreff"), (.text, "Zwei Tage", "Zwei  Tage."), (.label, "28,1", "28,2"), (.label, "51.3", "51.4"),
      (.date, "2025", "2025-01-01"), (.number, "3", "4"), (.mark, "x", "(x)"), (CellMergeTests.status, "laufend", "keine Angabe"),
    ] as [(CellForm.Kind, String, String)])
  func otherCells(_ kind: CellForm.Kind, _ before: String, _ after: String) {
    #expect(outcome(before, before, after, kind: kind) != .same)
  }

  @Test(
    "what a spreadsheet shows for a formula that failed is no text that somebody wrote",
    arguments: [
      ("#NAME?", true), ("#WERT!", true), ("#DIV/0!", true), ("#NV", true), ("Err:509", true), (" #REF! ", true), ("#1 ist fertig!", false),
      ("Err: fehlt", false), ("#", false), ("Fertig!", false),
    ])
  func errors(text: String, isError: Bool) { #expect(CellForm.isError(text) == isError) }

  @Test("what is written keeps its line breaks, and a word is spelt as its vocabulary has it")
  func written() {
    #expect(outcome("", "", "\r\n Seit Ostern \r\n in drei  Zweigstellen\n") == .taken("Seit Ostern\nin drei Zweigstellen"))
    #expect(outcome("", "", "LAUFEND ", kind: CellMergeTests.status) == .taken("laufend"))
    #expect(outcome("laufend", "laufend", "keine Angabe", kind: CellMergeTests.status) == .taken("keine Angabe"))
  }
}
