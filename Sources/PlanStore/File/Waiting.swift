// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import PlanKit
internal import Synchronization

/// How kip waits while another program writes into the plan: it says for whom, and gives up after a while.
final class Waiting: @unchecked Sendable {
  /// Takes what is said while waiting.
  var say: (String) -> Void = { _ in }
  /// How long it waits; a test has less patience.
  var limit = Duration.seconds(30)
  private let path: String
  private var began = ContinuousClock.now
  private var saidAfter: Duration?
  private let isStopped = Atomic(false)

  init(_ path: String) { self.path = path }

  /// Ends the waiting; may be called from a signal handler.
  func stop() { isStopped.store(true, ordering: .relaxed) }
  func allow() { isStopped.store(false, ordering: .relaxed) }
  var wasStopped: Bool { isStopped.load(ordering: .relaxed) }

  /// Waits a little; false if it was long enough.
  func goOn(tries: Int) -> Bool {
    if tries == 0 { (began, saidAfter) = (.now, nil) }
    let waited = ContinuousClock.now - began
    if wasStopped || waited >= limit { return false }
    if waited > (saidAfter.map { $0 + .seconds(10) } ?? .milliseconds(300)) {
      let time = saidAfter == nil ? "" : " seit \(waited.components.seconds) s"
      say("wartet\(time): \(holder) schreibt gerade in den Plan")
      saidAfter = waited
    }
    // Not all at the same time, so that each gets its turn.
    usleep(UInt32.random(in: 500...5000))
    return true
  }

  /// What is said after waiting in vain.
  var problem: Hinweis {
    let seconds = (ContinuousClock.now - began).components.seconds
    return Hinweis("\(holder) schreibt gerade in den Plan; nach \(seconds) s wurde nicht länger gewartet, nichts wurde geändert")
      .help("warten, bis der andere fertig ist, und den Befehl wiederholen")
  }

  private var holder: String {
    LockHolder.find(path).map { "\($0.user) (Prozess \($0.process))" } ?? "ein anderes Programm"
  }
}
