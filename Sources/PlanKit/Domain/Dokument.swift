// SPDX-License-Identifier: Apache-2.0

extension Noun {
  static let dokument = Noun("dokumente", "dokument", table: "dokument", "Datei, die zu etwas gehört, mit ihrem Ort und ihrer Prüfsumme")
    .columns(
      Column("titel", .text, "wie es heißt").required(),
      Column("pfad", .text, "wo die Datei liegt"),
      Column("prüfsumme", .label, "SHA-256 der Datei"),
      Column("ding", .anything, "wozu es gehört"),
      Column("art", .text, "was es ist: Protokoll, Bescheid, Nachweis, Foto"),
      Column("datum", .date, "von wann es ist"),
      Column("öffentlich", .flag, "ob jeder es sehen darf"),
      Column("bemerkung", .text, "Bemerkungen")
    )
    .shown("titel", "art", "datum", "pfad").keys("titel", "pfad", "prüfsumme").title("titel").timeless()

  static let verweis = Noun("verweise", "verweis", table: "verweis", "Verbindung zwischen zwei Dingen beliebiger Art")
    .columns(
      Column("ausgang", .anything, "was verweist").required(),
      Column("bezug", .anything, "worauf").required(),
      Column("art", .text, "was es damit auf sich hat: siehe, ergänzt, beruht auf, widerspricht"),
      Column("text", .text, "Bemerkungen")
    )
    .shown("ausgang", "art", "bezug", "text").title("text")
}
