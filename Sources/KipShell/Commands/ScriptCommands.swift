// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import PlanKit
internal import PlanStore

struct ScriptCommand: ShellCommand {
  let declaration = Declaration(
    word: "skript", summary: "führt ein Skript aus; der Pfad gilt vom aufrufenden Skript aus",
    parameters: [.init(name: "datei", kind: .positional(.file), summary: "das Skript", isRequired: true)])

  func run(_ invocation: Invocation) throws(Hinweis) {
    let session = invocation.session
    let call = try declaration.read(invocation.tokens)
    guard var path = call["datei"] else { return }
    let caller = invocation.statement.source
    if !path.hasPrefix("/"), let slash = caller.lastIndex(of: "/") { path = caller[...slash] + path }
    try session.include(path, calledFrom: invocation.statement)
  }
}

extension Session {
  /// Runs a script file.
  @discardableResult
  public func run(scriptAt path: String) -> Int32 {
    do throws(Hinweis) {
      try include(path, calledFrom: nil)
    } catch {
      // With --weiter errors are said where they happen, so that only unreadable files come here.
      fail(error)
    }
    if let requestedStatus { status = requestedStatus }
    return status
  }

  func include(_ path: String, calledFrom caller: Statement?) throws(Hinweis) {
    let real = realpath(path, nil).map { pointer in
      defer { free(pointer) }
      return String(cString: pointer)
    }
    guard !scripts.contains(real ?? path) else { throw Hinweis("das Skript ruft sich selbst auf").at(Place(file: path)) }
    let source = try FileSource(path)
    let bytes = try source.bytes(at: 0, count: source.size)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let line = bytes[..<Session.firstInvalid(bytes)].count { $0 == 0x0A } + 1
      throw Hinweis("das Skript ist kein gültiges UTF-8").at(Place(file: path, line: line)).help("als UTF-8 speichern")
    }
    scripts.append(real ?? path)
    defer { scripts.removeLast() }
    for statement in Statement.all(in: text, source: path) {
      do throws(Hinweis) {
        try run(statement)
      } catch {
        let error = caller.map { Session.chained(error, $0) } ?? error
        if !options.goesOn || error.rule == PlanStore.interrupted { throw error.rule == nil ? error.rule(Session.located) : error }
        fail(error)
      }
      if requestedStatus != nil { return }
    }
  }

  /// The error with the line that called the script.
  private static func chained(_ error: Hinweis, _ caller: Statement) -> Hinweis {
    var error = error
    error.text += "\n  gelesen von \(caller.source):\(caller.line)"
    return error
  }

  /// Where bytes stop being UTF-8.
  private static func firstInvalid(_ bytes: [UInt8]) -> Int {
    var end = bytes.count
    var start = 0
    while start < end {
      let middle = (start + end + 1) / 2
      // A character cut at the end is no fault of the bytes before.
      if (0...3).contains(where: { String(validating: bytes[..<max(0, middle - $0)], as: UTF8.self) != nil }) { start = middle } else { end = middle - 1 }
    }
    return start
  }
}

struct SayCommand: ShellCommand {
  let declaration = Declaration(
    word: "melde", summary: "sagt etwas auf der Fehlerausgabe", parameters: [.init(name: "text", kind: .positional(.text), summary: "was zu sagen ist", isRequired: true)],
    examples: ["melde \"fertig\""])

  func run(_ invocation: Invocation) throws(Hinweis) { invocation.session.tell(try declaration.read(invocation.tokens)["text"] ?? "") }
}

struct QuitCommand: ShellCommand {
  let declaration = Declaration(
    word: "beende", synonyms: ["ende", "quit", "exit"], summary: "beendet kip, auf Wunsch mit einem Rückgabewert: beende mit 4",
    parameters: [.init(name: "mit", kind: .named(.text), summary: "Rückgabewert von 0 bis 125")])

  func run(_ invocation: Invocation) throws(Hinweis) {
    let call = try declaration.read(invocation.tokens)
    guard let text = call["mit"] else { return invocation.session.requestedStatus = invocation.session.status }
    guard let number = Int32(text), (0...125).contains(number) else {
      throw Hinweis("\"\(text)\" ist kein Rückgabewert").marked(call.span("mit")).help("erlaubt ist 0 bis 125")
    }
    invocation.session.requestedStatus = number
  }
}
