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

  /// Runs a script that is in memory.
  @discardableResult
  public func run(script bytes: [UInt8], source: String) -> Int32 {
    do throws(Hinweis) {
      return run(script: try Session.text(of: bytes, source), source: source)
    } catch {
      fail(error)
      return status
    }
  }

  func include(_ path: String, calledFrom caller: Statement?) throws(Hinweis) {
    let real = realpath(path, nil).map { pointer in
      defer { free(pointer) }
      return String(cString: pointer)
    }
    guard !scripts.contains(real ?? path) else { throw Hinweis("das Skript ruft sich selbst auf").at(Place(file: path)) }
    let source = try FileSource(path)
    let text = try Session.text(of: try source.bytes(at: 0, count: source.size), path)
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

  /// The text of a script; the error names the line that is no UTF-8.
  private static func text(of bytes: [UInt8], _ name: String) throws(Hinweis) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
    throw Hinweis("das Skript ist kein gültiges UTF-8").at(Place(file: name, line: line + 1)).help("als UTF-8 speichern")
  }
}

struct SayCommand: ShellCommand {
  let declaration = Declaration(
    word: "melde", summary: "sagt etwas auf der Fehlerausgabe",
    parameters: [.init(name: "text", kind: .positional(.text), summary: "was zu sagen ist", isRequired: true)],
    examples: ["melde \"fertig\""])
  let isSetting = true

  func run(_ invocation: Invocation) throws(Hinweis) { invocation.session.tell(try declaration.read(invocation.tokens)["text"] ?? "") }
}

struct QuitCommand: ShellCommand {
  let declaration = Declaration(
    word: "beende", synonyms: ["ende", "quit", "exit"], summary: "beendet kip, auf Wunsch mit einem Rückgabewert: beende mit 4",
    parameters: [.init(name: "mit", kind: .named(.text), summary: "Rückgabewert von 0 bis 125")])

  func run(_ invocation: Invocation) throws(Hinweis) {
    let call = try declaration.read(invocation.tokens)
    guard let text = call["mit"] else {
      invocation.session.requestedStatus = invocation.session.status
      return
    }
    guard let number = Int32(text), (0...125).contains(number) else {
      throw Hinweis("\"\(text)\" ist kein Rückgabewert").marked(call.span("mit")).help("erlaubt ist 0 bis 125")
    }
    invocation.session.requestedStatus = number
  }
}
