// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery
internal import PlanTables

/// Goes through what a table leaves open, at the terminal.
struct LayoutWalk {
  let session: Session
  let name: String
  let title: String
  var guess: LayoutGuess
  /// False where the units that the table names are not to be made.
  private(set) var makesUnits = true

  init(session: Session, name: String, title: String, guess: LayoutGuess) {
    self.session = session
    self.name = name
    self.title = title
    self.guess = guess
  }

  var layout: Layout { guess.layout(name, title: title) }

  /// The values that attributes have in the file, where they are few and name nobody.
  var words: [String: [String]] {
    var words: [String: [String]] = [:]
    for (column, guess) in guess.columns {
      guard case .attribute(let name, nil) = guess.target, column.kind == .choice else { continue }
      let values = column.values.map(\.text)
      guard !values.contains(where: { $0.contains("[Name]") }) else { continue }
      let parts =
        guess.separator.isEmpty ? values : values.flatMap { $0.split(separator: Character(guess.separator)).map { String($0).trimmedText } }
      words[name, default: []] += parts.filter { !(words[name] ?? []).contains($0) }
    }
    return words
  }

  /// Asks what is unsure: columns first, then what holds for the table as a whole.
  mutating func ask() throws(Hinweis) {
    let open = guess.columns.indices.filter { !guess.columns[$0].guess.isSure }
    let count = guess.columns.count
    session.tell(
      "Kopf in Zeile \(guess.area.header.lines.map(String.init).joined(separator: ", ")); von \(count) Spalten sind \(count - open.count) klar"
    )
    if !open.isEmpty {
      session.tell("Enter nimmt den Vorschlag, nichts lässt die Spalte aus, ? zeigt, was sie sein kann; Strg-C bricht ab")
    }
    for index in open { try askColumn(index) }
    try askRest()
  }

  // MARK: Columns

  private mutating func askColumn(_ index: Int) throws(Hinweis) {
    let (column, suggested) = guess.columns[index]
    let heading = PersonalData.masked((column.groups + [column.title]).joined(separator: " / "))
    session.tell("")
    session.tell(
      "Spalte \(ColumnSurvey.letters(column.column)) \"\(heading)\": \(column.kind.rawValue), \(column.filled) von \(column.rows) gefüllt")
    let examples = AreaAnswer.examples(column)
    if !examples.isEmpty { session.tell("  etwa: \(examples)") }
    session.tell("  Vorschlag: \(suggested.target.printed) (\(PersonalData.masked(suggested.reason)))")
    let choices = LayoutTargets.choices(for: column, suggested)
    while true {
      let answer =
        try session.answer(to: Asking("ist [\(suggested.target.printed)]: ", candidates: LayoutTargets.candidates(choices))) ?? ""
      let text = answer.trimmedText
      if text.isEmpty { return }
      if text == "?" {
        for (number, choice) in choices.enumerated() { session.tell("  \(number + 1)  \(choice.text) – \(choice.meaning)") }
        session.tell("  oder jede Spalte der Maßnahmen: spalten maßnahmen")
        continue
      }
      let chosen = Int(text).flatMap { choices.indices.contains($0 - 1) ? choices[$0 - 1].text : nil } ?? text
      do throws(Hinweis) {
        let typed = try LayoutTargets.read(chosen)
        guess.decide(index, typed.target, codes: typed.codes, separator: typed.separator)
        return
      } catch {
        session.tell(error)
      }
    }
  }

  // MARK: The table as a whole

  private mutating func askRest() throws(Hinweis) {
    if guess.area.continuedRows > 0 {
      let count = guess.area.continuedRows
      session.tell("")
      guess.rowRule =
        try agrees(
          "\(count == 1 ? "1 Zeile hat" : "\(count) Zeilen haben") weder Nummer noch Text: gehört das zur Zeile darüber?",
          guess.rowRule == .joined) ? .joined : .single
    }
    if guess.sheetIsField {
      guess.sheetIsField = try agrees("mehrere Blätter haben diesen Kopf: nennt der Name des Blatts das Handlungsfeld?", true)
    }
    let known = Set(guess.colours.map(\.mark))
    let words = Kernel.noun("maßnahme")?.column("status")?.words ?? []
    for (colour, count) in guess.colourCounts.prefix(6) where !known.contains(colour) {
      while true {
        let text =
          try session.answer(
            to: Asking("Farbe \(colour) (\(count) \(count == 1 ? "Zelle" : "Zellen")) sagt welchen Status? [keinen]: ") { typed in
              words.filter { Fold.key($0).hasPrefix(Fold.key(typed)) }.map { Candidate($0) }
            })?.trimmedText ?? ""
        if text.isEmpty || ["keinen", "nichts"].contains(Fold.key(text)) { break }
        if let word = words.first(where: { Fold.key($0) == Fold.key(text) }) {
          guess.colours.append(Layout.Code(colour, [word]))
          break
        }
        session.tell("Status sind: \(words.joined(separator: ", "))")
      }
    }
  }

