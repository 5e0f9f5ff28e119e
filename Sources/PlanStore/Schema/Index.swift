// SPDX-License-Identifier: GPL-3.0-or-later

/// An index on some columns of a table.
struct Index {
  var name: String
  var on: String

  private init(_ name: String, on: String) {
    self.name = name
    self.on = on
  }

  var statement: String { "CREATE INDEX \(name) ON \(on)" }

  static let all = joining + others + [Index("ziel_text", on: "ziel(text)")]

  /// By which entries of one measure are found and joined.
  static let joining = [
    Index("eintrag_massnahme", on: "eintrag(massnahme)"),
    Index("eintrag_nr", on: "eintrag(nr)"),
    Index("massnahme_ziel_massnahme", on: "massnahme_ziel(massnahme, ziel)"),
    Index("zustaendigkeit_massnahme", on: "zustaendigkeit(massnahme)"),
  ]

  /// The other indexes on what the lines of a catalogue are written to.
  static let others = [
    Index("massnahme_ziel_ziel", on: "massnahme_ziel(ziel)"),
    Index("zustaendigkeit_akteur", on: "zustaendigkeit(akteur)"),
  ]
}
