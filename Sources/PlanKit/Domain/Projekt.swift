// SPDX-License-Identifier: Apache-2.0

extension Noun {
  static let projekt = Noun("projekte", "projekt", table: "projekt", "Vorhaben auf Zeit mit Auftrag, Leitung und Ergebnissen")
    .columns(
      Column("name", .text, "wie es heißt").required(),
      Column("kurz", .text, "kurzer Name, der in Abfragen genügt"),
      Column("kommune", .thing("kommunen"), "wessen Projekt es ist"),
      Column("konzept", .thing("konzepte"), "das Konzept, das dabei entsteht oder umgesetzt wird"),
      Column("auftrag", .text, "was zu tun ist und was herauskommen soll"),
      Column("schwerpunkte", .text, "worauf es besonders ankommt"),
      Column("beginn", .date, "wann es beginnt"),
      Column("ende_geplant", .date, "wann es enden soll").heading("Ende geplant"),
      Column("abschluss", .date, "wann es abgeschlossen war"),
      Column("status", .text, "wie weit es ist").words("geplant", "laufend", "abgeschlossen", "abgebrochen"),
      Column("lenkungsgruppe", .thing("gremien"), "das Gremium, das Auftrag und Mittel gibt und Ergebnisse abnimmt"),
      Column("auftraggeber", .thing("akteure"), "wer es in Auftrag gibt"),
      Column("auftragnehmer", .thing("akteure"), "wer es im Auftrag durchführt"),
      .role("leitung", in: "projekt", "wer es leitet"),
      Column("weisungsbefugnis", .flag, "ob die Leitung denen, die mitarbeiten, Weisungen geben kann"),
      .role("mitarbeit", in: "projekt", "wer darin mitarbeitet"),
      .responsible(for: "projekt"),
      .those("arbeitspakete", by: "projekt", shows: "name", "seine Arbeitspakete"),
      .those("abnahmen", by: "projekt", shows: "ergebnis", "Abnahmen seiner Ergebnisse"),
      .those("mittel", by: "projekt", shows: "zweck", "was es an Geld und Stellen braucht und bekommt"),
      .those("anlässe", by: "projekt", shows: "text", "warum es angegangen wird"),
      .those("schritte", by: "projekt", shows: "name", "wie es vorgeht, der Reihe nach"),
      .those("vorlagen", by: "projekt", shows: "nr", "Vorlagen dazu"),
      .those("sitzungen", by: "projekt", shows: "name", "Treffen dazu")
    )
    .shown("name", "beginn", "ende_geplant", "status", "lenkungsgruppe").keys("kurz", "name")

  static let arbeitspaket = Noun("arbeitspakete", "arbeitspaket", table: "arbeitspaket", "was jemand bis zu einem Tag zu erledigen hat")
    .columns(
      Column("name", .text, "was zu erledigen ist").required(),
      Column("nr", .label, "Nummer").heading("Nr"),
      Column("projekt", .thing("projekte"), "das Projekt, zu dem es gehört").part(),
      Column("maßnahme", .thing("maßnahmen"), "die Maßnahme, zu der es gehört").part(),
      Column("teil_von", .thing("arbeitspakete"), "das Arbeitspaket, das es einschließt").heading("Teil von"),
      Column("text", .text, "was dabei zu tun ist"),
      Column("verantwortlich", .thing("akteure"), "wer es erledigt"),
      Column("beginn", .date, "wann es beginnt"),
      Column("frist", .date, "bis wann es erledigt sein soll"),
      Column("status", .text, "wie weit es ist").words("offen", "laufend", "erledigt", "entfallen"),
      Column("erledigt_am", .date, "wann es erledigt war").heading("Erledigt am"),
      .responsible(for: "arbeitspaket"),
      .those("abnahmen", by: "arbeitspaket", shows: "ergebnis", "Abnahmen seines Ergebnisses")
    )
    .shown("name", "projekt", "maßnahme", "verantwortlich", "frist", "status").keys("name", "nr").tree("teil_von")
    .exactlyOne("projekt", "maßnahme")

  static let abnahme = Noun("abnahmen", "abnahme", table: "abnahme", "Entscheidung eines Gremiums über ein Ergebnis")
    .columns(
      Column("gegenstand", .text, "was abgenommen wird").required(),
      Column("projekt", .thing("projekte"), "das Projekt, dessen Ergebnis es ist").part(),
      Column("arbeitspaket", .thing("arbeitspakete"), "das Arbeitspaket, dessen Ergebnis es ist").part(),
      Column("gremium", .thing("gremien"), "wer abnimmt"),
      Column("sitzung", .thing("sitzungen"), "die Sitzung, in der es geschah"),
      Column("datum", .date, "wann"),
      Column("ergebnis", .text, "ob es angenommen wurde").words("offen", "angenommen", "mit Auflagen", "abgelehnt"),
      Column("auflage", .text, "was noch zu tun ist")
    )
    .shown("gegenstand", "projekt", "gremium", "datum", "ergebnis").keys("gegenstand").title("gegenstand")
    .exactlyOne("projekt", "arbeitspaket")
}