  /// Asks whether units are to be made that the plan does not have.
  mutating func askUnits(_ lacking: [String]) throws(Hinweis) {
    guard !lacking.isEmpty else { return }
    makesUnits = try agrees("diese Einheiten hat der Plan nicht: \(lacking.joined(separator: ", ")); anlegen, ungeprüft?", true)
  }

  private func agrees(_ question: String, _ preset: Bool) throws(Hinweis) -> Bool {
    let answer = Fold.key(try session.answer(to: Asking("\(question) [\(preset ? "J/n" : "j/N")] ")) ?? "").filter { $0 != " " }
    return answer.isEmpty ? preset : ["j", "ja"].contains(answer)
  }

  /// Shows the layout, and goes on only if it is to be kept.
  func confirm() throws(Hinweis) {
    session.tell("")
    for line in PersonalData.masked(layout.printed).split(separator: "\n") { session.tell(String(line)) }
    guard try agrees("so behalten?", true) else { throw Session.cancelled }
  }
}

/// What a column can be, as it is typed.
enum LayoutTargets {
  struct Choice {
    var text: String
    var meaning: String
  }

  /// Reads what was typed behind `ist`.
  static func read(_ text: String) throws(Hinweis) -> Layout.Column {
    do throws(Hinweis) {
      let layouts = try VariantParser.layouts("layout x x\nspalte x ist \(text.replacing("\n", with: " "))\nende", of: "")
      guard let column = layouts.first?.columns.first else { throw Hinweis("hier fehlt ein Wort") }
      return column
    } catch {
      var error = error
      (error.excerpt, error.place) = (nil, nil)
      throw error
    }
  }

  /// The suggestion, and what columns usually are.
  static func choices(for column: ColumnSurvey, _ guess: ColumnGuess) -> [Choice] {
    let name = ColumnGuess.name(column.title)
    let all = [
      Choice(text: guess.target.printed, meaning: "der Vorschlag"),
      Choice(text: "nr", meaning: "Nummer"), Choice(text: "handlungsfeld", meaning: "Handlungsfeld"), Choice(text: "ziel", meaning: "Ziel"),
      Choice(text: "text", meaning: "was getan wird"), Choice(text: "beschreibung", meaning: "was im Einzelnen geschieht"),
      Choice(text: "status", meaning: "geplant, laufend, umgesetzt …"),
      Choice(text: "sachstand text", meaning: "wie weit es ist; am 31.12.2021 sagt, wann"),
      Choice(text: "rolle federführung", meaning: "wer führt"), Choice(text: "rolle umsetzung", meaning: "wer umsetzt"),
      Choice(text: "rolle partner", meaning: "wer mitwirkt"), Choice(text: "beginn_geplant", meaning: "wann es beginnen soll"),
      Choice(text: "ende_geplant", meaning: "wann es enden soll"), Choice(text: "kosten", meaning: "was es im Ganzen kostet"),
      Choice(text: "mittel bewilligt", meaning: "Geld; im Jahr 2024 sagt, wann"),
      Choice(text: "priorität", meaning: "hoch, mittel, niedrig"),
      Choice(text: "merkmal \(name)", meaning: "eine Eigenschaft, die dieser Plan dazubekommt"),
      Choice(text: "bemerkung", meaning: "Bemerkungen"),
      Choice(text: "nichts", meaning: "wird ausgelassen und gelistet"),
    ]
    var seen: Set<String> = []
    return all.filter { seen.insert($0.text).inserted }
  }

  static func candidates(_ choices: [Choice]) -> (String) -> [Candidate] {
    { typed in choices.filter { Fold.key($0.text).hasPrefix(Fold.key(typed)) }.map { Candidate($0.text, $0.meaning) } }
  }
}

extension String {
  /// Without blanks around it.
  fileprivate var trimmedText: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
