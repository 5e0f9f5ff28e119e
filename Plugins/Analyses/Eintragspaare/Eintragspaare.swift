// SPDX-License-Identifier: Apache-2.0
import PlanKit

private let manifest = """
  kip-plugin 1
  id: eintragspaare
  version: 1.0.0
  licence: Apache-2.0
  summary: prüft Einträge, die aufeinander verweisen oder dieselbe Maßnahme sein könnten
  analysis eintragspaare: Verweise ohne Partner, abweichender Wortlaut, Verdacht auf gleiche Einträge
  """

@c(kip_Eintragspaare)
public func register(_ registry: UnsafeMutableRawPointer) {
  Registry.at(registry).manifest(manifest).offer("eintragspaare", Eintragspaare())
}

struct Eintragspaare: Analysis {
  func findings(_ plan: any Plan) throws(Hinweis) -> [Hinweis] {
    try withoutPartner(plan) + diverging(plan) + suspects(plan)
  }

  /// Entries that refer to another one that the catalogue does not have.
  private func withoutPartner(_ plan: any Plan) throws(Hinweis) -> [Hinweis] {
    let alone = try plan.all("einträge wo mit verweis und maßnahme.nr.anzahl < 2 | zeige nr, verweis, quelle, zeile")
    let numbers = alone.isEmpty ? [] : Set(try plan.all("einträge | zeige nr").map { $0["nr"] })
    return alone.map { row in
      var text = "verweist auf \(row["verweis"]); dort steht kein Eintrag mit gleicher Nummer oder gleichem Text"
      if let first = first(of: row["nr"]), !numbers.contains(first) {
        text = "verweist auf \(row["verweis"]); der Eintrag \(first) fehlt im Katalog"
      }
      var place = Place(file: row["quelle"])
      place.line = Int(row["zeile"])
      return Hinweis(text).grade(.warnung).rule("partner-fehlt", thing: "eintrag \"\(row["nr"])\"").at(place)
        .help("in der Vorlage nachsehen, ob der Eintrag verloren ging")
    }
  }

  /// Entries of one measure that word it differently; an entry without any text only refers.
  private func diverging(_ plan: any Plan) throws(Hinweis) -> [Hinweis] {
    try plan.all("einträge wo mit text und maßnahme.nr.anzahl > 1 | zeige nr, text, maßnahme.text | sortiere nr").compactMap { row in
      guard row["text"] != row["maßnahme.text"] else { return nil }
      return Hinweis("der Wortlaut weicht von der Maßnahme ab: \"\(row["text"])\"").grade(.hinweis)
        .rule("wortlaut-abweichend", thing: "eintrag \"\(row["nr"])\"").help("klären, welcher Wortlaut gilt")
    }
  }

  /// Measures of the same number that no reference joins.
  private func suspects(_ plan: any Plan) throws(Hinweis) -> [Hinweis] {
    let several = try plan.all("maßnahmen wo mit stamm | gruppiere stamm: anzahl | wo anzahl > 1")
    guard !several.isEmpty else { return [] }
    let stems = Set(several.map { $0["stamm"] })
    var numbers: [String: [String]] = [:]
    for row in try plan.all("maßnahmen wo mit stamm | zeige stamm, nr") where stems.contains(row["stamm"]) {
      numbers[row["stamm"], default: []] += row.list("nr")
    }
    return several.map { row in
      let entries = (numbers[row["stamm"]] ?? []).joined(separator: ", ")
      return Hinweis(
        "Verdacht: gleicher Eintrag: \(entries) haben die gleiche Nummer, aber keiner verweist auf das Handlungsfeld des anderen"
      ).grade(.hinweis)
        .rule("verdacht-gleich", thing: "maßnahme \"\(row["stamm"])\"")
    }
  }

  /// The first entry of a measure whose entries are numbered 30,1, 30,2 …
  private func first(of number: String) -> String? {
    let parts = number.split(separator: ",")
    return parts.count == 2 && parts[1] != "0" ? "\(parts[0]),1" : nil
  }
}
