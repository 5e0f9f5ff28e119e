// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

/// A question to the user at the terminal.
public struct Asking {
  /// What stands before the answer.
  public var prompt: String
  /// What Enter stands for; nil for nothing.
  public var preset: String?
  /// What Tab may complete, given what was typed.
  public var candidates: (String) -> [Candidate]

  public init(_ prompt: String, preset: String? = nil, candidates: @escaping (String) -> [Candidate] = { _ in [] }) {
    self.prompt = prompt
    self.preset = preset
    self.candidates = candidates
  }
}

extension Session {
  /// Asks the user; nil if the answer was refused with Ctrl-C or Ctrl-D.
  public typealias Ask = (Asking) -> String?

  static var cancelled: Hinweis { Hinweis("abgebrochen; nichts wurde geändert").rule(PlanStore.interrupted) }

  /// Goes on only if the user says yes; off a terminal `--ja` must have said it.
  func confirm(_ matter: String) throws(Hinweis) {
    if options.saysYes { return }
    guard let ask else {
      throw Hinweis("\(matter); ohne Terminal fragt niemand, ob das gewollt ist").help("mit --ja aufrufen")
    }
    tell(matter)
    guard let answer = ask(Asking("ausführen? [j/N] ")) else { throw Session.cancelled }
    guard ["j", "ja"].contains(Fold.key(answer)) else { throw Hinweis("nicht ausgeführt; nichts wurde geändert") }
  }
}
