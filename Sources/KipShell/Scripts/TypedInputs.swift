// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import PlanKit
internal import PlanStore

/// An input of a user, as it was typed.
public struct TypedInput: Hashable, Sendable {
  /// When it began, in seconds since 1970.
  public var time: Int
  /// How long it ran.
  public var milliseconds: Int
  public var status: Int32
  /// The file of the plan that was open; empty for none.
  public var plan: String
  public var text: String
  /// What a script says in its place: all in one line, where the user was asked for parts of it.
  var line: String?

  public init(time: Int, milliseconds: Int, status: Int32, plan: String, text: String) {
    self.time = time
    self.milliseconds = milliseconds
    self.status = status
    self.plan = plan
    self.text = text
  }
}

/// What was typed in this session, and before it as far as the program knows.
public final class TypedInputs {
  /// The table of the noun `eingaben`, which is filled when it is asked.
  static let table = "eingabe"

  /// Gives what was typed in other sessions and in this one, oldest first; set by the program.
  public var kept: () -> [TypedInput] = { [] }
  private(set) var own: [TypedInput] = []
  /// What the running input says in one line, where the user was asked for parts of it.
  var inOneLine: String?

  /// When something began.
  struct Moment {
    let time = Glibc.time(nil)
    let start = ContinuousClock.now
  }

  /// Adds an input that has run; one that begins with a blank is not kept.
  func add(_ text: String, since began: Moment, status: Int32, plan: String) {
    defer { inOneLine = nil }
    guard text.first?.isWhitespace == false else { return }
    let duration = (ContinuousClock.now - began.start) / .milliseconds(1)
    own.append(TypedInput(time: began.time, milliseconds: Int(duration), status: status, plan: plan, text: text))
    own[own.count - 1].line = inOneLine
  }

  /// Changes the texts of what was typed in this session.
  func replace(_ change: (String) -> String) {
    for index in own.indices {
      own[index].text = change(own[index].text)
      own[index].line = own[index].line.map(change)
    }
  }

  /// What was typed before and beside this session, oldest first.
  var others: [TypedInput] {
    // The file has those of this session as well; the clocks that noted them may differ by a second.
    let texts = Dictionary(grouping: own, by: \.text)
    return kept().filter { input in !(texts[input.text] ?? []).contains { abs($0.time - input.time) <= 1 } }
  }

  /// Makes the things of the noun `eingaben`: those of this session first, the newest of each first.
  func fill(_ store: PlanStore, _ noun: Noun) throws(Hinweis) {
    let all = own.reversed().map { ($0, "diese") } + others.reversed().map { ($0, "andere") }
    try store.make(
      noun,
      all.map { input, session in
        [
          .text(TypedInputs.utc(input.time)), .real(Double(input.milliseconds) / 1000), .integer(Int(input.status)),
          Value(input.plan.isEmpty ? nil : input.plan),
          .text(input.text), .text(session),
        ]
      })
  }

  /// The same where no plan is open that could be asked.
  func document() -> Document {
    let rows = (own.reversed() + others.reversed()).map { input in
      [TypedInputs.utc(input.time), String(input.status), input.plan, input.text]
    }
    let columns = [
      Table.Column("zeit", "Zeit (UTC)"), Table.Column("status", "Status", .number), Table.Column("plan", "Plan"),
      Table.Column("text", "Text"),
    ]
    return Document("", [.table(Table("", columns: columns, rows: TextRows(rows)))])
  }

  private static func utc(_ seconds: Int) -> String {
    var seconds = seconds
    var parts = tm()
    gmtime_r(&seconds, &parts)
    return String(unsafeUninitializedCapacity: 32) { strftime($0.baseAddress, $0.count, "%Y-%m-%d %H:%M:%S", &parts) }
  }
}
