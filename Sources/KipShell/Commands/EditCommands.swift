// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery

/// The commands that write; their grammar is `EditParser`'s.
struct EditCommand: ShellCommand {
  let declaration: Declaration

  static let all = [
    EditCommand(
      "neu", "legt etwas an; was es braucht, fragt kip am Terminal",
      [
        .init(name: "art", kind: .positional(.noun), summary: "was neu ist: ziel, maßnahme, sachstand …", isRequired: true),
        .init(name: "titel", kind: .positional(.text), summary: "sein Name oder Text; dahinter SPALTE WERT, so viele wie nötig"),
        .init(name: "in", kind: .named(.text), summary: "worin es steht: in handlungsfeld Bildung"),
        .init(name: "aus", kind: .named(.text), summary: "Absätze, die es sagen: aus dokument 3 absatz 12 bis 14; 18 macht zwei"),
      ],
      ["neu ziel \"Alle Kinder sprechen Deutsch\" in handlungsfeld Bildung frist 2026", "neu organisation \"Sprachverein\" bereich Verein"]),
    EditCommand(
      "setze", "ändert, was bei einem Ding steht; hinter | bei allen, die eine Abfrage findet",
      [
        .init(
          name: "ding", kind: .positional(.text), summary: "was sich ändert: maßnahme \"35,2\"; hinter | entfällt es", isRequired: true),
        .init(
          name: "spalte", kind: .positional(.text), summary: "SPALTE = WERT, += oder -=; mehrere trennt ein Komma; = leer sagt nichts mehr"),
      ],
      [
        "setze maßnahme \"35,2\" status = laufend, hut += \"FB 50\" weil \"Schulung begonnen\"",
        "setze maßnahme \"35,2\" zielgruppe = Kinder",
      ]),
    EditCommand(
      "lösche", "nimmt etwas mit seinen Teilen aus dem Plan; die Geschichte behält es",
      [.init(name: "ding", kind: .positional(.text), summary: "was geht: ziel \"…\"", isRequired: true)],
      ["lösche maßnahme \"35,2\" weil \"doppelt\""]),
    EditCommand(
      "verbinde", "verbindet zwei Dinge",
      [
        .init(name: "ding", kind: .positional(.text), summary: "das eine: maßnahme \"17,0\"", isRequired: true),
        .init(name: "mit", kind: .named(.text), summary: "das andere: einheit \"FB 51\"", isRequired: true),
        .init(name: "als", kind: .named(.text), summary: "in welcher Rolle"),
      ],
      ["verbinde maßnahme \"17,0\" mit einheit \"FB 51\" als umsetzung"]),
    EditCommand(
      "trenne", "löst, was zwei Dinge verbindet",
      [
        .init(name: "ding", kind: .positional(.text), summary: "das eine: maßnahme \"17,0\"", isRequired: true),
        .init(name: "von", kind: .named(.text), summary: "das andere: einheit \"FB 51\"", synonyms: ["mit"], isRequired: true),
        .init(name: "als", kind: .named(.text), summary: "nur diese Rolle"),
      ],
      ["trenne maßnahme \"17,0\" von einheit \"FB 51\""]),
  ]

  private init(_ word: String, _ summary: String, _ parameters: [Declaration.Parameter], _ examples: [String]) {
    declaration = Declaration(word: word, summary: summary, parameters: parameters + Declaration.reasons, examples: examples)
  }

  func run(_ invocation: Invocation) throws(Hinweis) {
    try EditRunner(invocation.session, invocation.statement).run(invocation.all)
  }
}
