// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import PlanKit
internal import PlanQuery
internal import PlanStore

extension Session {
  /// An error that has been said where it happened, and now only ends what is around.
  static let told = Hinweis("").rule("schon-gesagt")

  // MARK: What is run

  /// Runs a script and gives the exit status of the session so far.
  @discardableResult
  public func run(script: String, source: String) -> Int32 { run([Statement.all(in: script, source: source)]) }

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

  /// Runs the lines given with `-c`, which together are one script.
  @discardableResult
  public func run(lines: [String]) -> Int32 { run([lines.flatMap { Statement.all(in: $0, source: "-c") }]) }

  /// Runs script files; all are read before the first runs.
  @discardableResult
  public func run(scriptsAt paths: [String]) -> Int32 {
    var scripts: [(path: String, statements: [Statement])] = []
    for path in paths {
      do throws(Hinweis) {
        scripts.append((path, try Session.statements(at: path)))
      } catch {
        fail(error)
        if hasEnded { return status }
      }
    }
    return run(scripts.map(\.statements), paths: scripts.map(\.path))
  }

  private func run(_ all: [[Statement]], paths: [String] = []) -> Int32 {
    do throws(Hinweis) {
      var scripts: [Script] = []
      for statements in all { scripts.append(try Script(statements)) }
      do throws(Hinweis) {
        try checkGiven(to: scripts)
      } catch {
        status = 2
        tell(error)
        return status
      }
      for (index, script) in scripts.enumerated() where requestedStatus == nil {
        try within(paths.indices.contains(index) ? paths[index] : nil) { () throws(Hinweis) in
          try given(script.parameters) { () throws(Hinweis) in try run(script.pieces) }
        }
      }
    } catch {
      if error.rule != Session.told.rule { fail(error) }
    }
    if let requestedStatus { status = requestedStatus }
    return status
  }

  /// Runs what was typed.
  func run(typed statements: [Statement]) throws(Hinweis) {
    let script = try Script(statements)
    for parameter in script.parameters { try bind(parameter) }
    try run(script.pieces)
  }

  /// Runs a script that a line of another calls.
  ///
  /// - Parameter values: what the call gives it.
  func include(_ path: String, _ values: [Variables.Value], calledFrom caller: Statement) throws(Hinweis) {
    let statements = try Session.statements(at: path)
    try within(path) { () throws(Hinweis) in
      frames.append { "gelesen von \(caller.source):\(caller.line)" }
      defer { frames.removeLast() }
      do throws(Hinweis) {
        let script = try Script(statements)
        let before = values.map { ($0.name, variables[$0.name]) }
        for value in values { variables[value.name] = value }
        defer { for (name, value) in before { variables[name] = value } }
        try ScriptParameter.check(script.parameters, variables, help: "skript \(path)")
        try given(script.parameters) { () throws(Hinweis) in try run(script.pieces) }
      } catch {
        try settle(error.rule == Session.told.rule ? error : framed(error))
      }
    }
  }

  /// Runs a body as the script at a path, which must not run already.
  private func within(_ path: String?, _ body: () throws(Hinweis) -> Void) throws(Hinweis) {
    guard let path else { return try body() }
    let real = realpath(path, nil).map { pointer in
      defer { free(pointer) }
      return String(cString: pointer)
    }
    guard !scripts.contains(real ?? path) else { throw Hinweis("das Skript ruft sich selbst auf").at(Place(file: path)) }
    guard scripts.count < 100 else { throw Hinweis("mehr als 100 Skripte rufen einander auf").at(Place(file: path)) }
    scripts.append(real ?? path)
    defer { scripts.removeLast() }
    try body()
  }

  /// A script file, read and not run.
  static func script(at path: String) throws(Hinweis) -> Script { try Script(try statements(at: path)) }

  private static func statements(at path: String) throws(Hinweis) -> [Statement] {
    let source = try FileSource(path)
    return Statement.all(in: try text(of: try source.bytes(at: 0, count: source.size), path), source: path)
  }

  /// The text of a script; the error names the line that is no UTF-8.
  private static func text(of bytes: [UInt8], _ name: String) throws(Hinweis) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
    throw Hinweis("das Skript ist kein gültiges UTF-8").at(Place(file: name, line: line + 1)).help("als UTF-8 speichern")
  }

  // MARK: Pieces

  /// Runs pieces one after the other; their errors are said where they happen, and end everything unless `--weiter` says otherwise.
  func run(_ pieces: [Piece]) throws(Hinweis) {
    for piece in pieces {
      do throws(Hinweis) {
        switch piece {
        case .line(let statement): try run(statement)
        case .choice(let branches, let otherwise): try run(try chosen(branches) ?? otherwise)
        case .loop(let loop): try run(loop)
        }
      } catch {
        try settle(error)
      }
      if requestedStatus != nil { return }
    }
  }

  /// Says an error; throws on if nothing more is to run.
  private func settle(_ error: Hinweis) throws(Hinweis) {
    if error.rule == Session.told.rule { throw error }
    fail(error)
    if !options.goesOn || status == 130 { throw Session.told }
  }

  /// The body of the first branch whose condition holds.
  private func chosen(_ branches: [Piece.Branch]) throws(Hinweis) -> [Piece]? {
    for branch in branches {
      let holds = try at(branch.head) { () throws(Hinweis) in try BlockCondition(session: self).holds(branch.condition) }
      if holds { return branch.body }
    }
    return nil
  }

  private func run(_ loop: Piece.Loop) throws(Hinweis) {
    let rows = try at(loop.head) { () throws(Hinweis) in
      var tokens = try variables.expand(Array(loop.query))[...]
      return try plan().loopRows(try viewedQuery(&tokens))
    }
    let outer = variables[row: loop.name]
    defer { variables[row: loop.name] = outer }
    for row in rows where requestedStatus == nil {
      variables[row: loop.name] = row
      frames.append { (try? row.key()).map { "für \(loop.name) = \"\($0)\"" } ?? "für \(loop.name)" }
      defer { frames.removeLast() }
      // An empty body can be interrupted too.
      try at(loop.head) { () throws(Hinweis) in try checkInterruption() }
      try run(loop.body)
    }
  }

  /// Runs a body; its errors are those of a statement.
  func at<T>(_ statement: Statement, _ body: () throws(Hinweis) -> T) throws(Hinweis) -> T {
    do throws(Hinweis) {
      try checkInterruption()
      return try body()
    } catch {
      throw error.rule == Session.told.rule ? error : framed(statement.located(error))
    }
  }

  /// An error with the scripts and rounds within which it happened, the innermost first.
  private func framed(_ error: Hinweis) -> Hinweis {
    var error = error
    for frame in frames.reversed() { error.text += "\n  \(frame())" }
    return error
  }

  func checkInterruption() throws(Hinweis) {
    if isInterrupted.load(ordering: .relaxed) { throw Hinweis("abgebrochen").rule(PlanStore.interrupted) }
  }
}
