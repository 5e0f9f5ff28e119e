// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

/// The content of documents that municipalities plan by, put into plans by scripts: every fact has its place, and can be asked for.
@Suite struct DocumentTests {
  /// A question on a plan, and its answer: its rows with | between the cells, quotation marks left out.
  struct Fact: Sendable {
    var question: String
    var answer: [String]
    init(_ question: String, _ answer: String...) { (self.question, self.answer) = (question, answer) }
  }

  private func expectFacts(of document: String, options: [String] = [], _ facts: [Fact]) throws {
    let home = try Home()
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/beispiel/dokumente/\(document).kips")
    let made = try KipProcess(home, ["--neu", "plan.kip"] + options + [script.standardizedFileURL.path])
    try #require(made.status == 0, "\(made.messages)")
    #expect(!made.messages.contains("Warnung"))
    for fact in facts {
      let kip = try KipProcess(home, ["plan.kip", "--format", "tsv", "-c", fact.question])
      let lines = kip.output.replacing("\t", with: " | ").replacing("\"", with: "").split(whereSeparator: \.isNewline).dropFirst().map(
        String.init)
      #expect(lines == fact.answer, "\(fact.question) \(kip.messages)")
    }
  }

  @Test("Burgdorf: who lets a concept be made, who makes it, and of what it consists")
  func burgdorf() throws {
    try expectFacts(
      of: "burgdorf",
      [
        Fact("kommunen | zeige name, ags, art, land", "Burgdorf | 03241003 | Stadt | Niedersachsen"),
        Fact(
          "konzepte | zeige kommune, federführung, zielgruppe",
          "Burgdorf | Stadtverwaltung | wer der Stadt zugewiesen ist, und nachgezogene Angehörige; später auch weitere Gruppen"),
        Fact("anlässe wo konzept = IK und trifft_zu = ja | anzahl", "3"),
        Fact("mittel | zeige akteur, herkunft, turnus, bewilligt", "ehrenamtliche Organisationen | Zuschuss | jährlich | hohe Beträge"),
        Fact("leitlinien wo text enthält doppelt | zeige text, art", "Nichts wird doppelt aufgebaut; Rollen ergänzen sich | Grundsatz"),
        // The Lenkungsgruppe: who sits in it, and what it does
        Fact(
          "mitgliedschaften wo gremium = Lenkungsgruppe | zeige art, akteur", "Rat | Ratsmitglieder", "Verwaltung | Stadtverwaltung",
          "Ehrenamt | ehrenamtliche Organisationen"),
        Fact("besetzungsregeln wo gremium = Lenkungsgruppe | zeige art, mindestens", "Rat | 1", "Verwaltung | 1", "Ehrenamt | 1"),
        Fact(
          "gremien wo aufgabe enthält Projektauftrag und aufgabe enthält Ressourcen und aufgabe enthält Auftraggeber | zeige name",
          "Lenkungsgruppe"),
        Fact("abnahmen | zeige projekt, gremium, ergebnis", "Erarbeitung | Lenkungsgruppe | offen"),
        // The project
        Fact("projekte | zeige lenkungsgruppe, leitung, weisungsbefugnis", "Lenkungsgruppe | Projektleitung | 1"),
        Fact("projekte | zeige mitarbeit", "Stadtverwaltung; ehrenamtliche Organisationen; KITas; Behörden; Schulen"),
        Fact("funktionen wo aufgabe enthält Arbeitspakete | zeige name, bereich", "Projektleitung | Verwaltung"),
        Fact(
          "arbeitspakete wo verantwortlich = Projektleitung | zeige nr, projekt, status", "1 | Erarbeitung | offen",
          "2 | Erarbeitung | offen",
          "3 | Erarbeitung | offen"),
        Fact("ergebnistypen | sortiere platz | zeige name", "Handlungsfeld", "Ziele", "Befund", "Maßnahmen", "Maßnahmenträger"),
      ])
  }

