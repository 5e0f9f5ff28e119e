// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc
import KipShell
import PlanKit

/// Shows answers at the prompt; one that is longer than the window goes through the user's pager.
final class Pager: AnswerSink {
  /// Whether the user wants one at all.
  var isWanted: () -> Bool = { true }

  private let window: FileSink
  /// Nil where none is to be used, or none can be run.
  private var command: PagerCommand?
  /// The beginning of an answer, as long as it may fit the window.
  private var held: [UInt8] = []
  private var rows = 0
  private var column = 0
  private var running: PagerProcess?

  init(_ window: FileSink) {
    self.window = window
    command = PagerCommand()
  }

  func write(_ bytes: [UInt8]) throws(Hinweis) {
    if running != nil { return try hand(bytes) }
    guard let command, isWanted(), let size = Window.size() else { return try window.write(bytes) }
    held += bytes
    count(bytes, size.columns)
    // The prompt needs a row as well.
    guard rows >= size.rows else { return }
    defer { held = [] }
    guard let process = PagerProcess(command) else { return try window.write(held) }
    running = process
    try hand(held)
  }

  private func hand(_ bytes: [UInt8]) throws(Hinweis) {
    guard let running, !running.take(bytes) else { return }
    try end(running)
    // Else what was not seen is shown now, and what follows too.
    if command != nil { throw Hinweis("genug gesehen").rule(Session.seenEnough) }
  }

  func flush() throws(Hinweis) {
    guard running == nil else { return }
    try window.write(held)
    held = []
    try window.flush()
  }

  func endAnswer() throws(Hinweis) {
    (rows, column) = (0, 0)
    guard let running else { return try flush() }
    try end(running)
  }

  /// Waits for a pager that gets no more. One that never ran has shown nothing, and is not tried again.
  private func end(_ pager: PagerProcess) throws(Hinweis) {
    running = nil
    guard let unseen = pager.finish(), let missing = command else { return }
    command = nil
    Messages.say(
      Hinweis("zum Blättern lässt sich \"\(missing.text)\" nicht ausführen").grade(.hinweis).help(
        "KIP_PAGER oder PAGER anders setzen, oder leer für keinen"))
    try window.write(unseen)
    try window.flush()
  }

  /// A message in the midst of an answer; false if the window shows it.
  func take(_ message: String) -> Bool {
    guard let running else { return false }
    return running.take(Array(message.utf8))
  }

  /// Counts the rows that some bytes take in the window.
  private func count(_ bytes: [UInt8], _ columns: Int) {
    for byte in bytes {
      if byte == UInt8(ascii: "\n") {
        rows += 1
        column = 0
      } else if byte & 0xC0 != 0x80 {
        column += 1
        if column > columns { (rows, column) = (rows + 1, 1) }
      }
    }
  }
}

/// What is run as a pager: what `KIP_PAGER` or `PAGER` say, else `less`.
struct PagerCommand {
  let text: String
  /// True for what the user wrote, which is the shell's to read.
  let isOfUser: Bool

  /// Nil where there is to be none.
  init?() {
    guard Window.isCapable else { return nil }
    let chosen = (getenv("KIP_PAGER") ?? getenv("PAGER")).map { String(cString: $0) }
    (text, isOfUser) = (chosen ?? "less", chosen != nil)
    if text.allSatisfy(\.isWhitespace) || text == "cat" { return nil }
  }
}

/// A pager that runs.
final class PagerProcess {
  private let process: pid_t
  private let input: Int32
  private let isOfUser: Bool
  /// What it got so far, while that may lie unread in the pipe.
  private var sent: [UInt8]? = []

  /// Nil if it cannot be started.
  init?(_ command: PagerCommand) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    // kip itself does not end by a pipe that nobody reads; the pager shall.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
      close(ends[0])
    }
    // For less, whoever starts it: what fits the window is not waited for, colours are kept, lines are not broken, and how to leave is said.
    setenv("LESS", "-FRSX -PLeertaste = weiter, q = Ende$", 0)
    setenv("LESSCHARSET", "utf-8", 0)
    let words = command.isOfUser ? ["/bin/sh", "-c", command.text] : [command.text]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var child: pid_t = 0
    guard posix_spawnp(&child, words[0], &actions, &attributes, &arguments, environ) == 0 else {
      close(ends[1])
      return nil
    }
    (process, input, isOfUser) = (child, ends[1], command.isOfUser)
  }

  /// Takes what is to be shown; false once the user has left it.
  func take(_ bytes: [UInt8]) -> Bool {
    if isOfUser, let known = sent { sent = known.count + bytes.count < 1 << 17 ? known + bytes : nil }
    var done = 0
    while done < bytes.count {
      let written = bytes[done...].withUnsafeBytes { Glibc.write(input, $0.baseAddress, $0.count) }
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { return false }
      done += written
    }
    return true
  }

  /// Waits until the user has left it; gives what it got if it never ran.
  func finish() -> [UInt8]? {
    close(input)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let code = status & 0x7F == 0 ? status >> 8 & 0xFF : 0
    return isOfUser && (code == 126 || code == 127) ? sent : nil
  }
}
