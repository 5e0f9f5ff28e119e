// SPDX-License-Identifier: Apache-2.0
import PlanKit

private let manifest = """
  kip-plugin 1
  id: federfuehrung
  version: 1.0.0
  licence: Apache-2.0
  summary: prüft, ob jede Maßnahme genau einen Federführenden hat
  analysis federführung: Maßnahmen ohne Federführung, mit mehreren, und solche, bei denen sie nur in Klammern steht
  """

@c(kip_Federfuehrung)
public func register(_ registry: UnsafeMutableRawPointer) {
  Registry.at(registry).manifest(manifest).offer("federführung", Federfuehrung())
}

struct Federfuehrung: Analysis {
  func findings(_ plan: any Plan) throws(Hinweis) -> [Hinweis] {
    let term = plan.term("federführung")
    var findings: [Hinweis] = []
    for row in try plan.all("maßnahmen wo ohne federführung | zeige nr, text") {
      findings.append(
        Hinweis("\(term): niemand").grade(.warnung).rule("federführung-fehlt", thing: thing(row)).help("klären, wer die Maßnahme führt"))
    }
    for row in try plan.all("maßnahmen wo federführung.anzahl > 1 | zeige nr, text, federführung") {
      findings.append(
        Hinweis("\(term): mehrere, nämlich \(row.list("federführung").joined(separator: ", "))").grade(.warnung).rule(
          "federführung-mehrfach", thing: thing(row)
        )
        .help("klären, wer von ihnen führt"))
    }
    for row in try plan.all("zuständigkeiten wo rolle = federführung und bedingt = ja | zeige maßnahme, akteur") {
      findings.append(
        Hinweis("\(term): \(row["akteur"]) nur in Klammern").grade(.hinweis).rule(
          "federführung-bedingt", thing: "maßnahme \"\(row["maßnahme"])\""))
    }
    return findings
  }

  private func thing(_ row: Row) -> String { "maßnahme \"\(row.list("nr").first ?? row["text"])\"" }
}
