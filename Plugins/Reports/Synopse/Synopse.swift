// SPDX-License-Identifier: Apache-2.0
import PlanKit

private let manifest = """
  kip-plugin 1
  id: synopse
  version: 1.0.0
  licence: Apache-2.0
  summary: zwei Fassungen eines Konzepts, Maßnahme für Maßnahme nebeneinander
  report synopse: zwei Fassungen nebeneinander: was blieb, was sich änderte, was neu ist und was entfiel
    alt fassung required: die alte Fassung
    neu text: die neue Fassung; sonst der Plan, wie er heute ist
  """

@c(kip_Synopse)
public func register(_ registry: UnsafeMutableRawPointer) {
  Registry.at(registry).manifest(manifest).offer("synopse", Synopse())
}

struct Synopse: Report {
  func document(_ plan: any Plan, _ arguments: Arguments) throws(Hinweis) -> Document {
    let (old, new) = (arguments["alt"] ?? "", arguments["neu"] ?? "heute")
    let synopsis = "synopse \(quoted(old)) \(quoted(new))"
    var document = Document("Synopse: \(name(old)) und \(name(new))")
    document.subtitle = try plan.value("kommunen | zeige name")
    for edition in [old, new] where Fold.key(edition) != "heute" { document.properties += try facts(plan, edition) }
    document.properties.append(.init("Verwendung", "intern"))

    var counts = try plan.rows("\(synopsis) | gruppiere art: anzahl")
    counts.name = "Was aus den Maßnahmen wurde"
    var lines = try plan.rows("\(synopsis) | zeige alte_nr, alter_text, altes_feld, art, neue_nr, neuer_text, neues_feld, grund")
    lines.name = "Maßnahmen nebeneinander"
    document.blocks = [.table(counts), .table(lines)]
    return document
  }

  private func facts(_ plan: any Plan, _ edition: String) throws(Hinweis) -> [Document.Property] {
    let condition = "fassungen wo name = \(quoted(edition)) | zeige status, stichtag"
    guard let row = try plan.all(condition).first else { return [] }
    let day = Datum(row["stichtag"]).map { "Stichtag \($0)" } ?? "noch offen"
    return [.init(name(edition), row["status"].isEmpty ? day : "\(row["status"]), \(day)")]
  }

  private func name(_ edition: String) -> String { Fold.key(edition) == "heute" ? "heute" : "Fassung \(edition)" }

  /// A text as a query takes it.
  private func quoted(_ text: String) -> String { "\"\(text.replacing("\"", with: "\"\""))\"" }
}
