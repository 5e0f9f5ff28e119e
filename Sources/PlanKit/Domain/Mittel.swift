// SPDX-License-Identifier: Apache-2.0

extension Noun {
  static let mittel = Noun(
    "mittel", "mittel", table: "mittel", "Geld oder Stellen eines Jahres: benötigt, beantragt, bewilligt, ausgegeben"
  )
  .columns(
    Column("zweck", .text, "wofür"),
    Column("maßnahme", .thing("maßnahmen"), "die Maßnahme, für die sie sind").part(),
    Column("projekt", .thing("projekte"), "das Projekt, für das sie sind").part(),
    Column("angebot", .thing("angebote"), "das Angebot, für das sie sind").part(),
    Column("akteur", .thing("akteure"), "wer sie als Zuschuss bekommt").part(),
    Column("jahr", .date, "Haushaltsjahr"),
    Column("turnus", .text, "ob sie einmal oder immer wieder fließen").words(turnusWords),
    Column("herkunft", .text, "woher sie kommen").words("eigen", "Förderung", "Zuschuss", "Spende"),
    Column("förderung", .thing("förderungen"), "die Förderung, aus der sie kommen"),
    Column("haushaltsstelle", .label, "Haushaltsstelle oder Produktkonto"),
    Column("benötigt", .amount, "was gebraucht wird"),
    Column("beantragt", .amount, "was beantragt ist"),
    Column("bewilligt", .amount, "was bewilligt ist"),
    Column("ausgegeben", .amount, "was ausgegeben ist"),
    Column("stellen_plan", .decimal, "Stellen in VZÄ, die vorgesehen sind").heading("Stellen geplant"),
    Column("stellen_ist", .decimal, "Stellen in VZÄ, die besetzt sind").heading("Stellen besetzt"),
    Column("bemerkung", .text, "Bemerkungen")
  )
  .shown("zweck", "jahr", "herkunft", "benötigt", "bewilligt", "ausgegeben").keys("zweck").title("zweck")
  .exactlyOne("maßnahme", "projekt", "angebot", "akteur")

  static let foerderung = Noun(
    "förderungen", "förderung", table: "foerderung", "Zuwendung eines Gebers mit Bescheid, Zeitraum und Nachweis"
  )
  .columns(
    Column("name", .text, "Förderprogramm oder Zuweisung").required(),
    Column("geber", .thing("akteure"), "wer sie gibt"),
    Column("rechtsgrundlage", .text, "Vorschrift oder Richtlinie, auf der sie beruht"),
    Column("aktenzeichen", .label, "Aktenzeichen des Gebers"),
    Column("beantragt_am", .date, "wann sie beantragt wurde").heading("Beantragt am"),
    Column("bescheid", .text, "Zusage oder Bescheid, wie er heißt"),
    Column("bescheid_vom", .date, "von wann die Zusage oder der Bescheid ist").heading("Bescheid vom"),
    Column("zeitraum_von", .date, "ab wann Ausgaben gefördert werden").heading("Zeitraum von"),
    Column("zeitraum_bis", .date, "bis wann Ausgaben gefördert werden").heading("Zeitraum bis"),
    Column("betrag", .amount, "wie viel"),
    Column("eigenanteil", .amount, "was die Kommune selbst trägt"),
    Column("verwendungsnachweis_bis", .date, "bis wann der Verwendungsnachweis fällig ist").heading("Verwendungsnachweis bis"),
    Column("verwendungsnachweis_am", .date, "wann er abgegeben wurde").heading("Verwendungsnachweis am"),
    Column("auflagen", .text, "was der Bescheid verlangt"),
    .those("mittel", by: "förderung", shows: "zweck", "was aus ihr bezahlt wird"),
    .joined("projekte", "projekte", by: "mittel", "förderung", "projekt", "Projekte, die aus ihr bezahlt werden"),
    .joined("maßnahmen", "maßnahmen", by: "mittel", "förderung", "maßnahme", "Maßnahmen, die aus ihr bezahlt werden")
  )
  .shown("name", "geber", "betrag", "zeitraum_von", "zeitraum_bis", "verwendungsnachweis_bis").keys("name", "aktenzeichen").timeless()
}
