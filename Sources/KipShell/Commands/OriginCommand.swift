// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery
internal import PlanStore

/// Names the cell or the change that a value came from: `woher maßnahme "30,2" hut`.
struct OriginCommand: ShellCommand {
  let declaration = Declaration(
    word: "woher", summary: "zeigt, woher eine Angabe stammt: Datei, Zeile und Spalte, oder wer sie wann warum gemacht hat",
    parameters: [
      .init(name: "art", kind: .positional(.words(Kernel.asked.map(\.singular))), summary: "die Art, etwa maßnahme", isRequired: true),
      .init(name: "name", kind: .positional(.text), summary: "der Name oder die Nummer des Dings", isRequired: true),
      .init(name: "feld", kind: .positional(.text), summary: "die Spalte, etwa hut; spalten zeigt alle", isRequired: true),
    ],
    examples: ["woher maßnahme \"3,0\" hut", "woher maßnahme \"3,0\" text"])

  func run(_ invocation: Invocation) throws(Hinweis) {
    let session = invocation.session
    let call = try declaration.read(invocation.tokens)
    let (noun, id, _) = try ThingWords.read(call, session)
    let word = call["feld"] ?? ""
    let store = try session.plan()
    var found: Column?
    for column in noun.columns where found == nil {
      let words = try session.words(for: column)
      if words.contains(where: { Fold.key($0) == Fold.key(word) }) { found = column }
    }
    guard let column = found else {
      throw Hinweis("\(noun.plural) haben keine Spalte \"\(word)\"").marked(call.span("feld")).didYouMean(word, noun.columns.map(\.name))
    }
    try session.reading(Moment()) { () throws(Hinweis) in
      let layouts = try PlanView(store: store).layouts()
      let origins = try store.origins(noun, id, column)
      guard !origins.isEmpty else {
        throw Hinweis("woher \(column.name) kommt, ist nicht festgehalten: es folgt aus anderen Angaben").marked(call.span("feld"))
      }
      let rows = try origins.map { (origin) throws(Hinweis) in
        if let quoted = try quoted(origin, noun, id, column, store) { return quoted }
        return try row(origin, layouts, store)
      }
      // One value is told line by line, which is easier to read than one long row.
      let table =
        session.speaksToPeople && rows.count == 1 ? facts(rows[0]) : Table("Herkunft", columns: OriginCommand.columns, rows: TextRows(rows))
      try session.answer(table)
    }
  }

  private func facts(_ row: [String]) -> Table {
    let known = zip(OriginCommand.columns, row).filter { !$1.isEmpty }.map { [$0.heading, CellText.shown($1, as: $0.kind)] }
    return Table("Herkunft", headings: ["Feld", "Wert"], known)
  }

  private static let columns = [
    Table.Column("wert", "Wert"), Table.Column("herkunft", "Herkunft"), Table.Column("datei", "Datei"), Table.Column("blatt", "Blatt"),
    Table.Column("zeile", "Zeile", .number), Table.Column("spalte", "Spalte", .number), Table.Column("überschrift", "Überschrift"),
    Table.Column("inhalt", "Inhalt"), Table.Column("änderung", "Änderung", .number), Table.Column("zeit", "Zeit"),
    Table.Column("stand", "Stand", .date), Table.Column("wer", "Wer"), Table.Column("befehl", "Befehl"), Table.Column("weil", "Weil"),
  ]

  private func row(_ origin: Origin, _ layouts: [Layout], _ store: PlanStore) throws(Hinweis) -> [String] {
    guard origin.derived != Origin.notStated, let change = origin.change, let note = try store.note(of: change) else {
      return [origin.value, origin.derived ?? "nie angegeben"] + Array(repeating: "", count: 12)
    }
    let isRead = !note.file.isEmpty
    // Only making a plan seeds it.
    let kind = isRead ? "eingelesen" : note.command.hasPrefix("kip --neu") ? "aus der Variante" : "eingegeben"
    let cell = isRead ? cell(origin, layouts) : nil
    return [
      origin.value, origin.derived.map { "\(kind) (\($0))" } ?? kind, note.file, note.sheet,
      isRead ? origin.line.map(String.init) ?? "" : "",
      cell.map { String($0.number + 1) } ?? "", cell?.heading ?? "", isRead ? origin.asRead ?? "" : "", String(change), note.time,
      Datum(day: note.day)?.iso ?? "", note.author, note.command, note.reason,
    ]
  }

  /// The line for a value that was taken from paragraphs of a document; nil for any other.
  private func quoted(_ origin: Origin, _ noun: Noun, _ id: Int, _ column: Column, _ store: PlanStore) throws(Hinweis) -> [String]? {
    guard [noun.title, "dokument", "quelle", "seite"].contains(column.name), let change = origin.change,
      let quote = try store.quote(id, by: change), let note = try store.note(of: change)
    else { return nil }
    return [
      origin.value, "aus dokument \(quote.document) \"\(quote.title)\", absatz \(quote.places)", quote.file, "", "", "", quote.section,
      quote.text, String(change), note.time, Datum(day: note.day)?.iso ?? "", note.author, note.command, note.reason,
    ]
  }

  /// The column of the layout in which the value stood, counted from 0.
  private func cell(_ origin: Origin, _ layouts: [Layout]) -> (number: Int, heading: String)? {
    guard let layout = layouts.first(where: { $0.name == origin.layout }) else { return nil }
    let number =
      origin.place
      ?? layout.columns.firstIndex { column in
        switch column.target {
        case .field(let field): Fold.key(field) == Fold.key(origin.column)
        case .attribute(let name, let value):
          name == origin.column && (value.map { $0 == origin.word } ?? column.codes.contains { $0.values.contains(origin.word ?? "") })
        case .role(let role, let actor): role == origin.column && actor == origin.value
        default: false
        }
      }
    guard let number, layout.columns.indices.contains(number) else { return nil }
    let column = layout.columns[number]
    return (number, column.heading.isEmpty ? column.topHeading ?? "" : column.heading)
  }
}
