// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc
import KipShell
import PlanKit

/// What is said on the standard error.
enum Messages {
  static func write(_ text: String) {
    var text = text
    text.withUTF8 { _ = Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  static func say(_ hinweis: Hinweis) {
    let terminal = Window.terminal
    write(ErrorText.lines(hinweis, Colours(isOn: terminal.showsMessages && terminal.likesColours)))
  }
}

/// What comes in on the standard input.
enum StandardInput {
  /// All of it; nil if it cannot be read, as a folder cannot.
  static func all() -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(STDIN_FILENO, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return count < 0 ? nil : bytes }
      bytes += buffer[..<count]
    }
  }
}

/// Ctrl-C while a script runs: the running command ends, and with it the script.
enum Interruption {
  nonisolated(unsafe) private static var session: Session?

  static func watch(_ session: Session) {
    self.session = session
    signal(SIGINT) { _ in Interruption.session?.interrupt() }
  }
}
