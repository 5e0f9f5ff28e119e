// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery
internal import PlanStore
internal import Synchronization

extension Session: PromptSession {
  public var prompt: String {
    // An interruption ended a line that is over.
    store?.clearInterruption()
    let states = [
      view.isNow ? nil : " (\(view))", isInTransaction ? hasFailedSinceBegin ? " [offen, mit Fehler]" : " [offen]" : nil,
    ]
    // What the file says of itself must neither steer the terminal nor fill the line.
    let name = PlainText.of((store.map(placeName) ?? "kip").replacing("\n", with: " ")).prefix(40)
    return name + states.compactMap(\.self).joined() + "> "
  }

  /// The name of the Kommune, without what is said of every one; if the plan has none, that of the file.
  private func placeName(_ store: PlanStore) -> String {
    let names = try? store.rows(Query(Name("kommunen"), [.show(["name"]), .first(1)])).rows.all()
    if let name = names?.first?.first, !name.isEmpty { return name.hasPrefix("Stadt ") ? String(name.dropFirst(6)) : name }
    let file = store.path.split(separator: "/").last.map(String.init) ?? store.path
    return file.hasSuffix(".kip") ? String(file.dropLast(4)) : file
  }

  public var planPath: String { store?.path ?? "" }

  public func open(in text: String) -> String? {
    Statement.open(in: text) ?? BlockReader.open(in: Statement.all(in: text, source: ""))
  }

  public func completions(_ text: String, cursor: Int) -> Completions { Completer(session: self).completions(text, cursor: cursor) }

  public func run(input: String) -> Bool {
    isInterrupted.store(false, ordering: .relaxed)
    store?.clearInterruption()
    status = 0
    let began = TypedInputs.Moment()
    do throws(Hinweis) {
      try run(typed: Statement.all(in: input, source: "Eingabe"))
    } catch {
      if error.rule != Session.told.rule { fail(error) }
    }
    do throws(Hinweis) {
      try (out as? any AnswerSink)?.flush()
    } catch {
      fail(error)
    }
    if let requestedStatus { status = requestedStatus }
    inputs.add(withoutErasedNames(input), since: began, status: status, plan: planPath)
    return requestedStatus == nil
  }

  public func interrupt() {
    isInterrupted.store(true, ordering: .relaxed)
    store?.interrupt()
  }
}
