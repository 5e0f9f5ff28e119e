// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// The words by which columns of catalogues are known, in one place.
enum ColumnWords {
  /// What a heading says: which kind of column stands under it.
  struct Word {
    var meaning: Meaning
    /// In percent.
    var certainty: Int
    /// The word of the table that fits.
    var word: String
  }

  /// What a column is about; values and groups then say which target it is.
  enum Meaning: Hashable {
    case target(Layout.Target)
    /// How far it is: words of the status, or a report in sentences.
    case state
    /// Whom it is for, where it happens: an attribute of this name.
    case attribute(String)
    case light
  }

  /// True if a text is a heading that many catalogues have.
  static func isKnown(_ text: String) -> Bool {
    text.utf8.count <= 120 && (found(words(text)).map { $0.certainty >= 60 } ?? false || year(in: text)?.rest.isEmpty == false)
  }

  /// What a heading means by its words; nil if nobody knows.
  static func meaning(of heading: String) -> Word? {
    let key = words(heading)
    if let found = found(key) { return found }
    // A letter may be misread or missing.
    guard key.count > 5, let near = Fold.nearest(key, among: longKeys).first, let entry = byKey[near]
    else {
      return nil
    }
    return Word(meaning: entry.meaning, certainty: 60, word: entry.word)
  }

  private static func found(_ key: String) -> Word? {
    guard !key.isEmpty else { return nil }
    if let exact = byKey[key] { return Word(meaning: exact.meaning, certainty: 95, word: exact.word) }
    let words = key.split(separator: " ")
    var best: (word: Word, length: Int)?
    func consider(_ part: String, isWhole: Bool, isFirst: Bool) {
      guard part.count > 2, let entry = byKey[part] else { return }
      let certainty = min(90, 40 + 50 * part.count / key.count + (isFirst ? 10 : 0) - (isWhole ? 0 : 10))
      // Of several words that a heading holds the longest says most.
      guard certainty > best?.word.certainty ?? 0 || certainty == best?.word.certainty && part.count > best?.length ?? 0 else { return }
      best = (Word(meaning: entry.meaning, certainty: certainty, word: entry.word), part.count)
    }
    for start in words.indices {
      for end in start..<min(start + 5, words.count) {
        consider(words[start...end].joined(separator: " "), isWhole: true, isFirst: start == 0)
      }
      // The last part of a compound says what it is: Projektzeitraum.
      guard words[start].count > 7 else { continue }
      for length in 5..<words[start].count { consider(String(words[start].suffix(length)), isWhole: false, isFirst: start == 0) }
    }
    return best?.word
  }

  /// The year or day at the end or the beginning of a heading, and the words without it: `Stand 2021`, `31.12.2020: Sachstand`.
  static func year(in heading: String) -> (date: String, rest: String)? {
    let words = heading.split { $0.isWhitespace || "()[]:".contains($0) }.map(String.init)
    guard words.count > 1 || words.first?.count == 4,
      let place = words.firstIndex(where: {
        $0.contains(where: \.isNumber) && $0.count >= 4 && Datum($0).map { (1980...2079).contains($0.year) } ?? false
      })
    else { return nil }
    let rest = (words[..<place] + words[(place + 1)...]).filter { !["am", "vom", "zum", "im", "per", "jahr"].contains(Fold.key($0)) }
    return (words[place], rest.joined(separator: " "))
  }

  /// A heading as its words are compared: folded, without signs.
  static func words(_ text: String) -> String {
    Fold.key(text.replacing("- ", with: "")).split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }

  private static let byKey: [String: (meaning: Meaning, word: String)] = Dictionary(
    table.flatMap { meaning, list in list.split(separator: ",").map { (words(String($0)), (meaning, String($0).trimmed)) } },
    uniquingKeysWith: { first, _ in first })

  private static let longKeys = byKey.keys.filter { $0.count > 5 }.sorted()

