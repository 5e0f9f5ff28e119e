// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore
internal import PlanTables

/// Asks at the terminal what a name of a table means.
struct ImportAsking {
  let session: Session

  /// Asks; nil where nobody can be asked.
  var ask: NameAsking? { session.ask == nil ? nil : { (question) throws(Hinweis) in try answer(question) } }

  private func answer(_ question: NameQuestion) throws(Hinweis) -> NameAnswer {
    session.tell(
      "\(question.place): \(question.noun.singular) \"\(question.name)\" \(question.candidates.count > 1 ? "ist nicht eindeutig" : "ist unbekannt")"
    )
    for (number, candidate) in question.candidates.enumerated() { session.tell("  \(number + 1)  \(candidate.title)") }
    let new = question.canMake ? ", n legt an" : ""
    let prompt =
      question.candidates.isEmpty
      ? "Enter lässt es offen\(new): "
      : "\(question.candidates.count == 1 ? "1" : "1 bis \(question.candidates.count)")\(new), Enter lässt es offen: "
    while true {
      let text = try session.answer(to: Asking(prompt)) ?? ""
      let key = Fold.key(text)
      if key.isEmpty { return .leave }
      if question.canMake, ["n", "neu"].contains(key) { return .new }
      if let number = Int(key), question.candidates.indices.contains(number - 1) { return .thing(question.candidates[number - 1].id) }
      session.tell("\"\(text)\" ist keine der Antworten")
    }
  }
}
