// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc
import KipShell
import PlanKit

/// What the user has typed, kept in `$XDG_STATE_HOME/kip/history` or `$KIP_HISTORY` from session to session.
///
/// An input is one line of five fields with tabs between them: when it began (UTC), how long it took in milliseconds, its exit status,
/// the file of the plan, the input itself. In a field `\n` is a line break, `\t` a tab, `\\` a backslash. Sessions in parallel
/// only ever append whole lines, so that none loses anything.
struct History {
  /// The inputs found, oldest first.
  let inputs: [String]

  /// The file; nil if there is to be none.
  private let path: String?
  private var last: String?
  private var hasComplained = false

  /// No more inputs are brought back than this, out of no more bytes at the end of the file.
  private static let limit = (inputs: 10_000, bytes: 4 << 20)

  init() {
    path = History.file
    inputs = path.map { History.inputs(in: History.tail(of: $0)) } ?? []
    last = inputs.last
  }

  /// An input from its beginning on.
  struct Entry {
    var input: String
    fileprivate let began = time(nil)
    fileprivate let start = ContinuousClock.now

    init(_ input: String) { self.input = input }
  }

  /// Not what begins with a blank, and not the same again.
  func isWorthKeeping(_ input: String) -> Bool { input.first?.isWhitespace == false && input != last }

  /// Appends an input that has run.
  mutating func add(_ entry: Entry, status: Int32, plan: String) {
    guard isWorthKeeping(entry.input) else { return }
    last = entry.input
    guard let path else { return }
    let duration = (ContinuousClock.now - entry.start) / .milliseconds(1)
    let fields = [History.timestamp(entry.began), String(Int(duration)), String(status), plan, entry.input]
    let line = fields.map(History.escaped).joined(separator: "\t") + "\n"
    if append(Array(line.utf8), to: path) || hasComplained { return }
    hasComplained = true
    Messages.say(
      Hinweis("der Verlauf der Eingaben wird nicht aufgehoben, \"\(path)\" ist nicht beschreibbar").grade(.hinweis).help(
        "Rechte des Ordners ändern oder mit KIP_HISTORY eine andere Datei nennen"))
  }

  private func append(_ bytes: [UInt8], to path: String) -> Bool {
    Places.makeFolder(of: path)
    let file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { return false }
    defer { close(file) }
    // A device such as /dev/null belongs to all.
    var info = stat()
    if fstat(file, &info) == 0, info.st_mode & S_IFMT == S_IFREG { fchmod(file, 0o600) }
    return write(file, bytes, bytes.count) == bytes.count
  }
}

// MARK: - Erasing

extension History {
  /// Takes the name of a person out of all inputs of all sessions.
  static func erase(_ replaced: (String) -> String?) {
    guard let path = file, let lines = contents(of: path) else { return }
    let kept = lines.split(separator: "\n", omittingEmptySubsequences: false).map { replaced(String($0)) ?? String($0) }
    let text = kept.joined(separator: "\n")
    if text == lines { return }
    let unfinished = "\(path).\(getpid())"
    let file = open(unfinished, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    let bytes = Array(text.utf8)
    let isWritten = file >= 0 && write(file, bytes, bytes.count) == bytes.count && fsync(file) == 0
    if file >= 0 { close(file) }
    guard isWritten, rename(unfinished, path) == 0 else {
      unlink(unfinished)
      return Messages.say(
        Hinweis("der Name steht noch im Verlauf der Eingaben, \"\(path)\" ist nicht beschreibbar").grade(.warnung).help(
          "die Datei beschreibbar machen und den Namen dort löschen"))
    }
  }

  static func contents(of path: String) -> String? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    let size = Int(lseek(file, 0, SEEK_END))
    guard size > 0 else { return nil }
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { $1 = max(0, pread(file, $0.baseAddress, size, 0)) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

// MARK: - The file

extension History {
  /// The file that `KIP_HISTORY` names, else one of kip's own; nil if the variable says that there is to be none.
  static var file: String? {
    guard let chosen = getenv("KIP_HISTORY") else { return (Places.state ?? "/nonexistent") + "/history" }
    return chosen.pointee == 0 ? nil : String(cString: chosen)
  }

  private static func tail(of path: String) -> ArraySlice<UInt8> {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return [] }
    defer { close(file) }
    let start = max(0, lseek(file, 0, SEEK_END) - limit.bytes)
    let bytes = [UInt8](unsafeUninitializedCapacity: limit.bytes) { $1 = max(0, pread(file, $0.baseAddress, limit.bytes, start)) }
    var (begin, lines) = (bytes.endIndex, 0)
    while begin > 0, lines <= limit.inputs {
      begin -= 1
      if bytes[begin] == UInt8(ascii: "\n") { lines += 1 }
    }
    return bytes[begin...]
  }

  private static func timestamp(_ seconds: time_t) -> String {
    var seconds = seconds
    var parts = tm()
    gmtime_r(&seconds, &parts)
    return String(unsafeUninitializedCapacity: 32) { strftime($0.baseAddress, $0.count, "%Y-%m-%dT%H:%M:%SZ", &parts) }
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text.unicodeScalars {
      switch character {
      case "\\": escaped += "\\\\"
      case "\n": escaped += "\\n"
      case "\t": escaped += "\\t"
      default: escaped.unicodeScalars.append(character)
      }
    }
    return escaped
  }

  /// The last fields of all lines that have five.
  private static func inputs(in bytes: ArraySlice<UInt8>) -> [String] {
    var (inputs, input): ([String], [UInt8]) = ([], [])
    var (field, isEscape) = (0, false)
    for byte in bytes {
      if byte == UInt8(ascii: "\n") {
        if field == 4 { inputs.append(String(decoding: input, as: UTF8.self)) }
        input.removeAll(keepingCapacity: true)
        (field, isEscape) = (0, false)
      } else if byte == UInt8(ascii: "\t") {
        field += 1
      } else if field == 4 {
        if isEscape {
          input.append(byte == UInt8(ascii: "n") ? UInt8(ascii: "\n") : byte == UInt8(ascii: "t") ? UInt8(ascii: "\t") : byte)
        } else if byte != UInt8(ascii: "\\") {
          input.append(byte)
        }
        isEscape = !isEscape && byte == UInt8(ascii: "\\")
      }
    }
    return inputs
  }
}
