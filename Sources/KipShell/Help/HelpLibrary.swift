// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery

/// Finds the pages of the help and makes documents of them: written pages, and those of commands, reports and kinds of things.
struct HelpLibrary {
  let invocation: Invocation
  var session: Session { invocation.session }

  var overview: Document {
    var document = Document("kip")
    // The card of a measure that there is: who types it gets an answer.
    let number = session.store.flatMap { try? Tour.number(of: $0) } ?? "12,1"
    let beginning = [
      "maßnahmen | anzahl  # wie viele es sind", "maßnahmen wo status = laufend | zeige nr, text  # nur bestimmte, nur zwei Spalten",
      "maßnahmen | gruppiere handlungsfeld: anzahl  # wie viele je Feld", "maßnahme \"\(number)\"  # alles über eine",
    ]
    document.blocks = [
      .text("Eine Zeile ist eine Abfrage, ein Befehl oder die Karte eines Dings. Was hinter # steht, ist nur Bemerkung."),
      .list(beginning.map { [Run($0, .code)] }), .heading(1, "Themen: hilfe THEMA"),
      .table(HelpLibrary.table("Thema", (HelpPage.topics + HelpPage.terminal).map { [$0.name, $0.summary] })),
      .text(
        "hilfe WORT erklärt jedes Wort, jede Spalte und jeden Befehl und sucht, was es nicht kennt: hilfe sortiere, hilfe maßnahmen, hilfe Frist."
      ),
      .text(
        "einführung führt in zehn Schritten durch das Wichtigste. Die Tabulatortaste zeigt, was weiter möglich ist; beende oder Strg-D beendet."
      ),
    ]
    return document
  }

  /// All that a word names.
  func pages(_ word: String) throws(Hinweis) -> [Document] {
    var pages = HelpPage.named(word).map { [document($0)] } ?? []
    if let command = Commands.named(word) { pages.append(document(command.declaration(for: invocation))) }
    if Fold.key(word) == InputScript.declaration.word { pages.append(document(InputScript.declaration)) }
    if let command = session.pluginCommand(word) { pages.append(document(command.declaration)) }
    if let offer = session.offer(word, at: .report) {
      pages.append(document(ReportCommand().declaration(for: offer.name, session)))
    }
    guard let noun = try session.noun(word) else { return pages }
    if pages.isEmpty { return [try document(noun)] }
    pages[pages.count - 1].blocks.append(
      .text("\(noun.plural) sind auch eine Art von Dingen (\(noun.summary)); ihre Spalten: spalten \(noun.plural)"))
    return pages
  }

  /// True if a word has a page, so that another may send there.
  static func knows(_ word: String) -> Bool {
    HelpPage.named(word) != nil || Commands.named(word) != nil || Kernel.noun(word) != nil || Fold.key(word) == InputScript.declaration.word
  }

  // MARK: Documents

  private func document(_ page: HelpPage) -> Document {
    var document = Document(page.name)
    document.blocks = [.text(page.summary)]
    if !page.forms.isEmpty { document.blocks.append(.list(page.forms.map { [Run($0, .code)] })) }
    document.blocks += page.text.map { .text($0) }
    if let rows = rows(of: page.name) { document.blocks.append(.table(HelpLibrary.table(rows.heading, rows.rows))) }
    document.blocks += HelpLibrary.examples(page.examples)
    let related = page.related.filter(HelpLibrary.knows)
    if !related.isEmpty { document.blocks.append(.text("siehe auch: hilfe " + related.joined(separator: ", hilfe "))) }
    return document
  }

  /// The words that a topic lists.
  private func rows(of topic: String) -> (heading: String, rows: [[String]])? {
    func words(_ kinds: HelpPage.Kind...) -> [[String]] {
      HelpPage.all.filter { kinds.contains($0.kind) }.map { [$0.forms.first ?? $0.name, $0.summary] }
    }
    switch topic {
    case "bedingungen": return ("Vergleich", words(.comparison))
    case "schritte": return ("Schritt", words(.step, .figure, .picture))
    case "zeit": return ("Zeitpunkt", words(.moment))
    case "bilder": return ("Bild", words(.picture))
    case "befehle":
      let offered = session.host.offers(.command).map { PluginCommand(offer: $0.offer).declaration }
      return ("Befehl", (Commands.all.map(\.declaration) + offered).map { [$0.word, $0.summary] })
    case "arten": return ("Art", Kernel.asked.map { [$0.plural, $0.summary] })
    default: return nil
    }
  }

  private func document(_ declaration: Declaration) -> Document {
    var document = Document(declaration.word)
    document.blocks = [.text(declaration.summary), .paragraph([Run(declaration.usage, .code)])]
    if !declaration.parameters.isEmpty {
      let rows = declaration.parameters.map { [$0.name, $0.summary + ($0.isRequired ? " (nötig)" : "")] }
      document.blocks.append(.table(HelpLibrary.table("Angabe", rows)))
    }
    document.blocks += declaration.notes.map { .text($0) } + HelpLibrary.examples(declaration.examples)
    return document
  }

  private func document(_ noun: Noun) throws(Hinweis) -> Document {
    var rows: [[String]] = []
    for column in noun.columns {
      let values = column.words.isEmpty ? ColumnsCommand.kind(column.kind) : column.words.joined(separator: ", ")
      rows.append([try session.words(for: column).joined(separator: ", "), column.summary, values])
    }
    var document = Document(noun.plural)
    document.blocks = [
      .text(noun.summary), .table(Table(headings: ["Spalte", "Bedeutung", "Werte"], rows)),
      .text(
        "Hat eine Spalte mehrere Namen, gilt jeder. Steht unter Werte eine Art von Dingen, geht es dahinter mit einem Punkt weiter (hilfe wege)."
      ),
    ]
    let shown = noun.shown.isEmpty ? "id" : noun.shown.joined(separator: ", ")
    var examples = ["\(noun.plural) | anzahl  # wie viele es sind", "\(noun.plural) | zeige \(shown)  # diese Spalten, wie ohne zeige"]
    if let name = noun.shown.first { examples.append("\(noun.plural) ohne \(name) | anzahl  # zu denen das nicht gesagt ist") }
    if !noun.isMade { document.blocks += HelpLibrary.examples(examples) }
    document.blocks.append(
      .text("Eines davon mit allem, was bekannt ist: \(noun.singular) \"…\". Weiter: hilfe abfragen, hilfe bedingungen, hilfe schritte"))
    return document
  }

  private static func examples(_ lines: [String]) -> [Block] {
    lines.isEmpty ? [] : [.heading(1, lines.count == 1 ? "Beispiel" : "Beispiele"), .list(lines.map { [Run($0, .code)] })]
  }

  static func table(_ heading: String, _ rows: [[String]]) -> Table {
    Table(headings: [heading, "Bedeutung"], rows)
  }
}
