// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore
internal import PlanTables

/// Asks at the terminal what a name of a table means.
final class ImportAsking {
  private let session: Session
  /// True once the user had enough of the questions.
  private var leavesRest = false

  init(_ session: Session) { self.session = session }

  /// Asks; nil where nobody can be asked.
  var ask: NameAsking? { session.ask == nil ? nil : { (question) throws(Hinweis) in try self.answer(question) } }

  private func answer(_ question: NameQuestion) throws(Hinweis) -> NameAnswer {
    if leavesRest { return .leave }
    session.tell(
      "\(question.place): \(question.noun.singular) \"\(question.name)\" \(question.candidates.count > 1 ? "ist nicht eindeutig" : "ist unbekannt")"
    )
    for (number, candidate) in question.candidates.enumerated() { session.tell("  \(number + 1)  \(candidate.title)") }
    let count = question.candidates.count
    let choices = [
      count == 0 ? nil : count == 1 ? "1" : "1 bis \(count)", question.canMake ? "n legt an" : nil, "Enter lässt es offen",
      "a auch alle weiteren",
    ]
    let prompt = choices.compactMap { $0 }.joined(separator: ", ") + ": "
    while true {
      let text = try session.answer(to: Asking(prompt)) ?? ""
      let key = Fold.key(text)
      leavesRest = ["a", "alle"].contains(key)
      if key.isEmpty || leavesRest { return .leave }
      if question.canMake, ["n", "neu"].contains(key) { return .new }
      if let number = Int(key), question.candidates.indices.contains(number - 1) { return .thing(question.candidates[number - 1].id) }
      session.tell("\"\(text)\" ist keine der Antworten")
    }
  }
}