  @Test("Braunschweig: two concepts, a Steuerungsgruppe, a catalogue, and talks on targets")
  func braunschweig() throws {
    let goal = "Die Fachkräfte dreier Kitas sind geschult"
    try expectFacts(
      of: "braunschweig", options: ["--variante", "braunschweig", "--stand", "24.04.2017"],
      [
        Fact("konzepte | zeige kurz, zeitraum, hut", "IdK 2008 | 2007 - 2008 | FB 50", "IKF 2016 | 2016 | FB 50"),
        Fact("konzepte wo beauftragung enthält Verwaltung | anzahl", "2"),
        // The Steuerungsgruppe
        Fact("gremien wo mindestturnus >= 2 | zeige kürzel, art, gründung", "StG | Steuerungsgruppe | 2017-04-24"),
        Fact(
          "gremien | zeige mitglieder",
          "Ref. 0120; Ref. 0200; FB 10; FB 32; FB 40; FB 41; FB 50; FB 51; FB 61; VHS; Jobcenter; andere bei Bedarf"),
        Fact("mitgliedschaften wo bei_bedarf = ja | zeige akteur", "andere bei Bedarf"),
        Fact("sitzungen wo konstituierend = ja | zeige gremium, datum, status", "StG | 2017-04-24 | durchgeführt"),
        Fact("gremien wo aufgabe enthält \"prüft die Umsetzung\" und aufgabe enthält Ressourcen und aufgabe enthält fort | anzahl", "1"),
        // The catalogue: six lines, four measures
        Fact(
          "kataloge | zeige konzepte, stand, bearbeitungsstand, fassung", "IdK 2008; IKF 2016 | 2017-04-24 | vorläufig | vorläufig 2017"),
        Fact(
          "maßnahmen | zeige nr, handlungsfeld | sortiere nr", "7,0 | Bildung", "28,1; 28,2 | Steuerung-Koordination; Bildung",
          "29,1; 29,2 | IKO; Bildung", "30,2 | IKO"),
        Fact("einträge wo seite = 15 | zeige nr, verweis", "28,2 | Steuer-Koordination", "29,2 | IKO", "30,2 | Bildung-Vorschulisch"),
        Fact(
          "maßnahmen wo nr = 30,2 | zeige hut, zielgruppe, wer",
          "51.3 | Institutionen; Strukturen, Prozesse, Rahmenbedingungen | Stadt; andere"),
        Fact(
          "zuständigkeiten wo nur_in = 29,2 | zeige maßnahme, akteur, rolle",
          "29,1 | Lernen, Märier, Paten und andere | ehrenamt"),
        // The talk with 51.3
        Fact(
          "zielgespräche | zeige einheit, jahr, teilnehmer, katalog, rückkopplung",
          "51.3 | 2017 | 50.21; 51.3 | Maßnahmenkatalog | StG Herbst 2017"),
        Fact(
          "jahresziele | zeige einheit, methode, kriterium, indikatoren, maßnahmen",
          "51.3 | Schulung im Haus | drei Kitas, je zwei Drittel des Personals | geschulte Kitas | 30,2"),
        Fact(
          "zielschritte wo jahresziel = \"\(goal)\" | sortiere platz | zeige text, frist", "Anbieter suchen | 2017-Q3",
          "Schulung durchführen | 2017-Q4"),
        Fact("schritte wo turnus = jährlich | zeige name", "Zielgespräch mit jeder zuständigen Einheit"),
        Fact("rückmeldungen | zeige formular, akteur", "Auszug des Maßnahmenkatalogs | FB 51"),
        Fact("tagesordnungspunkte wo zielgespräch.einheit = \"51.3\" | zeige sitzung", "StG Herbst 2017"),
      ])
  }

  @Test("Bergkamen: a paper, its way past the Integrationsrat, its money and its project")
  func bergkamen() throws {
    try expectFacts(
      of: "bergkamen",
      [
        Fact("vorlagen | zeige nr, aktenzeichen, art, beschlussvorschlag", "11/1481 | 51si- | Beschlussvorlage | Kenntnisnahme"),
        Fact("vorlagen | zeige bestandteile", "1. Deckblatt; 2. Beschlussvorschlag und Sachdarstellung"),
        Fact(
          "unterzeichnungen wo vorlage = 11/1481 | sortiere platz | zeige funktion, zusatz", "Der Bürgermeister | In Vertretung",
          "Beigeordnete | ", "Amtsleiter | ", "Sachbearbeiterin | "),
        Fact(
          "beratungen wo vorlage = 11/1481 | sortiere platz | zeige gremium, rolle, status, datum",
          "Integrationsrat | vorberatend | entfallen | ",
          "Rat | entscheidend | beraten | 2019-02-21"),
        Fact("beratungen wo status = entfallen | zeige grund", "die Zusage kam erst im Dezember 2018"),
        Fact(
          "beschlüsse | zeige sitzung, vorlage, ergebnis, aufträge",
          "Rat 21.02.2019 | 11/1481 | angenommen | Die Mitglieder des Integrationsrates und alle Beteiligten bald einladen"),
        // The money and the project
        Fact(
          "förderungen | zeige geber, rechtsgrundlage, bescheid_vom, zeitraum_von, zeitraum_bis, projekte",
          "Bezirksregierung Arnsberg | § 14a Teilhabe- und Integrationsgesetz NRW | 2018-12 | 2019-01 | 2019-10 | KIM"),
        Fact("projekte wo beginn > 2018 und ende_geplant = 10/2019 | zeige kurz, auftragnehmer, auftragnehmer.ort", "KIM | ISI | Solingen"),
        // The project began before the council decided.
        Fact("projekte wo beginn < 21.02.2019 | zeige kurz", "KIM"),
        Fact("projekte | zeige schwerpunkte", "strukturelle, soziale und an Stärken ansetzende Integration"),
        Fact("ziele wo ebene = Leitziel | zeige text", "Menschen sondern sich nicht weiter voneinander ab"),
        Fact("ziele wo id unter \"Menschen sondern sich nicht weiter voneinander ab\" | anzahl", "4"),
        Fact("arbeitspakete wo verantwortlich = ISI | anzahl", "6"),
        // Interviews have a code and no name.
        Fact(
          "interviews | zeige code, gruppe, sozialraum", "A-01 | Altzugewanderte | Sozialraum Nord",
          "N-01 | Neuzugewanderte | Sozialraum Süd"),
        Fact(
          "befunde | zeige interview, ziele, bedarfe",
          "N-01 | Einheimische und Zugewanderte kommen im Alltag miteinander aus | Orte der Begegnung"),
        Fact(
          "teilnahmen wo art = eingeladen | zeige sitzung, akteur", "Treffen der Beteiligten | Mitglieder des Integrationsrates",
          "Treffen der Beteiligten | alle vorgesehenen Beteiligten"),
      ])
  }

