// SPDX-License-Identifier: Apache-2.0

extension Noun {
  static let quelle = Noun("quellen", "quelle", table: "quelle", "Datei oder Schrift, aus der Angaben stammen")
    .columns(
      Column("datei", .text, "Name der Datei; bei einer Schrift ihr Titel").required(),
      Column("blatt", .text, "Blatt oder Bereich, in dem die Tabelle stand"),
      Column("format", .text, "Format, in dem sie gelesen wurde"),
      Column("layout", .text, "Layout, mit dem sie gelesen wurde"),
      Column("prüfsumme", .text, "SHA-256 der Datei"),
      Column("zellen", .number, "nicht leere Zellen, die gelesen wurden"),
      Column("kopfzellen", .number, "davon Kopf der Tabelle"),
      Column("platziert", .number, "davon im Plan"),
      Column("gelistet", .number, "davon nicht im Plan und einzeln gelistet"),
      Column("titel", .text, "Titel, unter dem sie bekannt ist"),
      Column("autor", .text, "wer sie verfasst oder erhoben hat"),
      Column("jahr", .date, "aus welchem Jahr sie ist"),
      .those("befunde", by: "quelle", shows: "text", "Befunde, die aus ihr stammen")
    )
    .shown("datei", "zellen", "kopfzellen", "platziert", "gelistet").keys("datei", "titel", "prüfsumme").title("datei").timeless()

  static let aenderung = Noun("änderungen", "änderung", table: "aenderung", "was wann von wem am Plan geändert wurde")
    .columns(
      Column("zeit", .time, "wann").required(),
      Column("stand", .day, "Tag, von dem sie spricht").required(),
      Column("wer", .text, "wer sie gemacht hat").required(),
      Column("befehl", .text, "Befehl, der sie machte").required(),
      Column("weil", .text, "Grund"),
      Column("quelle", .thing("quellen"), "Datei, auf der sie beruht"),
      Column("laut", .anything, "worauf sie beruht: Sitzung, Beschluss, Vorlage, Dokument"),
      Column("nimmt_zurück", .thing("änderungen"), "die Änderung, die sie zurücknimmt").heading("Nimmt zurück")
    )
    .shown("id", "zeit", "stand", "wer", "befehl", "weil").keys("id").withoutHistory()

  static let hinweis = Noun("hinweise", "hinweis", table: "hinweis", "was beim Einlesen auffiel oder keinen Platz fand")
    .columns(
      Column("grad", .text, "wie schwer es wiegt").required().words("hinweis", "warnung", "fehler"),
      Column("regel", .text, "Regel, die es fand").required(),
      Column("text", .text, "was gefunden wurde und was erwartet war").required(),
      Column("hilfe", .text, "was zu tun ist"),
      Column("quelle", .thing("quellen"), "Datei"),
      Column("zeile", .number, "Zeile in der Datei"),
      Column("spalte", .number, "Spalte der Tabelle"),
      Column("inhalt", .text, "Inhalt der Zelle, die keinen Platz fand"),
      Column("anzahl", .number, "wie oft es so vorkam"),
      Column("änderung", .thing("änderungen"), "Änderung, bei der es auffiel").required(),
      Column("überholt", .thing("änderungen"), "Änderung, die die Datei neu las, so dass es nicht mehr gilt")
    )
    .shown("grad", "regel", "text", "quelle", "zeile", "spalte").withoutHistory().settingAside(by: "überholt")
}
