// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery
internal import PlanStore
internal import PlanTables

/// The plan as plug-ins and the shell's own reading commands see it.
struct PlanView: Plan {
  let store: PlanStore

  func rows(_ query: Query) throws(Hinweis) -> Table { try store.rows(query) }

  func rows(_ text: String) throws(Hinweis) -> Table {
    do throws(Hinweis) {
      let tokens = try Lexer.tokens(text)[...]
      if let synopsis = SynopsisQuery(tokens) { return try store.rows(try synopsis.query(store)) }
      if SearchQuery.begins(tokens) { return try SearchQuery(tokens).rows(store) }
      return try store.rows(try QueryParser.parse(tokens))
    } catch {
      throw Hinweis("die Abfrage \"\(text)\" geht nicht: \(error.text)").help(error.help)
    }
  }

  func catalogue(_ name: String?) throws(Hinweis) -> Table {
    let (catalogue, layout) = try catalogueAndLayout(name)
    return try CatalogueTable.table(layout, catalogue: catalogue.id, title: catalogue.name, store)
  }

  /// The catalogue of a name or a part of it, with its layout; the only one where nobody says which.
  func catalogueAndLayout(_ name: String?) throws(Hinweis) -> (catalogue: (id: Int, name: String), layout: Layout) {
    let catalogues = try all("kataloge | zeige id, name, layout")
    let wanted = catalogues.filter { row in name.map { Fold.key(row["name"]).contains(Fold.key($0)) } ?? true }
    guard let catalogue = wanted.first, let id = Int(catalogue["id"]) else {
      throw Hinweis(name.map { "einen Katalog \"\($0)\" gibt es nicht" } ?? "der Plan hat noch keinen Katalog").didYouMean(
        name ?? "", catalogues.map { $0["name"] }
      )
      .help(catalogues.isEmpty ? "einen einlesen: importiere DATEI" : nil)
    }
    guard wanted.count == 1 else {
      throw Hinweis("mehrere Kataloge passen").help("einen davon nennen: " + wanted.map { "\"\($0["name"])\"" }.joined(separator: ", "))
    }
    guard let layout = try layouts().first(where: { $0.name == catalogue["layout"] }) else {
      throw Hinweis("das Layout \"\(catalogue["layout"])\" des Katalogs gibt es nicht mehr")
    }
    return ((id, catalogue["name"]), layout)
  }

  func noun(_ word: String) throws(Hinweis) -> Noun { try store.theNoun(Name(word)) }

  func term(_ kernel: String) -> String {
    guard let term = try? store.term(kernel) else { return kernel.prefix(1).uppercased() + kernel.dropFirst() }
    return term
  }

  /// The layouts that travel with the plan, as far as they can be read.
  func layouts() throws(Hinweis) -> [Layout] { try store.planLayouts().filter { $0.problem == nil }.map(\.layout) }
}
