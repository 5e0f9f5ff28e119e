// SPDX-License-Identifier: Apache-2.0

extension Noun {
  static let dienstleistung = Noun(
    "dienstleistungen", "dienstleistung", table: "dienstleistung",
    "was die Verwaltung für Zugewanderte leistet, und welche Einheit dafür zuständig ist"
  )
  .columns(
    Column("name", .text, "was geleistet wird").required(),
    Column("aufgabenbereich", .text, "der Bereich, zu dem sie gehört"),
    Column("einheit", .thing("akteure"), "wer dafür zuständig ist"),
    Column("rechtsgrundlage", .text, "Vorschrift, auf der sie beruht"),
    Column("text", .text, "was dabei geschieht"),
    .those("stationen", by: "dienstleistung", shows: "name", "wo sie auf dem Weg eines Anliegens steht"),
    .those("schnittstellen", by: "dienstleistung", shows: "text", "wo es zwischen Einheiten hakt"),
    .joined("optionen", "organisationsoptionen", by: "bündelungen", "dienstleistung", "option", "Optionen, die sie bündeln")
  )
  .shown("name", "aufgabenbereich", "einheit").keys("name").timeless()

  static let anliegen = Noun("anliegen", "anliegen", table: "anliegen", "womit Einwohner zur Verwaltung kommen, und welchen Weg es nimmt")
    .columns(
      Column("name", .text, "worum es geht").required(),
      Column("zielgruppe", .text, "wer damit kommt"),
      Column("anzahl_im_jahr", .number, "wie oft es im Jahr vorkommt").heading("Anzahl im Jahr"),
      Column("jahr", .date, "das Jahr, für das gezählt wurde"),
      Column("text", .text, "wie es heute läuft"),
      .those("stationen", by: "anliegen", shows: "name", "die Stationen, der Reihe nach")
    )
    .shown("name", "zielgruppe", "anzahl_im_jahr").keys("name")

  static let station = Noun("stationen", "station", table: "station", "Halt auf dem Weg eines Anliegens durch die Verwaltung")
    .columns(
      Column("anliegen", .thing("anliegen"), "das Anliegen").required().part(),
      Column("name", .text, "was dort geschieht").required(),
      Column("platz", .number, "die wievielte Station es ist"),
      Column("dienstleistung", .thing("dienstleistungen"), "die Dienstleistung, um die es geht"),
      Column("einheit", .thing("akteure"), "bei wem"),
      Column("dauer", .decimal, "Tage, die sie dauert"),
      Column("wartezeit", .decimal, "Tage, die man auf sie wartet"),
      Column("doppelt", .flag, "ob dort nochmals geschieht, was schon geschah")
    )
    .shown("anliegen", "platz", "name", "einheit", "dauer", "wartezeit").keys("name")

  static let schnittstelle = Noun(
    "schnittstellen", "schnittstelle", table: "schnittstelle", "wo zwei Einheiten einander zuarbeiten oder im Weg sind"
  )
  .columns(
    Column("text", .text, "was geschieht").required(),
    Column("einheit", .thing("akteure"), "die eine Einheit").required(),
    Column("gegenüber", .thing("akteure"), "die andere Einheit").required(),
    Column("dienstleistung", .thing("dienstleistungen"), "die Dienstleistung, um die es geht"),
    Column("art", .text, "was daran auffällt").words("Reibungsverlust", "Doppelarbeit", "Abstimmungsbedarf"),
    Column("anzahl_im_jahr", .number, "wie oft es im Jahr vorkommt").heading("Anzahl im Jahr"),
    Column("abhilfe", .text, "was dagegen getan werden kann")
  )
  .shown("einheit", "gegenüber", "dienstleistung", "art", "text").keys("text").title("text")

  static let organisationsoption = Noun(
    "organisationsoptionen", "organisationsoption", table: "organisationsoption", "Möglichkeit, Zuständigkeiten zu ordnen oder zu bündeln"
  )
  .columns(
    Column("name", .text, "wie sie heißt").required(),
    Column("nr", .label, "Nummer").heading("Nr"),
    Column("projekt", .thing("projekte"), "das Projekt, in dem sie geprüft wird"),
    Column("aufbau", .text, "wer wem zugeordnet ist"),
    Column("ablauf", .text, "wie gearbeitet wird"),
    Column("vorteile", .text, "was dafür spricht"),
    Column("nachteile", .text, "was dagegen spricht"),
    Column("vorbild", .text, "wo es sie schon gibt"),
    Column("bewertung", .text, "was die Prüfung ergab").words("offen", "empfohlen", "möglich", "verworfen"),
    .joined("dienstleistungen", "dienstleistungen", by: "bündelungen", "option", "dienstleistung", "was sie bündelt"),
    .joined("einheiten", "akteure", by: "bündelungen", "option", "einheit", "wo sie es bündelt")
  )
  .shown("nr", "name", "aufbau", "vorteile", "bewertung").keys("name", "nr")

  static let buendelung = Noun("bündelungen", "bündelung", table: "buendelung", "Dienstleistung, die eine Option bei einer Einheit bündelt")
    .columns(
      Column("option", .thing("organisationsoptionen"), "die Option").required().part(),
      Column("dienstleistung", .thing("dienstleistungen"), "was gebündelt wird").required(),
      Column("einheit", .thing("akteure"), "bei wem; leer, wo es diese Einheit noch nicht gibt")
    )
    .shown("option", "dienstleistung", "einheit").relation().unique("option", "dienstleistung")
}
