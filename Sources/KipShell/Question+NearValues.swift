// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

extension Question {
  /// Says which values of a column of texts come near to the one that none has.
  func tellNearValues(_ query: Query, _ store: PlanStore) throws(Hinweis) {
    guard let noun = try store.noun(query.noun.text) else { return }
    let completer = Completer(session: session)
    for case .filter(let condition) in query.steps {
      for (path, operand) in condition.equalities {
        guard let column = try completer.column(path.text, of: noun), column.kind == .text, column.words.isEmpty else { continue }
        let known = try store.fewValues(noun, path, atMost: Question.mostValues)
        guard !known.contains(where: { Fold.key($0) == Fold.key(operand.text) }) else { continue }
        let near = Fold.nearest(operand.text, among: known)
        guard !near.isEmpty else { continue }
        session.tell(
          Hinweis("\(path.text) ist nirgends \"\(operand.text)\"").grade(.hinweis)
            .help("gemeint ist vielleicht \(near.map(Hinweis.quoted).joined(separator: " oder "))"))
        return
      }
    }
  }

  /// Beyond, texts are sentences, and nobody types one by heart.
  private static let mostValues = 5000
}
