// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery
internal import PlanStore

struct ExplainCommand: ShellCommand {
  let declaration = Declaration(
    word: "erkläre", synonyms: ["explain"],
    summary: "zeigt, wie eine Abfrage verstanden wird, ihr SQL mit seinen Werten und wie SQLite sie ausführt",
    parameters: [.init(name: "abfrage", kind: .positional(.noun), summary: "die Abfrage", isRequired: true)],
    examples: ["erkläre maßnahmen wo hut unter \"FB 51\""])

  func run(_ invocation: Invocation) throws(Hinweis) {
    var query = try invocation.session.query(invocation.tokens)
    query.moment = query.moment.filled(from: invocation.session.view)
    let plan = try invocation.session.plan().plan(of: query)
    var document = Document("", [.paragraph([Run(query.printed, .code)]), .heading(1, "SQL"), .paragraph([Run(plan.sql, .code)])])
    if !plan.values.isEmpty {
      document.blocks += [.heading(1, "Werte für die Fragezeichen, der Reihe nach"), .list(plan.values.map { [Run($0, .code)] })]
    }
    document.blocks.append(.heading(1, "Ablauf"))
    document.blocks.append(.table(steps(plan)))
    try invocation.session.answer(document)
  }

  /// The steps as a tree.
  private func steps(_ plan: QueryPlan) -> Table {
    var branches = Branches()
    let rows = plan.lines.map { [branches.next(depth: $0.depth, isLast: $0.isLast).row + $0.text, $0.meaning] }
    return Table(headings: ["Schritt", "Bedeutung"], rows)
  }
}
