// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc
import KipShell

/// The terminal of this process, as far as answers and messages go to it.
enum Window {
  /// False for a terminal that knows no escape sequences.
  static let isCapable = variable("TERM").map { $0 != "dumb" } ?? false

  /// What a session may know of it.
  static var terminal: Terminal {
    var terminal = Terminal()
    terminal.size = size
    terminal.showsMessages = isatty(STDERR_FILENO) == 1
    terminal.likesColours = isCapable && variable("NO_COLOR") == nil
    return terminal
  }

  /// Columns and rows as they are now; nil if answers go elsewhere.
  static func size() -> (columns: Int, rows: Int)? {
    var size = winsize()
    guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 else { return nil }
    return (size.ws_col > 0 ? Int(size.ws_col) : 80, size.ws_row > 0 ? Int(size.ws_row) : 24)
  }

  /// A variable of the environment that is not empty.
  static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 } }
}
