// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import PlanKit
internal import PlanQuery
internal import PlanStore
internal import PlanTables

/// `rücklauf DATEI…`: reads forms that came back, and decisions on what they left open.
struct ReturnCommand: ShellCommand {
  let declaration = Declaration(
    word: "rücklauf",
    summary: "liest ausgefüllte Rückmeldebögen: übernimmt, was nur dort geändert ist, und zeigt, was auch hier geändert wurde",
    parameters: [
      .init(
        name: "datei", kind: .positional(.file), summary: "die Dateien; mehrere, ein Muster wie boegen/*.xlsx oder ein Ordner",
        isRequired: true),
      .init(
        name: "konflikte", kind: .named(.words(ReturnCommand.modes)),
        summary:
          "was mit Werten geschieht, die hier und im Bogen geändert sind: fragen, unsere, ihre, oder liste; sonst fragen, wo jemand da ist"),
      .init(
        name: "nach", kind: .named(.file), summary: "Datei, in die offene Konflikte kommen; mit Entscheidungen liest rücklauf sie wieder"),
      .init(
        name: "geleert", kind: .named(.words(["melden", "übernehmen"])), summary: "was mit geleerten Zellen geschieht; sonst nur melden"),
      .init(name: "bogen", kind: .named(.thing("rückmeldung")), summary: "welcher Bogen es ist, wo die Datei es nicht mehr sagt"),
      .init(name: "format", kind: .named(.offer(.format)), summary: "Format der Dateien; sonst sagt es ihre Endung"),
      .init(name: "vorschau", kind: .flag, summary: "nur zeigen, was geschähe"),
    ] + Declaration.reasons,
    examples: [
      "exportiere rückmeldebogen je einheit nach bogen/\nrücklauf bogen/*.xlsx vorschau",
      "exportiere rückmeldebogen je einheit nach csv/ als csv-excel\nrücklauf csv konflikte liste nach konflikte.csv",
    ],
    notes: ["Wie Bögen hinausgehen und zurückkommen, erklärt hilfe rückmeldebogen."])

  private static let modes = ["fragen", "unsere", "ihre", "liste"]

  func run(_ invocation: Invocation) throws(Hinweis) {
    let session = invocation.session
    let words = declaration.parameters.flatMap { [$0.name] + $0.synonyms }.map(Fold.key)
    // As many files as there are before the first word that means something else.
    let files = invocation.tokens.prefix { $0.kind != .sign && ($0.kind == .text || !words.contains(Fold.key($0.text))) }
    let call = try declaration.read(files.prefix(1) + invocation.tokens.dropFirst(files.count))
    let store = try session.plan()
    try store.checkWritable()
    store.clearInterruption()
    var paths: [String] = []
    for file in files {
      let found = ReturnCommand.expanded(file.file ?? file.text)
      guard !found.isEmpty else { throw Hinweis("zu \"\(file.text)\" gibt es keine Datei").marked(file.span) }
      paths += found.filter { !paths.contains($0) }
    }
    var options = ReturnOptions(info: try session.info(invocation, call), call: call)
    if let word = call["konflikte"] {
      guard let mode = ReturnCommand.modes.first(where: { Fold.key($0) == Fold.key(word) }) else {
        throw Hinweis("konflikte kann nicht \"\(word)\" sein").marked(call.span("konflikte")).didYouMean(word, ReturnCommand.modes)
      }
      if mode == "fragen", session.ask == nil {
        throw Hinweis("fragen braucht jemanden, der antwortet").marked(call.span("konflikte")).help(
          "ohne Terminal: konflikte liste, unsere oder ihre")
      }
      options.mode = ReturnOptions.Mode(rawValue: mode) ?? .list
    } else {
      options.mode = session.ask == nil ? .list : .ask
    }
    options.takesCleared = call["geleert"].map { Fold.key($0) == "uebernehmen" } ?? false
    options.isPreview = call.flags.contains("vorschau")
    let run = ReturnRun(session: session, store: store, options: options)
    if options.isPreview { try store.withoutKeeping { () throws(Hinweis) in try run.run(paths) } } else { try run.run(paths) }
  }

  /// The files that a pattern or a folder means; a file itself where it is one.
  private static func expanded(_ pattern: String) -> [String] {
    var info = stat()
    var pattern = pattern
    if stat(pattern, &info) == 0 {
      guard info.st_mode & S_IFMT == S_IFDIR else { return [pattern] }
      pattern += pattern.hasSuffix("/") ? "*" : "/*"
    }
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(pattern, 0, nil, &found) == 0 else { return [] }
    return (0..<Int(found.gl_pathc)).compactMap { index in
      guard let name = found.gl_pathv[index].map({ String(cString: $0) }), stat(name, &info) == 0, info.st_mode & S_IFMT == S_IFREG else {
        return nil
      }
      return name
    }
  }
}

/// How returned forms are to be read.
struct ReturnOptions {
  enum Mode: String { case ask = "fragen", ours = "unsere", theirs = "ihre", list = "liste" }

  var info: ChangeInfo
  var call: Call
  var mode = Mode.list
  var takesCleared = false
  var isPreview = false
}
