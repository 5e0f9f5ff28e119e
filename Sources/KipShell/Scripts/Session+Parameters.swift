// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery

extension Session {
  /// Checks that scripts are given all that they need, and nothing that none of them knows.
  func checkGiven(to scripts: [Script]) throws(Hinweis) {
    let parameters = scripts.flatMap(\.parameters)
    guard !parameters.isEmpty else { return }
    try ScriptParameter.check(parameters, variables, help: nil)
    guard let known = ScriptNames(scripts).all else { return }
    for name in options.variables.keys.sorted() where !known.contains(Fold.key(name)) {
      let declared = parameters.map(\.name)
      throw Hinweis("-D \(name): diesen Namen kennt das Skript nicht").help("es kennt \(declared.joined(separator: ", "))")
        .didYouMean(name, Fold.nearest(name, among: declared))
    }
  }

  /// Runs a body with the values that parameters have where none is given; afterwards these have none again.
  func given(_ parameters: [ScriptParameter], _ body: () throws(Hinweis) -> Void) throws(Hinweis) {
    let before = parameters.map { ($0.name, variables[$0.name]) }
    defer { for (name, value) in before { variables[name] = value } }
    for parameter in parameters { try bind(parameter) }
    try body()
  }

  func bind(_ parameter: ScriptParameter) throws(Hinweis) {
    guard variables[parameter.name] == nil else { return }
    do throws(Hinweis) {
      guard let standard = parameter.standard else {
        throw Hinweis("der Parameter \(parameter.name) hat keinen Wert").help("vorher angeben: variable \(parameter.name) = …")
      }
      variables[parameter.name] = .init(name: parameter.name, text: try variables.expand([standard])[0].text)
    } catch {
      throw parameter.statement.located(error)
    }
  }
}

extension ScriptParameter {
  /// Refuses to go on where a value is missing; the error names all that are.
  ///
  /// - Parameter help: the call before the values; nil for that of kip itself.
  static func check(_ parameters: [ScriptParameter], _ variables: Variables, help: String?) throws(Hinweis) {
    let missing = parameters.filter { $0.standard == nil && variables[$0.name] == nil }
    guard let first = missing.first else { return }
    let names = missing.map { $0.name + ($0.summary.isEmpty ? "" : " (\($0.summary))") }
    let given = missing.map { (help == nil ? "-D " : "") + $0.name + "=…" }
    throw first.statement.located(
      Hinweis("das Skript braucht noch: \(names.joined(separator: ", "))").help(([help ?? "kip"] + given).joined(separator: " ")))
  }
}

/// The names of all variables of which scripts speak, and those that they include.
private struct ScriptNames {
  /// Folded; nil if that shows only when they run.
  private(set) var all: Set<String>? = []
  private var read: Set<String> = []

  init(_ scripts: [Script]) { for script in scripts { add(script) } }

  private mutating func add(_ script: Script) {
    for parameter in script.parameters { all?.insert(Fold.key(parameter.name)) }
    for statement in script.pieces.statements {
      for part in statement.text.split(separator: "${").dropFirst() { all?.insert(Fold.key(String(part.prefix { !"}.".contains($0) }))) }
      guard Commands.named(statement.word) is ScriptCommand else { continue }
      guard let path = try? Lexer.tokens(statement.text).dropFirst().first?.text, !path.contains("${"),
        let included = try? Session.script(at: ScriptCommand.path(path, from: statement))
      else {
        all = nil
        return
      }
      if read.insert(path).inserted { add(included) }
    }
  }
}
