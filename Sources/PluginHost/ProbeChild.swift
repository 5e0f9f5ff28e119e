// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import PlanKit

/// A running `kip-probe` and the pipe on which it, and the plug-ins in it, speak.
struct ProbeChild {
  private let process: pid_t
  private let pipe: Int32
  private var buffer: [UInt8] = []

  enum Line: Equatable {
    /// The fields of a line of kip-probe itself; it begins with U+0001.
    case report([String])
    /// Anything else, such as the last words of a plug-in.
    case said(String)
    case timeout
    case ended
  }

  /// Starts the child in a process group of its own, with nothing to read and a small environment.
  init(_ program: String, _ paths: [String]) throws(Hinweis) {
    var ends: [Int32] = [0, 0]
    guard Glibc.pipe(&ends) == 0 else { throw .noProbe(program, errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK))
    var arguments = ProbeChild.copies([program] + paths)
    let kept = ["PATH", "HOME", "LD_LIBRARY_PATH", "LANG", "TMPDIR"].compactMap { (name: String) in
      getenv(name).map { "\(name)=\(String(cString: $0))" }
    }
    // A backtrace would take seconds and tell the user nothing.
    var environment = ProbeChild.copies(kept + ["SWIFT_BACKTRACE=enable=no"])
    var process: pid_t = 0
    let error = posix_spawn(&process, program, &actions, &attributes, &arguments, &environment)
    for text in arguments + environment { free(text) }
    posix_spawn_file_actions_destroy(&actions)
    posix_spawnattr_destroy(&attributes)
    close(ends[1])
    guard error == 0 else {
      close(ends[0])
      throw .noProbe(program, error)
    }
    self.process = process
    pipe = ends[0]
  }

  private static func copies(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] { texts.map { strdup($0) } + [nil] }

  /// The next line; waits for it no longer than until the deadline.
  mutating func line(until deadline: ContinuousClock.Instant) -> Line {
    while true {
      if let end = buffer.firstIndex(of: 0x0A) {
        let line = buffer[..<end]
        buffer.removeSubrange(...end)
        guard line.first == 0x01 else { return .said(String(decoding: line, as: UTF8.self)) }
        return .report(
          line.dropFirst().split(separator: 0x1F, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) })
      }
      let left = (deadline - .now) / .milliseconds(1)
      guard left > 0 else { return .timeout }
      var ready = pollfd(fd: pipe, events: Int16(POLLIN), revents: 0)
      guard poll(&ready, 1, Int32(min(left + 1, 1_000_000))) > 0 else { continue }
      var part = [UInt8](repeating: 0, count: 65536)
      let count = read(pipe, &part, part.count)
      if count > 0 {
        buffer += part[..<count]
        // Without end of line: nothing that kip-probe would say.
        if buffer.count > 1 << 20 { buffer.removeAll() }
      } else if count == 0 || errno != EINTR {
        return .ended
      }
    }
  }

  /// Ends the child and all that it started, after giving it a moment to end by itself; gives its status as `waitpid` does.
  func end(patience: Int = 100) -> Int32 {
    close(pipe)
    var status: Int32 = 0
    var ended = false
    for _ in 0..<patience where !ended {
      ended = waitpid(process, &status, WNOHANG) != 0
      if !ended { usleep(200) }
    }
    kill(-process, SIGKILL)
    if !ended { waitpid(process, &status, 0) }
    return status
  }
}

extension Hinweis {
  fileprivate static func noProbe(_ program: String, _ error: Int32) -> Hinweis {
    Hinweis("Plug-ins können nicht geprüft werden: \"\(program)\" lässt sich nicht starten (\(Files.words(error)))")
      .help("kip vollständig neu bauen oder einrichten (kip-probe gehört neben kip); ungeprüft wird kein Plug-in geöffnet")
  }
}
