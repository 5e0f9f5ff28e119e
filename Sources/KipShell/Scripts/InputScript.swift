// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import PlanKit
internal import PlanQuery

/// `eingaben als skript [alle | seit DATUM] [nach DATEI]`: what was typed and succeeded, as a script that runs.
struct InputScript {
  private let rest: ArraySlice<Token>

  static let declaration = Declaration(
    word: "eingaben als skript", summary: "macht aus dem, was eingegeben wurde, ein Skript",
    parameters: [
      .init(name: "alle", kind: .flag, summary: "auch, was in anderen Sitzungen für diesen Plan eingegeben wurde"),
      .init(name: "seit", kind: .named(.day), summary: "nur ab diesem Tag, aus allen Sitzungen"),
      .init(name: "nach", kind: .named(.file), summary: "die Datei; sonst die Standardausgabe"),
    ])

  /// nil if the tokens ask something else.
  init?(_ tokens: ArraySlice<Token>) {
    let words = tokens.prefix(3).map { $0.kind == .word ? Fold.key($0.text) : "" }
    guard words.count == 3, words[1] == "als", words[2] == "skript", Kernel.noun(words[0])?.table == TypedInputs.table else { return nil }
    rest = tokens.dropFirst(3)
  }

  func run(_ session: Session) throws(Hinweis) {
    // A date may be several words: heute - 7 tage.
    var tokens = Array(rest)
    if let index = tokens.firstIndex(where: { $0.kind == .word && Fold.key($0.text) == "seit" }),
      let (date, count) = MomentReader.date(tokens[(index + 1)...])
    {
      let first = tokens[index + 1]
      tokens.replaceSubrange(index + 1...index + count, with: [Token(kind: .text, text: date.description, span: first.span)])
    }
    let call = try InputScript.declaration.read(tokens[...])
    var inputs = session.inputs.own
    if call.flags.contains("alle") || call["seit"] != nil {
      inputs = session.inputs.others.filter { $0.plan == session.planPath } + inputs
    }
    if let text = call["seit"] {
      guard let date = Datum(words: text) else {
        throw Hinweis("\"\(text)\" ist kein Datum").marked(call.span("seit")).help("Daten stehen so: 24.04.2017")
      }
      inputs.removeAll { InputScript.day($0.time) < date.firstDay }
    }
    let wanted = inputs.filter { InputScript.isWorthRunning($0) }.map { session.withoutErasedNames($0.line ?? $0.text) }
    guard !wanted.isEmpty else { throw Hinweis("noch nichts wurde eingegeben, was ein Skript wiederholen könnte") }
    let text = InputScript.text(wanted, plan: session.planPath)
    guard let path = call["nach"] else { return try session.out.write(Array(text.utf8)) }
    if session.options.isDry { return session.tell("\(path) würde geschrieben") }
    try OutputFile.write(path) { (sink) throws(Hinweis) in try sink.write(Array(text.utf8)) }
    // Whoever may read it may start it.
    var info = stat()
    if stat(path, &info) == 0 { chmod(path, info.st_mode & 0o777 | (info.st_mode & 0o444) >> 2) }
    session.tell("geschrieben: \(path) (\(wanted.count == 1 ? "1 Eingabe" : "\(wanted.count) Eingaben"))")
  }

  /// True for what succeeded and did more than explain kip or end it.
  private static func isWorthRunning(_ input: TypedInput) -> Bool {
    guard input.status == 0 || input.status == 3 else { return false }
    let statements = Statement.all(in: input.text, source: "")
    guard let first = statements.first, let command = Commands.named(first.word) else {
      return !statements.isEmpty && Kernel.noun(statements.first?.word ?? "")?.table != table
    }
    return statements.count > 1
      || !(command is HelpCommand || command is CompleteCommand || command is ExplainCommand || command is QuitCommand)
  }

  private static let table = TypedInputs.table

  private static func text(_ inputs: [String], plan: String) -> String {
    let name = plan.split(separator: "/").last.map(String.init) ?? ""
    let about = name.isEmpty ? "eingegeben am \(Datum.today)" : "eingegeben am \(Datum.today) für \(name)"
    return """
      #!/usr/bin/env kip
      # \(about)
      # Aufruf: kip \(name.isEmpty ? "" : Hinweis.quoted(name) + " ")DIESE_DATEI

      \(inputs.joined(separator: "\n"))

      """
  }

  private static func day(_ seconds: Int) -> Int {
    var seconds = seconds
    var parts = tm()
    localtime_r(&seconds, &parts)
    return (Int(parts.tm_year) + 1900) * 10_000 + (Int(parts.tm_mon) + 1) * 100 + Int(parts.tm_mday)
  }
}
