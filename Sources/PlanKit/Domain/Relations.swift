// SPDX-License-Identifier: Apache-2.0

/// Columns that are told from the other side: what points here, and what a relation joins.
extension Column {
  /// The things of a noun whose column points here.
  static func those(_ noun: String, by column: String, shows: String, _ summary: String) -> Column {
    Column(noun, .thing(noun), summary, .collected(.init(noun, by: column, shows: shows)))
  }

  /// The things that a relation joins with this one.
  static func joined(_ name: String, _ noun: String, by relation: String, _ here: String, _ there: String, _ summary: String) -> Column {
    Column(name, .thing(noun), summary, .collected(.init(relation, by: here, shows: there)))
  }

  /// Those who have one role in what the column of a Zuständigkeit names.
  static func role(_ name: String, in object: String, _ summary: String) -> Column {
    Column(name, .thing("akteure"), summary, .collected(.init("zuständigkeiten", by: object, shows: "akteur").only("rolle", name)))
  }

  /// All who have a role in what the column of a Zuständigkeit names.
  static func responsible(for object: String) -> Column {
    Column(
      "zuständige", .thing("akteure"), "alle mit einer Rolle, gleich welcher",
      .collected(.init("zuständigkeiten", by: object, shows: "akteur")))
  }

  /// From when to when something holds, as data of its own.
  static let validFrom = Column("gültig_von", .date, "seit wann").heading("Gültig von")
  static let validUntil = Column("gültig_bis", .date, "bis wann").heading("Gültig bis")
}
