// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc

/// A program on a terminal of its own, driven as a user drives it.
///
///     let pty = try Pty("/bin/cat")
///     pty.send("Hallo\r")
///     try pty.expect("Hallo")
///     pty.send("\u{4}")
///     try #expect(pty.exitStatus() == 0)
final class Pty {
  /// The process, which leads a session and has the terminal as its controlling one.
  let process: pid_t
  /// All bytes shown so far, with escape sequences.
  private(set) var raw: [UInt8] = []
  /// True if what was sent last holds Ctrl-C.
  private(set) var hasInterrupted = false

  private var master: Int32
  private let modesAtStart: tcflag_t
  /// The same without escape sequences, carriage returns and bells.
  private var plain: [UInt8] = []
  private var stage = Stage.text
  /// Where in `plain` the next `expect` begins.
  private var passed = 0
  private var status: Int32?

  /// Starts a program; its environment is just what is given.
  init(_ program: String, _ arguments: [String] = [], environment: [String: String] = [:], columns: UInt16 = 80, rows: UInt16 = 24) throws {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var locked: Int32 = 0
    var number: Int32 = 0
    guard master >= 0, ioctl(master, Pty.setLock, &locked) == 0, ioctl(master, Pty.getNumber, &number) == 0 else {
      throw Failure("no pseudo terminal: errno \(errno)")
    }
    modesAtStart = Pty.modes(master)

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The leader of a new session gets the first terminal that it opens as its controlling one.
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/pts/\(number)", O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF) | Pty.setsid)

    var argv = ([program] + arguments).map { strdup($0) } + [nil]
    var envp = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    Pty.setSize(master, columns, rows)
    var child: pid_t = 0
    let error = posix_spawn(&child, program, &actions, &attributes, &argv, &envp)
    process = child
    guard error == 0 else { throw Failure("cannot start \(program): errno \(error)") }
  }

  deinit {
    if status == nil {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    hangUp()
  }

  /// Types a text.
  func send(_ text: String) {
    hasInterrupted = text.contains(Key.ctrlC)
    let bytes = Array(text.utf8)
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      sent += count
    }
  }

  /// Waits until a text is shown after all that was expected before, and gives what stands before it.
  @discardableResult
  func expect(_ text: String, within seconds: Double = 10) throws -> String {
    let deadline = ContinuousClock.now + .seconds(seconds)
    let text = Array(text.utf8)
    var candidate = passed
    while true {
      while candidate + text.count <= plain.count {
        if plain[candidate..<(candidate + text.count)].elementsEqual(text) {
          defer { passed = candidate + text.count }
          return String(decoding: plain[passed..<candidate], as: UTF8.self)
        }
        candidate += 1
      }
      guard take(until: deadline) else {
        let missing = String(decoding: text, as: UTF8.self).debugDescription
        throw Failure("not shown: \(missing); shown: \(unread.suffix(2000).debugDescription)")
      }
    }
  }

  /// What is shown and no `expect` has passed yet, once nothing new has come for a while.
  func rest(quietFor seconds: Double = 0.3) -> String {
    while take(until: ContinuousClock.now + .seconds(seconds)) {}
    return unread
  }

  /// Waits until the program has ended; 128 and the signal if one ended it.
  func exitStatus(within seconds: Double = 10) throws -> Int32 {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while status == nil {
      var code: Int32 = 0
      if waitpid(process, &code, WNOHANG) == process {
        status = code & 0x7f == 0 ? (code >> 8) & 0xff : 128 + code & 0x7f
      } else if ContinuousClock.now > deadline {
        throw Failure("the program has not ended; shown: \(unread.debugDescription)")
      } else if !take(until: ContinuousClock.now + .milliseconds(10)) {
        usleep(2_000)
      }
    }
    while take(until: ContinuousClock.now) {}
    return status ?? -1
  }

  func signal(_ number: Int32) { kill(process, number) }

  func resize(columns: UInt16, rows: UInt16) { Pty.setSize(master, columns, rows) }

  /// Takes the terminal away, as a closed window does.
  func hangUp() {
    if master >= 0 { close(master) }
    master = -1
  }

  /// Whether the modes of the terminal are those that the program found.
  var isAsFound: Bool { Pty.modes(master) == modesAtStart }

  struct Failure: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
  }
}

extension Pty {
  // Macros that Swift does not see: TIOCSPTLCK, TIOCGPTN, POSIX_SPAWN_SETSID.
  private static let setLock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430
  private static let setsid: Int16 = 0x80

  private enum Stage { case text, escape, sequence }

  private var unread: String { String(decoding: plain[passed...], as: UTF8.self) }

  /// Takes what the program shows; false if nothing came.
  private func take(until deadline: ContinuousClock.Instant) -> Bool {
    guard master >= 0 else { return false }
    let wait = max(.zero, deadline - .now) / .milliseconds(1)
    var input = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&input, 1, Int32(wait.rounded(.up))) > 0 else { return false }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(master, &bytes, bytes.count)
    guard count > 0 else { return false }
    raw += bytes.prefix(count)
    bytes.prefix(count).forEach(show)
    return true
  }

  private func show(_ byte: UInt8) {
    switch (stage, byte) {
    case (.text, 0x1b): stage = .escape
    case (.text, 0x07), (.text, UInt8(ascii: "\r")): break
    case (.text, _): plain.append(byte)
    case (.escape, UInt8(ascii: "[")): stage = .sequence
    case (.escape, _), (.sequence, 0x40...0x7e): stage = .text
    case (.sequence, _): break
    }
  }

  private static func modes(_ terminal: Int32) -> tcflag_t {
    var modes = termios()
    tcgetattr(terminal, &modes)
    return modes.c_lflag
  }

  private static func setSize(_ terminal: Int32, _ columns: UInt16, _ rows: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
  }
}
