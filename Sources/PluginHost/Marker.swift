// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import PlanKit

/// Notes which plug-in is at work, so that after a crash the next start can name it.
///
/// Each process has a file of its own, locked while it lives; it is mapped into memory, so that noting costs no call of the system and still outlives
/// the process. Who stands in the file of a dead process is to blame, if the process itself could still
/// say that it crashed: one that was killed from outside, or lost its power, blames nobody.
/// Used by one thread, as the whole host is.
final class Marker: @unchecked Sendable {
  private let folder: String?
  private var file: Int32 = -1
  /// The file's content; nil where there is none.
  private var content: UnsafeMutablePointer<UInt8>?
  private var current = nobody

  /// Which plug-in: its stamp and path, ready to be written.
  struct Note: Sendable {
    fileprivate let bytes: [UInt8]
  }

  /// The first byte of the file while somebody is at work, and after it ended the process.
  private static let (working, crashed) = (UInt8(ascii: "?"), UInt8(ascii: "!"))

  /// Nobody is at work: what follows in the file is no longer meant.
  static let nobody = Note(bytes: [0x0A])

  static func note(_ path: String, _ stamp: Stamp) -> Note { Note(bytes: [working] + Array("\(stamp)\t\(path)\n".utf8)) }

  init(folder: String?) { self.folder = folder }

  deinit {
    guard let path, let content else { return }
    if Marker.ending == content { Marker.ending = nil }
    munmap(content, Marker.size)
    unlink(path)
    close(file)
  }

  /// Does some work in somebody's name.
  func during<T>(_ note: Note, _ body: () throws(Hinweis) -> T) throws(Hinweis) -> T {
    let before = current
    write(note)
    defer { write(before) }
    return try body()
  }

  /// Who was at work when a process died; each is told once.
  func takeDead() -> [(path: String, stamp: Stamp, time: Int)] {
    guard let folder, let names = Files.names(in: folder) else { return [] }
    return names.filter { $0.hasPrefix("marker.") }.compactMap { name in
      let path = "\(folder)/\(name)"
      let file = open(path, O_RDWR | O_CLOEXEC)
      guard file >= 0 else { return nil }
      defer { close(file) }
      // The lock of a living process is held; a process number alone may be another's by now.
      guard flock(file, LOCK_EX | LOCK_NB) == 0, let bytes = Files.read(path) else { return nil }
      var info = stat()
      fstat(file, &info)
      unlink(path)
      guard bytes.first == Marker.crashed else { return nil }
      let words = String(decoding: bytes.dropFirst().prefix { $0 != 0x0A }, as: UTF8.self).split(separator: "\t", maxSplits: 1)
      return words.count == 2 ? (String(words[1]), Stamp(recorded: words[0]), info.st_mtim.tv_sec) : nil
    }
  }

  private var path: String? { folder.map { "\($0)/marker.\(getpid())" } }

  private func write(_ note: Note) {
    current = note
    if file == -1 { start() }
    guard let content, note.bytes.count <= Marker.size else { return }
    note.bytes.withUnsafeBufferPointer { bytes in bytes.baseAddress.map { content.update(from: $0, count: bytes.count) } }
  }

  /// Bytes of the file: a path and a stamp.
  private static let size = 8192

  private func start() {
    file = -2
    guard let folder, let path else { return }
    Files.makeFolder(folder)
    unlink(path)
    file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    // What is mapped must have its place on the disk: a full one would end the process when it is written.
    guard file >= 0, flock(file, LOCK_EX | LOCK_NB) == 0, posix_fallocate(file, 0, off_t(Marker.size)) == 0,
      let mapped = mmap(nil, Marker.size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0), mapped != MAP_FAILED
    else {
      if file >= 0 { close(file) }
      unlink(path)
      file = -2
      return
    }
    let content = mapped.assumingMemoryBound(to: UInt8.self)
    self.content = content
    Marker.clearWhenEnded(content)
    Marker.confirmWhenCrashed()
  }

  /// What to clear when the process is told to end.
  nonisolated(unsafe) private static var ending: UnsafeMutablePointer<UInt8>?

  /// Blames nobody for what follows; may be called by a signal's handler.
  static func clear() { ending?.pointee = 0x0A }

  /// Being told to end, as by Ctrl-C or by `head` closing a pipe, is nobody's fault.
  private static func clearWhenEnded(_ content: UnsafeMutablePointer<UInt8>) {
    ending = content
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE, SIGXCPU] {
      var action = sigaction()
      guard sigaction(signal, nil, &action) == 0, action.__sigaction_handler.sa_handler == nil else { continue }
      action.__sigaction_handler.sa_handler = { signal in
        Marker.clear()
        Glibc.signal(signal, SIG_DFL)
        raise(signal)
      }
      sigaction(signal, &action, nil)
    }
  }

  /// Says that who is at work ended the process; may be called by a signal's handler.
  private static func confirm() {
    guard let ending, ending.pointee == working else { return }
    ending.pointee = crashed
  }

  /// What was to happen at each signal before.
  nonisolated(unsafe) private static let before = UnsafeMutablePointer<sigaction>.allocate(capacity: 32)
  private static let isConfirming: Void = {
    atexit { Marker.confirm() }
    // A stack that is full needs another for the handler.
    var stack = stack_t(ss_sp: malloc(1 << 16), ss_flags: 0, ss_size: 1 << 16)
    var known = stack_t()
    if sigaltstack(nil, &known) == 0, known.ss_flags & Int32(SS_DISABLE) != 0 { sigaltstack(&stack, nil) }
    for signal in [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGSYS] {
      var action = sigaction()
      action.sa_flags = SA_ONSTACK
      action.__sigaction_handler.sa_handler = { signal in
        Marker.confirm()
        // Whoever was to act before, such as Swift's own backtrace, acts now.
        sigaction(signal, Marker.before + Int(signal), nil)
        raise(signal)
      }
      sigaction(signal, &action, before + Int(signal))
    }
  }()

  /// A crash is told before it happens.
  private static func confirmWhenCrashed() { _ = isConfirming }
}
