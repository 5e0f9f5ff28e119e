// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery
internal import PlanStore

extension Declaration {
  /// What every command that writes may say of its change.
  static let reasons: [Parameter] = [
    .init(name: "weil", kind: .named(.text), summary: "Grund der Änderung"),
    .init(name: "laut", kind: .named(.anything), summary: "worauf sie beruht: laut sitzung \"…\""),
    .init(name: "stand", kind: .named(.day), summary: "Tag, von dem sie spricht"),
  ]
}

extension Call {
  /// The last value given for a parameter, with its place.
  func operand(_ name: String) -> Operand? { operands(name).last }

  func operands(_ name: String) -> [Operand] { values[name]?.map { Operand($0.text, span: $0.span) } ?? [] }
}

extension Session {
  /// The change that a call makes, as far as its words tell.
  func info(_ invocation: Invocation, _ call: Call) throws(Hinweis) -> ChangeInfo {
    var day: Int?
    if let name = call.operand("stand") {
      guard let date = try plan().date(name.text) else {
        throw Hinweis("\"\(name.text)\" ist kein Datum").marked(name.span).help("Daten stehen so: 24.04.2017")
      }
      day = date.lastDay
    }
    return change(invocation.statement.text, reason: call["weil"], day: day)
  }

  /// Makes a change that rests on what the call says.
  func change<T>(_ info: ChangeInfo, _ call: Call, _ body: (Writer) throws(Hinweis) -> T) throws(Hinweis) -> T {
    let store = try plan()
    return try store.change(info) { (writer) throws(Hinweis) in
      if let source = call.operand("laut") { try writer.rest(onThing: try store.anything(source, for: "laut")) }
      return try body(writer)
    }
  }
}
