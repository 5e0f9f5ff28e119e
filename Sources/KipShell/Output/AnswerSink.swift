// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

/// Takes the answers of a session, which come one by one.
public protocol AnswerSink: ByteSink, AnyObject {
  /// Shows what was written so far, before something else is said.
  func flush() throws(Hinweis)
  /// Ends what a line answered.
  func endAnswer() throws(Hinweis)
}

extension FileSink: AnswerSink {
  public func endAnswer() throws(Hinweis) {}
}

extension Session {
  /// The rule of the error with which a line ends whose reader has seen enough; it is none to be told.
  public static let seenEnough = "genug-gesehen"

  /// Ends what was answered so far; that its reader has seen enough is no error.
  func endAnswer() throws(Hinweis) {
    do throws(Hinweis) { try (out as? any AnswerSink)?.endAnswer() } catch { if error.rule != Session.seenEnough { throw error } }
  }

  /// What follows every line, however it ended.
  func endLine(since start: ContinuousClock.Instant) throws(Hinweis) {
    let duration = ContinuousClock.now - start
    progress?.end()
    noticeLostTransaction()
    try endAnswer()
    if preferences.showsTime { tell("Zeit: \(DurationText.of(duration))") }
  }
}