  @Test("VOPI: services, where units get in each other's way, and what could be brought together")
  func vopi() throws {
    try expectFacts(
      of: "vopi",
      [
        Fact("anlässe wo projekt = VOPI | anzahl", "5"), Fact("anlässe wo trifft_zu leer | anzahl", "5"),
        Fact(
          "angebote wo träger = Beratung | zeige name", "Wissen weitergeben", "Die passende Organisation finden", "Veränderung planen",
          "Weitere Wünsche"),
        Fact(
          "dienstleistungen | zeige name, einheit", "Integrationsberatung | ", "Betreuung und Versorgung | Sozialamt",
          "Ausländer- und Staatsangehörigkeitsrecht | Ausländerbehörde", "Leistungen für Geflüchtete gewähren | Sozialamt"),
        Fact("dienstleistungen wo rechtsgrundlage = AsylbLG | zeige optionen", "Integrierte Verwaltungseinheit"),
        Fact(
          "schnittstellen | zeige einheit, gegenüber, art", "Arbeitsverwaltung | Ausländerbehörde | Abstimmungsbedarf",
          "Jugendamt | Sozialamt | Doppelarbeit", "Sozialamt | Ausländerbehörde | Reibungsverlust"),
        Fact("organisationsoptionen | zeige nr, dienstleistungen.anzahl, einheiten", "1 | 0 | ", "2 | 4 | Amt für Migration"),
        Fact("stationen wo anliegen.anzahl_im_jahr > 200 | summe wartezeit", "33.5"),
        Fact("stationen wo doppelt = ja | zeige einheit", "Jugendamt"),
        Fact("funktionen | zeige name", "Integrationsbeauftragte"), Fact("befunde wo quelle = VOPI | anzahl", "2"),
      ])
  }

  @Test("Börde: what a concept is, why it is needed, and the steps to it")
  func boerde() throws {
    try expectFacts(
      of: "boerde",
      [
        Fact("kommunen | zeige name, ags, art", "Landkreis Börde | 15083 | Landkreis"),
        Fact(
          "ergebnistypen | sortiere platz | zeige name", "Leitlinien", "Handlungsfelder aller Akteure", "Gemeinsame Ziele",
          "Konkrete Maßnahmen", "Indikatoren"),
        Fact("anlässe | anzahl", "4"),
        Fact(
          "schritte wo platz <= 4 | sortiere platz | zeige name, grundlage", "Leitlinien | ", "Bestandsaufnahme | ",
          "Handlungsfelder | Bestandsaufnahme", "Ziele, Maßnahmen, Indikatoren | Handlungsfelder"),
        Fact("schritte wo turnus = jährlich | zeige name", "Fortschreibung"),
        Fact("zuständigkeiten wo konzept = IK und rolle = leitung | zeige akteur", "Integrationskoordination"),
        Fact("zuständigkeiten wo rolle = \"politische verantwortung\" | zeige akteur", "Verwaltungsführung", "Spitze der Politik"),
        Fact(
          "zuständigkeiten wo konzept = IK und rolle = umsetzung | zeige akteur", "Kreisverwaltung", "Wirtschaft", "Vereine", "Verbände",
          "Einrichtungen und Institutionen"),
        Fact(
          "handlungsfelder | sortiere platz | zeige name", "Bildung", "Erwerbsleben", "Sprachförderung", "Sport", "Gesundheit",
          "Engagement"),
        Fact("befunde | zeige thema", "Bevölkerung", "Beratung", "Netzwerk", "soziale Lage"),
        Fact("befunde wo nicht handlungsfeld leer | zeige handlungsfeld, quelle", "Bildung; Sprachförderung | Bevölkerungsstatistik"),
        Fact("leitlinienziele | zeige leitlinie, urteil", "Wir arbeiten im Netzwerk | entspricht"),
        Fact(
          "ziele | zeige handlungsfeld, maßnahmen, indikatoren, befunde, frist",
          "Sprachförderung | Kurse der Träger aufeinander abstimmen | Wartezeit auf einen Kurs | Bevölkerung: noch zu erheben | 2026"),
        Fact("maßnahmen | zeige handlungsfeld, turnus", "Sprachförderung | jährlich"),
        Fact("werte | sortiere datum | zeige art, datum, wert", "Ist | 2024 | 11.5", "Soll | 2026 | 8"),
        Fact("indikatoren | zeige richtung, turnus, ausgangswert, ausgangsjahr", "fallend | jährlich | 14 | 2023"),
      ])
  }
}
