// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// kip at its prompt, with a home folder of its own.
final class KipTerminal {
  let pty: Pty
  let home: Home
  /// What stands before an input.
  let prompt: String

  init(_ home: Home = Home(), _ environment: [String: String] = [:], arguments: [String] = [], without: [String] = []) throws {
    self.home = home
    let whole = home.environment.filter { !without.contains($0.key) }.merging(environment) { $1 }
    pty = try Pty(Home.kip, arguments, environment: whole)
    prompt = try pty.expect("> ").split(separator: "\n").last.map { "\($0)> " } ?? "> "
  }

  /// Types a line, and Enter.
  func type(_ line: String) { pty.send(line + "\r") }

  /// Waits for the next prompt and gives what stands before it.
  @discardableResult
  func expectPrompt(within seconds: Double = 10) throws -> String {
    guard pty.hasInterrupted else { return try pty.expect("\n" + prompt, within: seconds) }
    // The system sends the signal first and then throws away what the terminal has not shown yet: a quick prompt may be lost. Enter shows another.
    if let shown = try? pty.expect("\n" + prompt, within: min(seconds, 4)) { return shown }
    pty.send("\r")
    return try pty.expect("\n" + prompt, within: seconds)
  }

  /// Ends kip with Ctrl-D, which it must obey.
  func end() throws -> Int32 {
    pty.send("\u{4}")
    return try pty.exitStatus()
  }
}

/// A folder for one test, with the history of its sessions.
final class Home {
  let path: String

  init() {
    var template = Array("/tmp/kip-terminal-XXXXXX".utf8CString)
    mkdtemp(&template)
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var environment: [String: String] {
    [
      "HOME": path, "XDG_STATE_HOME": path + "/state", "PATH": "/usr/bin:/bin", "INPUTRC": "/dev/null", "KIP_PAGER": "",
      "TERM": "xterm", "LANG": "C.UTF-8",
    ]
  }

  /// The program that is built beside these tests.
  static let kip: String = {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let tests = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    return tests.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/kip"
  }()

  /// The fields of each line of the history.
  var history: [[String]] {
    contents("state/kip/history").split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// The inputs in the history.
  var inputs: [String] { history.compactMap(\.last) }

  func mode(_ name: String) -> mode_t {
    var info = stat()
    return stat(path + "/" + name, &info) == 0 ? info.st_mode & 0o777 : 0
  }

  func contents(_ name: String) -> String {
    guard let file = fopen(path + "/" + name, "r") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = getc(file), byte != EOF { bytes.append(UInt8(byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  func write(_ text: String, to name: String) {
    guard let file = fopen(path + "/" + name, "w") else { return }
    fputs(text, file)
    fclose(file)
  }
}
