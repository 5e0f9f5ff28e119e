// SPDX-License-Identifier: Apache-2.0

extension Noun {
  static let dokument = Noun("dokumente", "dokument", table: "dokument", "Datei, die zu etwas gehört, mit ihrem Ort und ihrer Prüfsumme")
    .columns(
      Column("nr", .label, "Nummer im Plan, vergeben beim Einlesen").heading("Nr"),
      Column("titel", .text, "wie es heißt").required(),
      Column("pfad", .text, "wo die Datei liegt"),
      Column("prüfsumme", .label, "SHA-256 der Datei"),
      Column("quelle", .thing("quellen"), "die Datei, aus der seine Absätze gelesen sind"),
      Column("ersetzt", .thing("dokumente"), "das Dokument, dessen neuere Fassung es ist"),
      Column("ding", .anything, "wozu es gehört"),
      Column("art", .text, "was es ist: Protokoll, Bescheid, Nachweis, Foto"),
      Column("datum", .date, "von wann es ist"),
      Column("öffentlich", .flag, "ob jeder es sehen darf"),
      Column("bemerkung", .text, "Bemerkungen"),
      .those("absätze", by: "dokument", shows: "text", "seine Absätze, wenn es eingelesen ist")
    )
    .shown("nr", "titel", "art", "datum", "pfad").keys("titel", "pfad", "prüfsumme", "nr").title("titel").timeless()

  static let absatz = Noun("absätze", "absatz", table: "absatz", "Absatz eines eingelesenen Dokuments, mit seiner Nummer darin")
    .columns(
      Column("dokument", .thing("dokumente"), "das Dokument").required().part(),
      Column("platz", .number, "die Nummer im Dokument, von 1 an").required(),
      Column("art", .text, "was er ist").words("überschrift", "absatz", "listenpunkt", "tabellenzelle"),
      Column("ebene", .number, "Rang der Überschrift, von 1 an"),
      Column("abschnitt", .text, "die Überschrift, unter der er steht"),
      Column("text", .text, "der Wortlaut").required(),
      Column("seite", .text, "die Seite, wenn die Datei sie nennt")
    )
    .shown("dokument", "platz", "art", "abschnitt", "text").keys("text").title("text").unique("dokument", "platz").timeless()

  static let verweis = Noun("verweise", "verweis", table: "verweis", "Verbindung zwischen zwei Dingen beliebiger Art")
    .columns(
      Column("ausgang", .anything, "was verweist").required(),
      Column("bezug", .anything, "worauf").required(),
      Column("art", .text, "was es damit auf sich hat: siehe, ergänzt, beruht auf, widerspricht"),
      Column("text", .text, "Bemerkungen")
    )
    .shown("ausgang", "art", "bezug", "text").title("text")
}
