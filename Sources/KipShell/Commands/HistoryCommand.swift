// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery
internal import PlanStore

/// Tells all that happened to one thing: `verlauf maßnahme "30,2"`.
struct HistoryCommand: ShellCommand {
  let declaration = Declaration(
    word: "verlauf", synonyms: ["history"], summary: "zeigt alles, was mit einem Ding geschah: wann, von wem, was, warum",
    parameters: [
      .init(name: "art", kind: .positional(.words(Kernel.asked.map(\.singular))), summary: "die Art, etwa maßnahme", isRequired: true),
      .init(name: "name", kind: .positional(.text), summary: "der Name oder die Nummer des Dings", isRequired: true),
    ],
    examples: ["verlauf maßnahme \"3,0\"", "verlauf einheit \"FB 51\""])

  func run(_ invocation: Invocation) throws(Hinweis) {
    let session = invocation.session
    let (noun, id, name) = try ThingWords.read(try declaration.read(invocation.tokens), session)
    try session.reading(Moment()) { () throws(Hinweis) in
      let store = try session.plan()
      guard noun.hasHistory else { throw Hinweis("\(noun.plural) haben keinen Verlauf") }
      let rows = try store.history(noun, id).map { (event) throws(Hinweis) in try row(event, store) }
      var table = Table("", columns: HistoryCommand.columns, rows: TextRows(rows))
      table.name = "Verlauf \(noun.singular) \(name)"
      try session.answer(Document(session.speaksToPeople ? table.name : "", [.table(table)]))
    }
  }

  private static let columns = [
    Table.Column("änderung", "Nr", .number), Table.Column("zeit", "Zeit"), Table.Column("stand", "Stand", .date),
    Table.Column("wer", "Wer"),
    Table.Column("was", "Was"), Table.Column("alt", "Alt"), Table.Column("neu", "Neu"), Table.Column("weil", "Weil"),
    Table.Column("laut", "Laut"), Table.Column("quelle", "Quelle"),
  ]

  private func row(_ event: HistoryEvent, _ store: PlanStore) throws(Hinweis) -> [String] {
    let note = try store.note(of: event.change)
    let place = note.map { note in
      guard !note.file.isEmpty else { return note.command }
      return event.line.map { "\(note.file):\($0)" } ?? note.file
    }
    let fact = event.fact
    // One value more or less of several.
    let (minus, plus) = fact.isMember ? ("- ", "+ ") : ("", "")
    return [
      String(event.change), note?.time ?? "", note.flatMap { Datum(day: $0.day)?.iso } ?? "", note?.author ?? "", fact.heading,
      fact.old.isEmpty ? "" : minus + fact.old, fact.new.isEmpty ? "" : plus + fact.new, note?.reason ?? "", note?.basis ?? "", place ?? "",
    ]
  }
}

/// The thing that a command names by its kind and its key.
enum ThingWords {
  /// The things also include those that are deleted.
  static func read(_ call: Call, _ session: Session) throws(Hinweis) -> (noun: Noun, id: Int, name: String) {
    let store = try session.plan()
    let (word, name) = (call["art"] ?? "", call["name"] ?? "")
    guard let noun = try store.noun(word) else {
      throw Hinweis("unbekannte Art \"\(word)\"").marked(call.span("art")).didYouMean(word, Kernel.asked.map(\.singular))
    }
    guard let id = try store.findEver(noun, name).first else {
      throw Hinweis("\(noun.singular) \"\(name)\" gibt es in diesem Plan nicht und gab es nie").marked(call.span("name"))
        .didYouMean(name, try store.names(of: noun, atMost: 5000))
    }
    return (noun, id, name)
  }
}
