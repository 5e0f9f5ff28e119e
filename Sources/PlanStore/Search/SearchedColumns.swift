// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// What a search reads of a kind of thing: the texts that people read too, and how much each counts.
struct SearchedColumns {
  struct Part {
    var name: String
    var weight: Double
  }

  let noun: Noun
  let parts: [Part]

  /// The kinds of things that are searched; what the plan keeps about itself is not.
  static let all: [SearchedColumns] = Schema.tables.filter { $0.hasHistory && !$0.isRelation && !skipped.contains($0.table) }
    .map(SearchedColumns.init).filter { !$0.parts.isEmpty }

  /// What the variant declares, saved queries, and roles, whose actors are found by their own names.
  private static let skipped: Set<String> = [
    "merkmal", "vokabel", "begriff", "nebenname", "layout", "variante", "abfrage", "zustaendigkeit",
  ]
  /// What programs write for programs.
  private static let technical: Set<String> = ["prüfsumme", "format", "layout", "blatt", "marken"]
  private static let notes: Set<String> = ["bemerkung", "grund", "status_grund", "begründung", "protokoll", "angabe"]

  private init(_ noun: Noun) {
    self.noun = noun
    parts = Schema.stored(noun).filter { column in
      (column.kind == .text && column.words.isEmpty || column.kind == .label) && !SearchedColumns.technical.contains(column.name)
    }.map { column in
      let isTitle = column.name == noun.title || noun.keys.contains(column.name)
      return Part(name: column.name, weight: isTitle ? 3 : SearchedColumns.notes.contains(column.name) ? 1 : 2)
    }
  }

  /// True if the variant may add attributes to its things.
  var hasAttributes: Bool { Schema.hidden(noun.table).contains { $0.name == "merkmale" } }

  /// SQL for its things: the id, the attributes as JSON, what its card is asked for with, the columns in their order.
  func sql(_ table: String) -> String {
    let columns = parts.map { "t.\(Fold.key($0.name))" }
    // One table holds several kinds of things, each with a word of its own.
    let kind = Kernel.nouns.first { $0.table == noun.table && $0.only?.words.count == 1 }?.only.map { "t.\(Fold.key($0.column))" }
    let filled = hasAttributes ? columns + ["t.merkmale"] : columns
    return """
      SELECT t.id, \(hasAttributes ? "t.merkmale" : "NULL"), \(kind ?? "'\(noun.singular)'"), \(columns.joined(separator: ", ")) FROM \(table) t
      WHERE coalesce(\((filled + ["NULL"]).joined(separator: ", "))) IS NOT NULL
      """
  }
}
