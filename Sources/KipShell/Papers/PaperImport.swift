// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore
internal import PlanTables

/// `importiere DATEI als dokument` and `als vorlage`: a file that holds a text, not a catalogue.
struct PaperImport {
  let invocation: Invocation
  let session: Session
  let call: Call

  /// What `importiere` takes for it.
  static let parameters: [Declaration.Parameter] = [
    .init(
      name: "als", kind: .named(.words(["dokument", "vorlage"])),
      summary: "was die Datei ist, wenn kein Katalog: ein dokument mit nummerierten Absätzen, eine vorlage für ein Gremium"),
    .init(name: "titel", kind: .named(.text), summary: "wie das Dokument heißt; sonst sagt es die Datei"),
    .init(name: "art", kind: .named(.text), summary: "was für ein Dokument: Protokoll, Bescheid, Konzept"),
    .init(name: "zu", kind: .named(.anything), summary: "wozu es gehört: zu maßnahme \"30,2\""),
  ]

  init(_ invocation: Invocation, _ call: Call) {
    self.invocation = invocation
    session = invocation.session
    self.call = call
  }

  func run(as kind: String) throws(Hinweis) {
    switch Fold.key(kind) {
    case "dokument", "dokumente": try document()
    case "vorlage", "vorlagen": try CouncilImport(self).run()
    default:
      throw Hinweis("als \"\(kind)\" lässt sich nichts einlesen").marked(call.span("als")).help("möglich sind als dokument und als vorlage")
    }
  }

  var isPreview: Bool { call.flags.contains("vorschau") }

  /// The change that the import makes.
  func info() throws(Hinweis) -> ChangeInfo { try session.info(invocation, call) }

  // MARK: Documents

  private func document() throws(Hinweis) {
    let store = try session.plan()
    let file = try PaperFile(call, session)
    if let known = try store.document(digest: file.digest) {
      return session.tell("diese Datei ist schon im Plan: dokument \(known.number) \"\(known.title)\"; nichts geändert")
    }
    let paragraphs = try ParagraphReader.paragraphs(of: file.document)
    guard !paragraphs.isEmpty else { throw Hinweis("die Datei enthält keinen Text").at(Place(file: file.name)) }
    let older = try store.document(file: file.name)
    var read = file.read(call["titel"] ?? older?.title ?? file.title, paragraphs)
    read.kind = call["art"] ?? ""
    if let thing = call.operand("zu") { read.thing = try store.anything(thing, for: "zu") }
    let wanted = read
    let info = try info()
    let write = { () throws(Hinweis) in
      try session.change(info, call) { (writer) throws(Hinweis) in
        let (made, source) = try writer.add(wanted, replacing: older)
        let findings = try FindingWriter(writer, source: source)
        for remark in file.remarks { try findings.add(remark.at(Place(file: file.name))) }
        findings.end()
        return (made, writer.number)
      }
    }
    let (made, number) = isPreview ? try store.withoutKeeping(write) : try write()
    try session.answer(
      DocumentAnswer(document: made, paragraphs: paragraphs, older: older, remarks: file.remarks, isPreview: isPreview).document)
    if !isPreview { session.tell("Dokument angelegt (Änderung \(number))") }
  }
}
