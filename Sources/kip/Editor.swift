// SPDX-License-Identifier: GPL-3.0-or-later
import CReadline
import Glibc
import KipShell

/// The line editor: readline, with the prompt and the completion of a session.
final class Editor {
  /// The lines of an input that is not complete yet.
  var unfinished = ""

  private let session: any PromptSession
  /// The question of a running command that is being answered.
  private var asking: Asking?
  /// The candidates that Tab found last.
  private var candidates: [Candidate] = []

  enum Reading {
    case line(String), interrupt, end
  }

  init(_ session: any PromptSession) {
    self.session = session
    kip_open(
      kip_calls(
        context: Unmanaged.passUnretained(self).toOpaque(),
        matches: { context, line, cursor, suffix in Editor.at(context).matches(String(cString: line), cursor: Int(cursor), suffix) },
        show: { context, rows, columns in Editor.at(context).show(rows: Int(rows), columns: Int(columns)) },
        interrupt: { context in Editor.at(context).session.interrupt() }))
  }

  func close() { kip_close() }

  func remember(_ input: String) { kip_remember(input) }
  func forgetAll() { kip_forget_all() }

  /// Whether Ctrl-C came after the last line was read.
  var wasInterrupted: Bool { kip_interrupted() != 0 }

  /// The signal that asks the program to end.
  var endingSignal: Int32? { kip_ending() == 0 ? nil : kip_ending() }

  /// Reads a line; the prompt shows what an unfinished input leaves open.
  func read() -> Reading {
    var prompt = session.prompt
    if !unfinished.isEmpty {
      let open = (session.open(in: unfinished) ?? "") + "> "
      prompt = String(repeating: " ", count: max(0, Width.of(prompt) - Width.of(open))) + open
    }
    var outcome = kip_outcome.end
    let line = kip_read(prompt, &outcome)
    defer { free(line) }
    switch outcome {
    case .line: return .line(line.map { String(cString: $0) } ?? "")
    case .interrupt: return .interrupt
    case .end: return .end
    }
  }

  /// Asks for what a running command needs; nil if the user gives up with Ctrl-C or Ctrl-D.
  func ask(_ question: Asking) -> String? {
    asking = question
    defer { asking = nil }
    var outcome = kip_outcome.end
    let line = kip_read(question.prompt, &outcome)
    defer { free(line) }
    return outcome == .line ? line.map { String(cString: $0) } ?? "" : nil
  }

  private static func at(_ context: UnsafeMutableRawPointer) -> Editor { Unmanaged<Editor>.fromOpaque(context).takeUnretainedValue() }
}

// MARK: - Completion

extension Editor {
  /// The whole line with each candidate in its place, as readline wants it.
  private func matches(
    _ line: String, cursor: Int, _ suffix: UnsafeMutablePointer<Int32>
  ) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
    let above = unfinished.isEmpty || asking != nil ? "" : unfinished + "\n"
    let found =
      asking.map { Completions(replaced: 0..<cursor, $0.candidates(String(decoding: line.utf8.prefix(cursor), as: UTF8.self))) }
      ?? session.completions(above + line, cursor: above.utf8.count + cursor)
    let start = found.replaced.lowerBound - above.utf8.count
    guard start >= 0, start <= cursor, !found.candidates.isEmpty else { return nil }
    candidates = found.candidates

    let kept = String(decoding: line.utf8.prefix(start), as: UTF8.self)
    let typed = String(decoding: line.utf8.prefix(cursor).dropFirst(start), as: UTF8.self)
    let shared = candidates.dropFirst().reduce(candidates[0].text) { $0.commonPrefix(with: $1.text) }
    // What is shared may be written otherwise than what was typed, ü for ue, but must not be less of it.
    let texts = [shared.count < typed.count ? typed : shared] + (candidates.count == 1 ? [] : candidates.map(\.text))
    if candidates[0].isOpen { suffix.pointee = 0 }

    let array = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>(
      OpaquePointer(calloc(texts.count + 1, MemoryLayout<UnsafeMutablePointer<CChar>?>.stride)))
    for (index, text) in texts.enumerated() { array?[index] = strdup(kept + text) }
    return array
  }

  /// Lists the candidates with what they mean, no more than the window holds.
  private func show(rows: Int, columns: Int) {
    let count = candidates.count < rows - 1 ? candidates.count : max(1, rows - 3)
    let width = candidates.prefix(count).map { Width.of($0.text) }.max() ?? 0
    for candidate in candidates.prefix(count) {
      let padding = String(repeating: " ", count: width - Width.of(candidate.text))
      let line = candidate.summary.isEmpty ? candidate.text : "\(candidate.text)\(padding)  – \(candidate.summary)"
      // A name of the plan must not steer the terminal.
      print(Width.cut(PlainText.of(line).replacing("\n", with: " "), to: columns - 1))
    }
    if count < candidates.count { print("… und \(candidates.count - count) weitere") }
    fflush(nil)
  }
}

extension Candidate {
  /// Whether more of the same word may follow: a path into a folder, a quotation that is not closed.
  fileprivate var isOpen: Bool {
    let quotes: [Character: Character] = ["\"": "\"", "„": "“", "»": "«", "'": "'"]
    guard let first = text.first, let last = text.last else { return true }
    if last == "/" { return true }
    guard let closing = quotes[first] else { return false }
    return text.count == 1 || last != closing
  }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
