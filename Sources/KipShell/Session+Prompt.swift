// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery
internal import Synchronization

extension Session: PromptSession {
  public var prompt: String {
    let name = store.map { $0.path.split(separator: "/").last.map(String.init) ?? $0.path }
    return (name.map { $0.hasSuffix(".kip") ? String($0.dropLast(4)) : $0 } ?? "kip") + "> "
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
      try (out as? FileSink)?.flush()
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
