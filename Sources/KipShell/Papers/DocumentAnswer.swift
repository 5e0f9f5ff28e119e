// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

/// What reading a document says of it.
struct DocumentAnswer {
  let known: KnownDocument
  let paragraphs: [Paragraph]
  let older: KnownDocument?
  let remarks: [Hinweis]
  let isPreview: Bool

  init(document: KnownDocument, paragraphs: [Paragraph], older: KnownDocument?, remarks: [Hinweis], isPreview: Bool) {
    known = document
    self.paragraphs = paragraphs
    self.older = older
    self.remarks = remarks
    self.isPreview = isPreview
  }

  /// How many paragraphs a preview shows.
  private static let shown = 12

  var document: Document {
    var answer = Document("\(isPreview ? "Vorschau" : "Eingelesen"): dokument \(known.number) \"\(known.title)\"")
    let counts = [
      ("Absätze", Paragraph.Kind.paragraph), ("Überschriften", .heading), ("Listenpunkte", .point), ("Tabellenzellen", .cell),
    ].map { name, kind in [name, String(paragraphs.count { $0.kind == kind })] }
    answer.blocks = [
      .table(
        Table(
          "", columns: [Table.Column("was", "Was"), Table.Column("anzahl", "Anzahl", .number)],
          rows: TextRows(counts.filter { $0[1] != "0" })))
    ]
    if let older { answer.blocks.append(.text("Neuere Fassung von dokument \(older.number) \"\(older.title)\".")) }
    let begin = paragraphs.prefix(DocumentAnswer.shown).enumerated().map { place, paragraph in
      [String(place + 1), paragraph.kind.rawValue, paragraph.text]
    }
    var table = Table(
      "Beginn", columns: [Table.Column("platz", "Nr", .number), Table.Column("art", "Art"), Table.Column("text", "Text")],
      rows: TextRows(begin))
    if paragraphs.count > begin.count, !isPreview { table.notes = ["alle zeigt: dokument \(known.number)"] }
    answer.blocks.append(.table(table))
    if !remarks.isEmpty { answer.blocks += [.heading(1, "Auffälliges"), .table(CouncilAnswer.table(of: remarks))] }
    return answer
  }
}
