// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc
import KipShell

/// A line on the terminal that says how far work is, at what rate, and how long it will still take; it goes when the work ends.
final class ProgressLine: ProgressDisplay {
  /// Work that is over sooner shows nothing.
  private static let patience = Duration.seconds(1)
  private static let pause = Duration.milliseconds(200)

  private var start: ContinuousClock.Instant?
  private var next = ContinuousClock.now
  private var isShown = false

  /// Nil off a terminal.
  init?() {
    guard Window.isCapable, isatty(STDERR_FILENO) == 1 else { return nil }
  }

  func show(_ work: String, done: Int, of total: Int) {
    let now = ContinuousClock.now
    guard let start else {
      (start, next) = (now, now + ProgressLine.patience)
      return
    }
    guard now >= next, total > 0, done > 0 else { return }
    next = now + ProgressLine.pause
    isShown = true
    let elapsed = now - start
    let rest =
      done < total
      ? ", noch \(DurationText.of(.seconds(max(1, (elapsed / .seconds(1) * Double(total - done) / Double(done)).rounded(.up)))))" : ""
    Messages.write("\r\u{1B}[K\(work): \(done * 100 / total) %, \(ProgressLine.rate(done, elapsed))\(rest)")
  }

  func end() {
    start = nil
    hide()
  }

  /// Makes room for a message; the next piece of work shows the line again.
  func hide() {
    guard isShown else { return }
    isShown = false
    Messages.write("\r\u{1B}[K")
  }

  private static func rate(_ bytes: Int, _ time: Duration) -> String {
    let perSecond = Double(bytes) / (time / .seconds(1))
    if perSecond < 1_000_000 { return "\(Int(perSecond / 1000)) kB/s" }
    let tenths = Int(perSecond / 100_000)
    return "\(tenths / 10),\(tenths % 10) MB/s"
  }
}
