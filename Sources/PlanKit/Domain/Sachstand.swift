// SPDX-License-Identifier: Apache-2.0

extension Noun {
  static let sachstand = Noun("sachstände", "sachstand", table: "sachstand", "Meldung, wie weit eine Maßnahme an einem Tag ist")
    .columns(
      Column("maßnahme", .thing("maßnahmen"), "die Maßnahme").required().part(),
      Column("datum", .day, "der Tag, von dem die Meldung spricht").required(),
      Column("text", .text, "was getan ist"),
      Column("status", .text, "Stand der Umsetzung")
        .words("keine Angabe", "geplant", "laufend", "dauerhaft", "umgesetzt", "zurückgestellt", "entfallen"),
      Column("ampel", .text, "ob es nach Plan geht").words("grün", "gelb", "rot"),
      Column("hindernis", .text, "welche Schwierigkeiten auftraten"),
      Column("nächster_schritt", .text, "was als Nächstes geschieht").heading("Nächster Schritt"),
      Column("anmerkung", .text, "was die meldende Stelle dazu anmerkt"),
      Column("gemeldet_von", .thing("akteure"), "wer ihn meldet").heading("Gemeldet von"),
      Column("bestätigt_von", .thing("akteure"), "wer ihn bestätigt hat").heading("Bestätigt von"),
      Column("bestätigt_am", .day, "wann er bestätigt wurde").heading("Bestätigt am")
    )
    .shown("maßnahme", "datum", "status", "ampel", "text").keys("text").title("text")
}