  private static let table: [(Meaning, String)] = [
    (.target(.identity), "kip-id"),
    (
      .target(.field("nr")),
      """
      Nr, Lfd. Nr., lfd Nr, lfd. Nummer, laufende Nummer, Nummer, Nr. der Maßnahme, Maßnahmennummer, Maßnahmen-Nr., Maßnahme Nr, Ordnungsnummer, \
      Kennziffer, Kenn-Nr., Ziffer, Pos., Position, ID, Kürzel, Gliederung, Projekt-Nr., #
      """
    ),
    (
      .target(.field("handlungsfeld")),
      """
      Handlungsfeld, Handlungsfelder, HF, Themenfeld, Themenfelder, Thema, Themenbereich, Themenschwerpunkt, Schwerpunkt, Handlungsschwerpunkt, \
      Aufgabenfeld, Integrationsfeld, Bereich, Rubrik, Kategorie, Cluster, Handlungsbereich, Baustein, Themengebiet, übergeordnetes Thema
      """
    ),
    (
      .target(.field("ziel")),
      """
      Ziel, Ziele, Zielsetzung, Zielstellung, Teilziel, Handlungsziel, Leitziel, Oberziel, Unterziel, strategisches Ziel, operatives Ziel, Zweck, \
      Was soll erreicht werden, Zielformulierung, Ziel der Maßnahme, Mittlerziel, Rahmenziel
      """
    ),
    (
      .target(.field("text")),
      """
      Maßnahme, Maßnahmen, Maßnahmentitel, Titel, Bezeichnung, Titel der Maßnahme, Name der Maßnahme, Projekt, Projektname, Projekttitel, Aktivität, \
      Aktivitäten, Vorhaben, Handlungsempfehlung, Empfehlung, Handlungsansatz, Umsetzungsschritt, Was, Aktion, Maßnahmenvorschlag, \
      Maßnahmenbezeichnung, Maßnahme was, Wie soll das Ziel umgesetzt werden, Kurztitel, Aufgabe
      """
    ),
    (
      .target(.field("beschreibung")),
      """
      Beschreibung, Kurzbeschreibung, Maßnahmenbeschreibung, Projektbeschreibung, Erläuterung, Erläuterungen, Inhalt, Inhalte, Beschreibung der Maßnahme, \
      Umsetzungsschritte, Details, Konkretisierung, Vorgehen, nächste Schritte
      """
    ),
    (
      .target(.role("federführung", actor: nil)),
      """
      Federführung, Hut, federführend, Zuständigkeit, zuständig, Zuständige, Zuständige Stelle, Verantwortung, verantwortlich, Verantwortliche, \
      Verantwortlichkeit, Verantwortlich für die Umsetzung, Wer, Leitung, Koordination, Ansprechpartner, Ansprechperson, Ansprechpartner/in, \
      Fachbereich, Amt, Organisationseinheit, Dienststelle, FB, Akteur, Akteure, Träger, Maßnahmenträger, Verantwortlicher, Kontakt, Dezernat, \
      zuständiges Amt, zuständiger Fachbereich, Hauptverantwortung
      """
    ),
    (
      .target(.role("umsetzung", actor: nil)),
      "Umsetzung durch, Durchführung, Durchführung durch, Umsetzende, Ausführung, umsetzende Stelle, Projektträger"
    ),
    (
      .target(.role("partner", actor: nil)),
      """
      Partner, Kooperationspartner, Kooperationspartner/innen, Kooperationspartnerinnen, Kooperation, Kooperationen, Beteiligte, Beteiligung, \
      weitere Beteiligte, weitere Akteure, beteiligte Akteure, beteiligte Stellen, Mitwirkende, Mitwirkung, Netzwerkpartner, Unterstützung durch, mit wem, \
      Beteiligte Ämter, in Kooperation mit, einzubinden, weitere Kooperationspartner
      """
    ),
    (.target(.role("ehrenamt", actor: nil)), "Ehrenamt, Ehrenamtliche, ehrenamtlich, Freiwillige"),
    (
      .state,
      "Stand, Sachstand, Umsetzungsstand, Stand der Umsetzung, Status, Umsetzungsstatus, Bearbeitungsstand, aktueller Stand, Projektstand, Realisierungsstand, Fortschritt, Erläuterung zum Stand, Erläuterung zum Umsetzungsstand"
    ),
    (.light, "Ampel, Ampelstatus, Ampelfarbe"),
    (.target(.report("hindernis", day: "")), "Hindernisse, Hindernis, Schwierigkeiten, Hemmnisse, Probleme"),
    (.target(.field("status_grund")), "Begründung Status, Grund, Begründung"),
    (
      .target(.field("beginn_geplant")),
      "Beginn, Start, Startdatum, Anfang, geplanter Beginn, Beginn geplant, Umsetzung ab, ab wann, Projektbeginn, Maßnahmenbeginn, von, Startzeitpunkt"
    ),
    (
      .target(.field("ende_geplant")),
      """
      Ende, Frist, Termin, fällig, Fälligkeit, bis, bis wann, Endtermin, geplantes Ende, Umsetzung bis, zu erledigen bis, Zieltermin, Projektende, \
      Laufzeit bis
      """
    ),
    (
      .target(.field("zeitraum")),
      "Zeithorizont, Zeitrahmen, Zeitraum, Zeitplan, Zeitplanung, Laufzeit, Umsetzungszeitraum, Wann, zeitlicher Rahmen, Zeitschiene, Zeit, von bis"
    ),
    (.target(.field("abschluss")), "abgeschlossen am, Abschluss, erledigt am, umgesetzt am"),
    (.target(.field("turnus")), "Turnus, Häufigkeit, Rhythmus, Periodizität"),
    (.target(.field("wiedervorlage")), "Wiedervorlage, WV, nächste Prüfung"),
    (
      .target(.field("kosten")),
      """
      Kosten, Gesamtkosten, Kosten geplant, geplante Kosten, Plankosten, geschätzte Kosten, Kostenschätzung, Finanzbedarf, Ressourcen, Finanzvolumen, Kostenrahmen, voraussichtliche Kosten, Kosten in Euro, \
      Budget, Aufwand, Mittelbedarf, finanzielle Auswirkungen
      """
    ),
    (
      .target(.funds("bewilligt", year: "")),
      "bewilligt, bewilligte Mittel, Haushaltsansatz, Ansatz, Haushaltsmittel, Mittel, Haushalt, Förderbetrag, Fördersumme"
    ),
    (.target(.funds("beantragt", year: "")), "beantragt, beantragte Mittel"),
    (
      .target(.funds("ausgegeben", year: "")),
      "ausgegeben, Ausgaben, verausgabt, Ist-Kosten, Kosten Ist, Mittelabfluss, tatsächliche Kosten"
    ),
    (.target(.funds("benötigt", year: "")), "benötigt, benötigte Mittel"),
    (.target(.funds("haushaltsstelle", year: "")), "Haushaltsstelle, Produktkonto, Produkt, Kostenstelle, Sachkonto, Produktsachkonto"),
    (.target(.funds("stellen_plan", year: "")), "Stellen, VZÄ, Personalbedarf, Stellenanteil, Stellenbedarf"),
    (
      .target(.funds("bemerkung", year: "")),
      "Finanzierung, Finanzierungsquelle, Fördermittel, Förderung, Mittelherkunft, Förderprogramm, finanziert durch, Finanzierung durch"
    ),
    (.target(.field("wirkung")), "Wirkung, erwartete Wirkung, Wirkungen, Nutzen, Ergebnis, Ergebnisse, erwartetes Ergebnis, Erfolg"),
    (.target(.field("priorität")), "Priorität, Prio, Dringlichkeit, Priorisierung, Rang"),
    (.target(.field("seite")), "Seite, Seite im Konzept, S."),
    (.target(.field("klärungsbedarf")), "Klärungsbedarf, offen, offene Fragen, offene Punkte, zu klären, offen Klärungsbedarf"),
    (
      .target(.field("bemerkung")),
      "Bemerkung, Bemerkungen, Anmerkung, Anmerkungen, Hinweis, Hinweise, Notiz, Notizen, Kommentar, Kommentare, Sonstiges, Ergänzung, Ergänzungen"
    ),
    (.target(.field("beschluss_text")), "Beschlusstext, Wortlaut des Beschlusses"),
    (
      .attribute("indikator"),
      "Indikator, Indikatoren, Kennzahl, Kennzahlen, Messgröße, Erfolgskriterium, Erfolgskriterien, Erfolgsindikator, Zielindikator, Kriterien"
    ),
    (.attribute("beschluss"), "Beschluss, Beschlüsse, Beschlusslage, Ratsbeschluss, Vorlage, Drucksache, Beschlussnummer"),
    (.attribute("zielgruppe"), "Zielgruppe, Zielgruppen, Adressaten, Adressatinnen, für wen, Personenkreis, Zielgruppe/n"),
    (.attribute("ort"), "Ort, Orte, Durchführungsort, Standort, Veranstaltungsort, wo, Einrichtung"),
    (
      .attribute("sozialraum"),
      "Sozialraum, Sozialräume, Stadtteil, Stadtteile, Quartier, Stadtbezirk, Bezirk, Ortsteil, Ortsteile, räumlicher Bezug, Gebiet"
    ),
    (.attribute("bedarf"), "Bedarf, Bedarfe, Ausgangslage, Ausgangssituation, Problemlage, Befund, Situation"),
    (.attribute("leitlinie"), "Leitlinie, Leitbild, Leitsatz, Leitlinien"),
    (.attribute("art"), "Art, Typ, Art der Maßnahme, Maßnahmenart, Maßnahmentyp"),
  ]
}
