// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

/// A question to the user at the terminal.
public struct Asking {
  /// What stands before the answer.
  public var prompt: String
  /// What Tab may complete, given what was typed.
  public var candidates: (String) -> [Candidate]

  public init(_ prompt: String, candidates: @escaping (String) -> [Candidate] = { _ in [] }) {
    self.prompt = prompt
    self.candidates = candidates
  }
}

extension Session {
  /// Asks the user; nil if the answer was refused with Ctrl-C or Ctrl-D.
  public typealias Ask = (Asking) -> String?

  static var cancelled: Hinweis { Hinweis("abgebrochen; nichts wurde geändert").rule(PlanStore.interrupted) }

  /// The answer of the user; nil if nobody can be asked.
  func answer(to question: Asking) throws(Hinweis) -> String? {
    guard let ask else { return nil }
    try (out as? any AnswerSink)?.endAnswer()
    guard let answer = ask(question) else { throw Session.cancelled }
    return answer
  }

  /// True if the user says yes to a question; nobody to ask says no.
  func agrees(to question: String) throws(Hinweis) -> Bool {
    ["j", "ja"].contains(Fold.key(try answer(to: Asking("\(question) [j/N] ")) ?? ""))
  }

  /// Goes on only if the user says yes; off a terminal `--ja` must have said it.
  func confirm(_ matter: String) throws(Hinweis) {
    if options.saysYes { return }
    guard ask != nil else {
      throw Hinweis("\(matter): das braucht eine Antwort, und niemand ist da").help("mit --ja aufrufen")
    }
    tell(matter)
    guard try agrees(to: "ausführen?") else {
      throw Hinweis("nicht ausgeführt; nichts wurde geändert")
    }
  }
}
