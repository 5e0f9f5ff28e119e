// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import PlanKit
internal import PlanStore

struct BackUpCommand: ShellCommand {
  let declaration = Declaration(
    word: "sichere", synonyms: ["sichern"], summary: "schreibt eine Kopie des Plans, die selbst ein ganzer Plan ist",
    parameters: [.init(name: "nach", kind: .named(.file), summary: "die Datei; sonst PLAN-JJJJ-MM-TT-HHMM.kip neben dem Plan")],
    examples: ["sichere", "sichere nach sicherung.kip"])

  func run(_ invocation: Invocation) throws(Hinweis) {
    let session = invocation.session
    let call = try declaration.read(invocation.tokens)
    let store = try session.plan()
    let name = store.path.hasSuffix(".kip") ? String(store.path.dropLast(4)) : store.path
    let usual = "\(name)-\(try store.moment()).kip"
    let path = call["nach"] ?? usual
    if session.options.isDry { return session.tell("\(path) würde geschrieben") }
    if access(path, F_OK) == 0 {
      guard realpath(path) != realpath(store.path) else { throw Hinweis("das ist der Plan selbst").marked(call.span("nach")) }
      try session.confirm("die Datei \(path) gibt es schon und würde ersetzt")
    }
    store.clearInterruption()
    let isRemembered = try store.backUp(to: path)
    session.tell("gesichert: \(path)")
    if !isRemembered { session.tellOfForgottenBackups(store) }
  }

  private func realpath(_ path: String) -> String? {
    guard let pointer = Glibc.realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }
}

struct RestoreCommand: ShellCommand {
  let declaration = Declaration(
    word: "rücksicherung", summary: "setzt eine Sicherung an die Stelle dessen, was der Plan sagt",
    parameters: [.init(name: "datei", kind: .positional(.file), summary: "die Sicherung", isRequired: true)])

  func run(_ invocation: Invocation) throws(Hinweis) {
    let session = invocation.session
    let call = try declaration.read(invocation.tokens)
    guard let path = call["datei"] else { return }
    let store = try session.plan()
    store.clearInterruption()
    let restoration: Restoration
    do throws(Hinweis) { restoration = try store.restoration(from: path) } catch {
      throw error.place?.file == path ? error.marked(call.span("datei")) : error
    }
    let (lost, gained) = (count(restoration.lost), count(restoration.gained))
    if restoration.erasures > 0 { session.tell("Warnung: seit der Sicherung wurde tilge person ausgeführt; die Namen stehen in ihr noch") }
    try session.confirm("die Rücksicherung nimmt \(lost) weg, die nur der Plan hat, und bringt \(gained), die nur die Sicherung hat")
    let (saved, isRemembered) = try restoration.run()
    session.tell(
      "zurückgesichert: \(lost) weniger, \(gained) mehr, \(restoration.common) gemeinsam; was der Plan vorher sagte, steht in \(saved)")
    if !isRemembered { session.tellOfForgottenBackups(store) }
  }

  private func count(_ changes: Int) -> String { changes == 1 ? "1 Änderung" : "\(changes) Änderungen" }
}

extension Session {
  /// A backup is whole all the same, but an erased name will not be looked for there.
  fileprivate func tellOfForgottenBackups(_ store: PlanStore) {
    let reason = store.isReadOnly ? "er ist nur zum Lesen geöffnet" : "er ließ sich nicht beschreiben"
    tell(Hinweis("der Plan merkt sich nicht, wo die Sicherung liegt, denn \(reason); tilge person sucht dort nicht").grade(.hinweis))
  }
}

struct IntegrityCommand: ShellCommand {
  let declaration = Declaration(
    word: "integrität", summary: "prüft die Datei des Plans und die Geschichte, die sie hält; endet mit 1, wenn etwas nicht stimmt",
    examples: ["integrität"])

  func run(_ invocation: Invocation) throws(Hinweis) {
    let session = invocation.session
    _ = try declaration.read(invocation.tokens)
    let store = try session.plan()
    let checks = try store.integrity()
    let rows = checks.map {
      [$0.name, $0.problems.map { $0.isEmpty ? "ja" : "nein" } ?? "nicht prüfbar", $0.problems?.first ?? $0.summary]
    }
    try session.answer(Table(headings: ["Prüfung", "In Ordnung", "Befund"], rows))
    let wrong = checks.filter { $0.problems != [] }
    for check in wrong { for problem in (check.problems ?? []).dropFirst() { session.tell("\(check.name): \(problem)") } }
    guard let first = wrong.first else { return }
    throw Hinweis("der Plan ist nicht in Ordnung: \(wrong.map(\.name).joined(separator: ", "))").at(Place(file: store.path))
      .help(
        first.name == "Aufbau"
          ? "nichts schreiben und den Plan mit einer Sicherung vergleichen; rücksicherung DATEI setzt sie an seine Stelle"
          : "rücksicherung DATEI setzt die letzte gute Sicherung an seine Stelle; die Datei vorher aufheben")
  }
}
