// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

/// The catalogue that a file is read into.
struct Catalogue {
  var id: Int
  var name: String
  var isNew: Bool
  /// The day for which it spoke before; nil if nobody said.
  var day: Int?

  /// The catalogue that was named, or the one of this layout; made if the plan has none.
  static func find(_ options: ImportOptions, _ layout: Layout, _ store: PlanStore, _ writer: Writer) throws(Hinweis) -> Catalogue {
    let columns = ["id", "name", "layout", "stand", "konzepte.kommune.id"].map { path in
      Shown(Path(path.split(separator: ".").map { Name(String($0)) }))
    }
    let known = try store.rows(Query(Name("kataloge"), [.show(columns)])).rows.all()
    let name = options.catalogue
    let town = try town(options.concepts, store)
    let fitting = known.filter { row in
      if let name { return Fold.key(name) == Fold.key(row[1]) }
      // In the plan of a Landkreis the Gemeinden have catalogues of their own, in which the same numbers are other measures.
      let others = CellText.values(row[4])
      return row[2] == layout.name && (others.isEmpty || town == nil || others.contains { $0 == town?.id })
    }
    if fitting.count > 1 {
      throw Hinweis("der Plan hat mehrere Kataloge mit diesem Layout").help(
        "katalog \"…\" angeben: " + fitting.map { "\"\($0[1])\"" }.joined(separator: ", "))
    }
    if let row = fitting.first, let id = Int(row[0]) {
      try linkConcepts(id, options.concepts, store, writer)
      return Catalogue(id: id, name: row[1], isNew: false, day: Datum(row[3])?.firstDay)
    }
    let title = name ?? (known.isEmpty || town == nil ? layout.title : "\(layout.title), \(town?.name ?? "")")
    let id = try writer.insert("katalog", ["name": .text(title), "layout": .text(layout.name), "stand": Value(options.day)])
    let all =
      try options.concepts.isEmpty
      ? store.rows(Query(Name("konzepte"), [.show([Shown(Path([Name("name")]))])])).rows.all().map { $0[0] } : options.concepts
    try linkConcepts(id, all, store, writer)
    return Catalogue(id: id, name: title, isNew: true)
  }

  /// The Kommune of the concepts, as far as they are known and have just one.
  private static func town(_ concepts: [String], _ store: PlanStore) throws(Hinweis) -> (id: String, name: String)? {
    guard let noun = Kernel.noun("konzept") else { return nil }
    var towns: Set<[String]> = []
    for concept in concepts {
      for id in try store.find(noun, concept) {
        let shown = [["kommune", "id"], ["kommune", "name"]].map { Shown(Path($0.map { Name($0) })) }
        let query = Query(Name(noun.plural), [.filter(.compare(Path([Name("id")]), .equal, Operand(String(id)))), .show(shown)])
        towns.formUnion(try store.rows(query).rows.all().filter { !$0[0].isEmpty })
      }
    }
    guard towns.count == 1, let town = towns.first else { return nil }
    return (town[0], town[1])
  }

  private static func linkConcepts(_ catalogue: Int, _ concepts: [String], _ store: PlanStore, _ writer: Writer) throws(Hinweis) {
    guard let noun = Kernel.noun("konzept") else { return }
    for concept in concepts {
      let id: Int
      if let known = try store.find(noun, concept).first {
        id = known
      } else {
        id = try writer.insert("konzept", ["name": .text(concept)])
      }
      if try !writer.belongs(catalogue, to: id) {
        try writer.insert("katalog_konzept", ["katalog": .integer(catalogue), "konzept": .integer(id)])
      }
    }
  }

  /// What the texts around the table say of the whole: that it is preliminary, of which day it speaks.
  static func note(_ surroundings: [String], of catalogue: Catalogue, _ options: ImportOptions, _ writer: Writer) throws(Hinweis) {
    guard catalogue.isNew else {
      if let day = options.day { try writer.update("katalog", catalogue.id, ["stand": .integer(day)]) }
      return
    }
    if surroundings.contains(where: { Fold.key($0).contains("vorlaeufig") }) {
      try writer.update("katalog", catalogue.id, ["bearbeitungsstand": .text("vorläufig")])
    }
    guard options.day == nil else { return }
    for text in surroundings {
      guard let stand = text.range(of: "Stand:"), let date = Datum(String(text[stand.upperBound...].trimmed.prefix { !$0.isWhitespace }))
      else { continue }
      try writer.update("katalog", catalogue.id, ["stand": .integer(date.firstDay)])
      return
    }
  }
}

extension String {
  /// Where a text stands in this one.
  fileprivate func range(of text: String) -> Range<Index>? { firstRange(of: text) }
}
