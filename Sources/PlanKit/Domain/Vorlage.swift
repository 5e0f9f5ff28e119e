// SPDX-License-Identifier: Apache-2.0

extension Noun {
  static let vorlage = Noun("vorlagen", "vorlage", table: "vorlage", "Papier, mit dem die Verwaltung ein Gremium unterrichtet oder befragt")
    .columns(
      Column("nr", .label, "Nummer, wie sie da steht").heading("Nr"),
      Column("betreff", .text, "worum es geht").required(),
      Column("aktenzeichen", .label, "Aktenzeichen"),
      Column("art", .text, "was für eine Vorlage").words("Beschlussvorlage", "Mitteilungsvorlage", "Antrag", "Anfrage"),
      Column("kommune", .thing("kommunen"), "wessen Vorlage es ist"),
      Column("projekt", .thing("projekte"), "das Projekt, um das es geht"),
      Column("konzept", .thing("konzepte"), "das Konzept, um das es geht"),
      Column("datum", .date, "von wann sie ist"),
      Column("einheit", .thing("einheiten"), "wer sie erstellt hat"),
      Column("beschlussvorschlag", .text, "was vorgeschlagen wird"),
      Column("sachdarstellung", .text, "warum"),
      Column("bestandteile", .text, "woraus sie besteht"),
      .joined("beratungsfolge", "gremien", by: "beratungen", "vorlage", "gremium", "Gremien, durch die sie geht"),
      .those("beratungen", by: "vorlage", shows: "rolle", "ihre Stationen"),
      .those("unterzeichnungen", by: "vorlage", shows: "funktion", "wer sie unterzeichnet, der Reihe nach"),
      .those("beschlüsse", by: "vorlage", shows: "text", "was über sie beschlossen wurde")
    )
    .shown("nr", "betreff", "art", "beschlussvorschlag").keys("nr", "betreff").title("betreff").timeless()

  static let beratung = Noun("beratungen", "beratung", table: "beratung", "Station einer Vorlage auf ihrem Weg durch die Gremien")
    .columns(
      Column("vorlage", .thing("vorlagen"), "die Vorlage").required().part(),
      Column("gremium", .thing("gremien"), "das Gremium").required(),
      Column("sitzung", .thing("sitzungen"), "die Sitzung"),
      Column("datum", .date, "wann"),
      Column("platz", .number, "an welcher Stelle der Folge"),
      Column("rolle", .text, "wozu").words("vorberatend", "entscheidend", "zur Kenntnis"),
      Column("öffentlich", .flag, "ob öffentlich beraten wird"),
      Column("status", .text, "ob beraten wurde").words("vorgesehen", "beraten", "entfallen"),
      Column("ergebnis", .text, "was herauskam"),
      Column("stimmen", .text, "Stimmen dafür, dagegen, enthalten"),
      Column("grund", .text, "warum sie entfiel oder anders lief als üblich")
    )
    .shown("vorlage", "platz", "gremium", "datum", "rolle", "ergebnis").timeless()

  static let unterzeichnung = Noun(
    "unterzeichnungen", "unterzeichnung", table: "unterzeichnung", "wer eine Vorlage in welcher Funktion zeichnet"
  )
  .columns(
    Column("vorlage", .thing("vorlagen"), "die Vorlage").required().part(),
    Column("platz", .number, "an welcher Stelle"),
    Column("funktion", .text, "die Funktion, wie sie da steht").required(),
    Column("akteur", .thing("akteure"), "wer zeichnet"),
    Column("zusatz", .text, "was dabei steht: In Vertretung")
  )
  .shown("vorlage", "platz", "zusatz", "funktion").keys("funktion").title("funktion").timeless()
}
