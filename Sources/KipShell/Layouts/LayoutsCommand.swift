// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

struct LayoutsCommand: ShellCommand {
  let declaration = Declaration(
    word: "layouts", summary: "zeigt die Tabellenlayouts des Plans, mit den Gründen ihrer Einstellungen", examples: ["layouts"],
    notes: ["Dahinter wo, | zeige … fragt wie sonst, aber nur nach denen, die dieser Plan selbst hat."])

  func run(_ invocation: Invocation) throws(Hinweis) {
    let session = invocation.session
    if let (typed, step) = Dispatcher.edit(invocation.all) { return try EditRunner(session, invocation.statement).run(typed, then: step) }
    if !invocation.tokens.isEmpty {
      var tokens = invocation.all
      let view = Viewpoint.take(behindNounOf: &tokens)
      return try Question(session: session).answer(try session.query(tokens), of: view)
    }
    let layouts = try session.plan().planLayouts()
    let rows = layouts.map { known in
      let layout = known.layout
      return [
        layout.name, layout.title, known.problem == nil ? String(layout.columns.count) : "",
        known.problem == nil ? String(layout.headerRows) : "",
        known.origin, known.problem.map { "nicht lesbar: \($0.text)" } ?? "",
      ]
    }
    var columns = [
      Table.Column("name", "Name"), Table.Column("titel", "Titel"), Table.Column("spalten", "Spalten", .number),
      Table.Column("kopfzeilen", "Kopfzeilen", .number), Table.Column("herkunft", "Herkunft"), Table.Column("problem", "Problem"),
    ]
    // Where all is well nothing is said of it.
    if layouts.allSatisfy({ $0.problem == nil }) { columns.removeLast() }
    var blocks: [Block] = [.table(Table("Layouts", columns: columns, rows: TextRows(rows.map { Array($0.prefix(columns.count)) })))]
    if session.speaksToPeople {
      for layout in layouts.map(\.layout) where !layout.reasons.isEmpty {
        blocks.append(.heading(1, "\(layout.name): was mehrdeutig ist"))
        blocks.append(.list(layout.reasons.map { [Run("\($0.setting): ", .strong), Run($0.reason)] }))
      }
    }
    try session.answer(Document("", blocks))
  }
}
