// SPDX-License-Identifier: Apache-2.0
import PlanKit

private let manifest = """
  kip-plugin 1
  id: katalog
  version: 1.0.0
  licence: Apache-2.0
  summary: der ganze Maßnahmenkatalog als Tabelle
  report katalog: der ganze Maßnahmenkatalog, wie ihn die Kommune als Tabelle führt
    für katalog: welcher Katalog, wenn der Plan mehrere hat
  """

@c(kip_Katalog)
public func register(_ registry: UnsafeMutableRawPointer) {
  Registry.at(registry).manifest(manifest).offer("katalog", Katalog())
}

struct Katalog: Report {
  func document(_ plan: any Plan, _ arguments: Arguments) throws(Hinweis) -> Document {
    let table = try plan.catalogue(arguments["für"])
    var document = Document(table.name)
    document.subtitle = try plan.value("kommunen | zeige name")
    document.properties = try facts(plan, table.name)
    document.blocks = [.table(table)]
    return document
  }

  private func facts(_ plan: any Plan, _ name: String) throws(Hinweis) -> [Document.Property] {
    var facts: [Document.Property] = []
    if let row = try plan.all("kataloge | zeige name, stand, bearbeitungsstand, konzepte").first(where: { $0["name"] == name }) {
      facts.append(.init("Stand", Datum(row["stand"])?.description ?? "ohne Angabe"))
      facts.append(.init("Bearbeitungsstand", row["bearbeitungsstand"].isEmpty ? "ohne Angabe" : row["bearbeitungsstand"]))
      if !row["konzepte"].isEmpty { facts.append(.init("Konzepte", row.list("konzepte").joined(separator: ", "))) }
    }
    let sources = try plan.all("quellen | zeige datei").map { $0["datei"] }
    if !sources.isEmpty { facts.append(.init("Herkunft", Set(sources).sorted().joined(separator: ", "))) }
    let entries = try plan.value("einträge | anzahl") ?? "0"
    let measures = try plan.value("maßnahmen | anzahl") ?? "0"
    facts.append(.init("Umfang", "\(entries) Einträge, \(measures) Maßnahmen"))
    facts.append(.init("Verwendung", "intern; kann Namen von Personen enthalten"))
    return facts
  }
}
