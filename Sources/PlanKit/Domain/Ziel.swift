// SPDX-License-Identifier: Apache-2.0

extension Noun {
  static let leitlinie = Noun("leitlinien", "leitlinie", table: "leitlinie", "Grundsatz, an dem sich die Ziele messen lassen")
    .columns(
      Column("text", .text, "Wortlaut").required(),
      Column("nr", .label, "Nummer").heading("Nr"),
      Column("art", .text, "ob sie sagt, wofür die Kommune steht, oder wie sie vorgeht").words("Grundsatz", "Handlungsansatz"),
      Column("konzept", .thing("konzepte"), "das Konzept, in dem sie steht"),
      Column("platz", .number, "Reihenfolge"),
      .joined("ziele", "ziele", by: "leitlinienziele", "leitlinie", "ziel", "Ziele, die an ihr gemessen wurden")
    )
    .shown("nr", "text", "art").keys("text", "nr").title("text").timeless()

  static let ziel = Noun("ziele", "ziel", table: "ziel", "angestrebter Zustand, dem Maßnahmen dienen; kann Teilziele haben")
    .columns(
      Column("text", .text, "Was soll erreicht werden?").required(),
      Column("nr", .label, "Nummer").heading("Nr"),
      Column("ebene", .text, "Rang im Zielbaum").words("Leitziel", "Teilziel", "Handlungsziel"),
      Column("oberziel", .thing("ziele"), "das Ziel, dem es dient"),
      Column("frist", .date, "bis wann es erreicht sein soll"),
      Column("woran", .text, "woran zu erkennen ist, dass es erreicht ist"),
      Column("konzept", .thing("konzepte"), "das Konzept, in dem es steht"),
      .joined("handlungsfeld", "handlungsfelder", by: "zielfelder", "ziel", "handlungsfeld", "Felder, in denen es steht"),
      .joined("maßnahmen", "maßnahmen", by: "maßnahmenziele", "ziel", "maßnahme", "Maßnahmen, die ihm dienen"),
      .joined("leitlinien", "leitlinien", by: "leitlinienziele", "ziel", "leitlinie", "Leitlinien, an denen es gemessen wurde"),
      .joined("befunde", "befunde", by: "befundbezüge", "ziel", "befund", "Befunde, auf denen es beruht"),
      .joined("indikatoren", "indikatoren", by: "indikatorbezüge", "ziel", "indikator", "woran es gemessen wird"),
      .responsible(for: "ziel")
    )
    .shown("text", "handlungsfeld", "maßnahmen").keys("text", "nr").title("text").tree("oberziel")

  static let leitlinienziel = Noun(
    "leitlinienziele", "leitlinienziel", table: "leitlinie_ziel", "Urteil, ob ein Ziel einer Leitlinie entspricht"
  )
  .columns(
    Column("leitlinie", .thing("leitlinien"), "die Leitlinie, die der Maßstab ist").required(),
    Column("ziel", .thing("ziele"), "das Ziel, das gemessen wird").required().part(),
    Column("urteil", .text, "wie gut es ihr entspricht").words("entspricht", "teilweise", "berührt nicht", "widerspricht"),
    Column("grund", .text, "warum")
  )
  .shown("leitlinie", "ziel", "urteil", "grund").relation().unique("leitlinie", "ziel")

  static let zielfeld = Noun("zielfelder", "zielfeld", table: "ziel_handlungsfeld", "Ziel in einem Handlungsfeld")
    .columns(
      Column("ziel", .thing("ziele"), "das Ziel").required().part(),
      Column("handlungsfeld", .thing("handlungsfelder"), "das Feld").required()
    )
    .shown("handlungsfeld", "ziel").relation().unique("ziel", "handlungsfeld")
}
