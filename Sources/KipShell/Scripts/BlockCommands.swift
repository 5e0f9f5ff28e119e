// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// The words of blocks, for the help and for completion; the blocks themselves are read by `BlockReader`.
struct BlockCommand: ShellCommand {
  let declaration: Declaration

  static let all = [
    BlockCommand(
      Declaration(
        word: "wenn", summary: "führt die Zeilen bis ende nur aus, wenn etwas gilt",
        parameters: [
          .init(
            name: "bedingung", kind: .positional(.noun), summary: "eine Abfrage, die etwas findet, oder ein Vergleich: ${JAHR} >= 2025",
            isRequired: true)
        ],
        examples: [
          "wenn maßnahmen wo hut leer\n  melde \"es fehlen Zuständigkeiten\"\nsonst\n  melde \"alle haben einen Hut\"\nende",
          "wenn maßnahmen | anzahl > 100\n  melde \"viele\"\nsonst wenn nicht maßnahmen\n  melde \"keine\"\nsonst\n  melde \"einige\"\nende",
        ],
        notes: [
          "Verglichen werden Zahlen als Zahlen, Daten als Daten, anderes ohne Unterschied von Groß- und Kleinschreibung und Umlauten; < und > gibt es für Zahlen und Daten. ${X} leer fragt, ob nichts dasteht; nicht kehrt um."
        ])),
    BlockCommand(
      Declaration(
        word: "sonst", summary: "was geschieht, wenn die Bedingung von wenn nicht gilt; auch sonst wenn …",
        examples: ["wenn maßnahmen wo status = umgesetzt\n  melde \"etwas ist umgesetzt\"\nsonst\n  melde \"noch nichts\"\nende"])),
    BlockCommand(
      Declaration(
        word: "für", summary: "führt die Zeilen bis ende für jede Zeile einer Abfrage aus",
        parameters: [
          .init(name: "jede", kind: .flag, summary: "auch jeden und jedes", isRequired: true),
          .init(name: "name", kind: .positional(.text), summary: "Name der Variablen: ${einheit} ist der Schlüssel", isRequired: true),
          .init(name: "in", kind: .named(.noun), summary: "die Abfrage", isRequired: true),
        ],
        examples: ["für jede einheit in einheiten wo kürzel beginnt mit FB\n  melde \"${einheit}: ${einheit.name}\"\nende"],
        notes: [
          "${einheit.spalte} ist jede Spalte, die spalten nennt, und was die Abfrage mit zeige … als NAME zeigt. Die Liste bleibt, wie sie am Anfang war, auch wenn im Block geschrieben wird. In Dateinamen wird aus / und \\ ein -, damit kein Wert des Plans in einen anderen Ordner führt."
        ])),
    BlockCommand(
      Declaration(
        word: "ende", summary: "schließt den Block von wenn oder für",
        examples: ["für jedes feld in handlungsfelder\n  melde \"${feld}\"\nende"])),
    BlockCommand(
      Declaration(
        word: ScriptParameter.word, summary: "sagt am Anfang eines Skripts, was ihm beim Aufruf mit -D NAME=WERT zu geben ist",
        parameters: [
          .init(name: "name", kind: .positional(.text), summary: "Name der Variablen", isRequired: true),
          .init(name: "= wert", kind: .positional(.text), summary: "Wert, wenn keiner angegeben ist; ohne ihn muss es einer sein"),
          .init(name: "wofür", kind: .positional(.text), summary: "was er bedeutet, in Anführungszeichen"),
        ],
        examples: ["parameter JAHR = 2025 \"das Berichtsjahr\"\nmelde \"Bericht ${JAHR}\""])),
  ]

  private init(_ declaration: Declaration) { self.declaration = declaration }

  func run(_ invocation: Invocation) throws(Hinweis) {
    throw Hinweis("\"\(invocation.first.text)\" steht so nicht hier").marked(invocation.first.span).help(
      "hilfe \(declaration.word) erklärt es")
  }
}
