// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore
internal import PlanTables

/// A file that is read as a text, not as a table.
struct PaperFile {
  let path: String
  let format: String
  let digest: String
  let document: Document
  /// The name of the file without its folder.
  let name: String

  /// Reads a file in the format that the call names, else in the first that takes its ending and gives more of it than tables.
  init(_ call: Call, _ session: Session) throws(Hinweis) {
    path = call["datei"] ?? ""
    let source: FileSource
    do throws(Hinweis) { source = try FileSource(path) } catch { throw error.marked(call.span("datei")) }
    name = source.name
    digest = try Digest.sha256(source)
    var found: (format: String, document: Document)?
    var formats = try session.formatsToRead(path, named: call["format"])
    // What a council's system hands out is JSON, and has papers in it only for who knows OParl.
    if Fold.key(call["als"] ?? "").hasPrefix("vorlage"), formats.contains("json"),
      session.host.offers(.format).contains(where: { $0.offer.name == "oparl" })
    {
      formats = ["oparl"]
    }
    for format in formats where found.map({ !ParagraphReader.hasProse($0.document) }) ?? true {
      let document = try session.host.format(format).read(session.watched(source, "importiere"))
      if found == nil || ParagraphReader.hasProse(document) { found = (format, document) }
    }
    guard let found else { throw Hinweis("kein Format liest diese Datei").at(Place(file: name)) }
    (format, document) = found
  }

  /// What the file says that it is called; else the line with which it begins, where that may be a title; else its name without the ending.
  var title: String {
    if let said = document.properties.first(where: { $0.name == "Titel" })?.value, !said.isEmpty { return said }
    var first = ""
    switch document.blocks.first {
    case .heading(_, let text)?: first = text
    case .paragraph(let runs)?: first = runs.map(\.text).joined()
    default: break
    }
    let line = first.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let isTitle =
      (1...120).contains(line.count) && !first.contains("\n") && !".:;,".contains(line.last ?? ".") && !(line.first?.isNumber ?? true)
    if isTitle { return line }
    return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  }

  /// What the format did not take as it stands in the file, and the comments.
  var remarks: [Hinweis] {
    document.properties.filter { PaperFile.remarkable.contains($0.name) }.map { remark in
      Hinweis("\(remark.name): \(remark.value)").grade(.hinweis).rule("datei")
    }
  }

  private static let remarkable: Set<String> = ["Änderungsverfolgung", "Verborgener Text", "Inhaltsverzeichnis", "Textfelder", "Kommentar im Text"]

  func read(_ title: String, _ paragraphs: [Paragraph]) -> ReadDocument {
    ReadDocument(title, path: path, digest: digest, format: format, paragraphs)
  }
}
