// SPDX-License-Identifier: Apache-2.0
import PlanKit

private let manifest = """
  kip-plugin 1
  id: ueberblick
  version: 1.0.0
  licence: Apache-2.0
  summary: der Plan auf einer Seite
  command überblick: der Plan auf einer Seite: Umfang, Vollständigkeit, Verteilung, größte Lücken
  """

@c(kip_Ueberblick)
public func register(_ registry: UnsafeMutableRawPointer) {
  Registry.at(registry).manifest(manifest).offer("überblick", Ueberblick())
}

struct Ueberblick: Command {
  func answer(_ plan: any Plan, _ arguments: Arguments) throws(Hinweis) -> Document {
    var document = Document("Überblick")
    document.subtitle = try plan.value("kommunen | zeige name")
    for row in try plan.all("kataloge | zeige name, stand, bearbeitungsstand") {
      let state = row["bearbeitungsstand"].isEmpty ? "" : ", \(row["bearbeitungsstand"])"
      document.properties.append(.init("Katalog", "\(row["name"]) (Stand \(Datum(row["stand"])?.description ?? "ohne Angabe")\(state))"))
    }
    document.blocks = try [
      .heading(1, "Umfang"), .table(extent(plan)), .heading(1, "Vollständigkeit der Maßnahmen"), .table(completeness(plan)),
      .heading(1, "Maßnahmen je \(plan.term("handlungsfeld"))"), .table(distribution(plan, "handlungsfeld")),
      .heading(1, "Maßnahmen je \(plan.term("federführung"))"), .table(distribution(plan, "federführung", "| erste 15")),
    ]
    return document
  }

  /// How the measures spread over the values of a column.
  private func distribution(_ plan: any Plan, _ column: String, _ cut: String = "") throws(Hinweis) -> Table {
    var table = try plan.rows("maßnahmen | gruppiere \(column): anzahl | sortiere anzahl absteigend \(cut)")
    table.rows = TextRows(try table.rows.all().map { row in row[0].isEmpty ? ["ohne \(plan.term(column))"] + row.dropFirst() : row })
    return table
  }

  private func extent(_ plan: any Plan) throws(Hinweis) -> Table {
    var rows: [[String]] = []
    for noun in ["konzepte", "kataloge", "einträge", "maßnahmen", "handlungsfelder", "ziele", "akteure", "zuständigkeiten", "hinweise"] {
      rows.append([noun.prefix(1).uppercased() + noun.dropFirst(), try plan.value("\(noun) | anzahl") ?? "0"])
    }
    return Table("Umfang", columns: [Table.Column("was", "Was"), Table.Column("anzahl", "Anzahl", .number)], rows: TextRows(rows))
  }

  /// How many measures say something, the emptiest fact first.
  private func completeness(_ plan: any Plan) throws(Hinweis) -> Table {
    let all = Int(try plan.value("maßnahmen | anzahl") ?? "0") ?? 0
    var facts: [(name: String, count: Int)] = []
    let measures = try plan.noun("maßnahmen")
    for column in ["text", "ziel", "handlungsfeld", "federführung"] + measures.columns.filter({ $0.source == .attribute }).map(\.name) {
      facts.append((plan.term(column), Int(try plan.value("maßnahmen wo mit \(column) | anzahl") ?? "0") ?? 0))
    }
    facts.append((plan.term("status"), Int(try plan.value("maßnahmen wo status != \"keine Angabe\" | anzahl") ?? "0") ?? 0))
    let rows = facts.sorted { ($0.count, $0.name) < ($1.count, $1.name) }.map { fact in
      [fact.name, String(fact.count), String(all - fact.count), all == 0 ? "" : String((fact.count * 1000 / all + 5) / 10)]
    }
    return Table(
      "Vollständigkeit",
      columns: [
        Table.Column("angabe", "Angabe"), Table.Column("vorhanden", "vorhanden", .number), Table.Column("fehlt", "fehlt", .number),
        Table.Column("prozent", "Prozent", .number),
      ], rows: TextRows(rows))
  }
}
