// SPDX-License-Identifier: GPL-3.0-or-later

/// What a prompt needs from a session.
public protocol PromptSession: AnyObject {
  /// What stands before an input, such as `braunschweig> `.
  var prompt: String { get }
  /// The exit status of the last input; that of the session once `run(input:)` has said that it ends.
  var status: Int32 { get }
  /// The file of the open plan, for the history; empty if none is open.
  var planPath: String { get }

  /// What is still open in an unfinished input, such as `"`, `(` or `|`; nil if it is complete and can run.
  func open(in text: String) -> String?
  /// Candidates for the word at the cursor, which is an offset in UTF-8 bytes.
  func completions(_ text: String, cursor: Int) -> Completions
  /// Runs a complete input; false if the session ends with it.
  func run(input: String) -> Bool
  /// An input without the names that were erased since the session began.
  func withoutErasedNames(_ input: String) -> String
  /// Asks the user for what a running command needs; set by the prompt, nil where nobody can be asked.
  var ask: ((Asking) -> String?)? { get set }
  /// Asks the running command to stop; called from a signal handler, so it may only set an atomic flag.
  func interrupt()
}

/// What may stand where the cursor is.
public struct Completions: Sendable {
  /// The bytes of the text that a candidate replaces; they end at the cursor.
  public var replaced: Range<Int>
  /// Candidates in the order in which they are shown, quoted where the language wants it.
  public var candidates: [Candidate]

  public init(replaced: Range<Int>, _ candidates: [Candidate]) {
    self.replaced = replaced
    self.candidates = candidates
  }
}

/// A word that may stand at the cursor.
public struct Candidate: Hashable, Sendable {
  public var text: String
  /// What it means, in a few words; may be empty.
  public var summary: String

  public init(_ text: String, _ summary: String = "") {
    self.text = text
    self.summary = summary
  }
}
