// SPDX-License-Identifier: Apache-2.0

extension Noun {
  static let merkmal = Noun("merkmale", "merkmal", table: "merkmal", "Eigenschaft, die die Variante einer Art von Dingen hinzufügt")
    .columns(
      Column("art", .text, "Wort der Art, im Singular: maßnahme").required(),
      Column("name", .text, "Name der Spalte").required(),
      Column("überschrift", .text, "was über der Spalte steht"),
      Column("erklärung", .text, "was sie sagt")
    )
    .shown("art", "name", "überschrift").keys("name").timeless()

  static let vokabel = Noun("vokabeln", "vokabel", table: "vokabel", "erlaubter Wert eines Merkmals")
    .columns(
      Column("merkmal", .text, "Name des Merkmals").required(),
      Column("name", .text, "der Wert").required(),
      Column("oberhalb", .thing("vokabeln"), "Wert, der diesen einschließt"),
      Column("platz", .number, "Reihenfolge")
    )
    .shown("merkmal", "name", "oberhalb").keys("name").tree("oberhalb").timeless()

  static let begriff = Noun("begriffe", "begriff", table: "begriff", "Wort der Kommune für ein Wort des Kerns")
    .columns(
      Column("kern", .text, "Wort des Kerns").required(),
      Column("wort", .text, "Wort der Kommune").required()
    )
    .shown("kern", "wort").keys("kern", "wort").title("kern").timeless()

  static let nebenname = Noun("nebennamen", "nebenname", table: "nebenname", "weitere Schreibweise, unter der etwas erkannt wird")
    .columns(
      Column("art", .text, "Art des Dings, im Singular").required(),
      Column("ding", .anything, "das Ding").required(),
      Column("name", .text, "Schreibweise").required()
    )
    .shown("art", "name").keys("name").timeless()

  static let layout = Noun("layouts", "layout", table: "layout", "Aufbau einer Tabelle: welche ihrer Spalten was sagt")
    .columns(
      Column("name", .text, "Wort, mit dem es gewählt wird").required(),
      Column("titel", .text, "was über der Tabelle steht"),
      Column("wortlaut", .text, "seine Zeilen, von layout bis ende").required()
    )
    .shown("name", "titel").keys("name").timeless()

  static let variante = Noun("variantenstände", "variantenstand", table: "variante", "Variante, mit der der Plan angelegt wurde")
    .columns(
      Column("name", .text, "Name").required(),
      Column("fassung", .label, "Fassung").required(),
      Column("wortlaut", .text, "Zeilen der Variante").required()
    )
    .shown("name", "fassung").keys("name").timeless()
}
