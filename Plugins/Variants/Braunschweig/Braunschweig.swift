// SPDX-License-Identifier: Apache-2.0
import PlanKit

private let manifest = """
  kip-plugin 1
  id: braunschweig
  version: 1.0.0
  licence: Apache-2.0
  summary: Stadt Braunschweig: Steuerung der Umsetzung zweier Integrationskonzepte
  variant braunschweig: Begriffe, Einheiten, Zielgruppen und der Maßnahmenkatalog mit 28 Spalten
  """

@c(kip_Braunschweig)
public func register(_ registry: UnsafeMutableRawPointer) {
  Registry.at(registry).manifest(manifest).offer("braunschweig", Variant(lines))
}

private let lines = """
  variante braunschweig 1.0.0 "Stadt Braunschweig"

  neu kommune "Stadt Braunschweig" ags 03101000 ars 031010000000
  neu konzept "Integration durch Konsens" kurz "IdK 2008" kommune "Stadt Braunschweig" zeitraum "2007 - 2008"
  neu konzept "Integrationskonzept Flüchtlinge" kurz "IKF 2016" kommune "Stadt Braunschweig" zeitraum 2016

  begriff federführung = Hut
  begriff unterbringung = Ort

  # Allgemein schließt die Gruppen darunter ein.
  merkmal zielgruppe von maßnahme "wem die Maßnahme gilt" = Allgemein (UMF; Kinder; Jugendliche; Erwachsene); Aufnahmegesellschaft; Institutionen; "Strukturen, Prozesse, Rahmenbedingungen"
  merkmal unterbringung von maßnahme "für welche Form der Unterbringung" = Sammelunterkunft; "Dezentrale Unterbringung"; "eigene Wohnung"
  merkmal wer von maßnahme "ob die Stadt handelt oder andere" = Stadt; andere
  merkmal vermerk von maßnahme "Vermerke der Tabelle zur Umsetzung; ein Status werden sie nur auf Anweisung" = nicht; geplant

  neu einheit "Ref. 0120" name "Referat 0120" bereich Verwaltung
  neu einheit "Ref. 0200" name "Referat 0200" bereich Verwaltung
  neu einheit "FB 10" name "Fachbereich 10" bereich Verwaltung
  neu einheit "FB 32" name "Fachbereich 32" bereich Verwaltung
  neu einheit "FB 40" zweitkürzel 0400 name "Fachbereich 40" bereich Verwaltung
  neu einheit "FB 41" name "Fachbereich 41" bereich Verwaltung
  neu einheit "FB 50" name "Fachbereich 50: Soziales und Gesundheit" bereich Verwaltung
  neu einheit "50.2" name "Migrationsfragen und Integration" oberhalb "FB 50" bereich Verwaltung
  neu einheit "50.21" name "Zentrale Koordinierungsstelle (ZK)" oberhalb "50.2" bereich Verwaltung
  neu einheit "FB 51" name "Fachbereich 51: Kinder, Jugend und Familie" bereich Verwaltung
  neu einheit "51.3" name "Stelle 51.3" oberhalb "FB 51" bereich Verwaltung
  neu einheit "FB 61" name "Fachbereich 61" bereich Verwaltung
  neu organisation "Volkshochschule" kürzel VHS bereich Bildung
  neu organisation "Jobcenter" bereich Behörde
  neu funktion "Koordination Ehrenamt" oberhalb "FB 50" bereich Verwaltung
  neu gruppe "weitere Stadt" bereich Verwaltung
  neu gruppe "weitere Kooperationspartner"
  neu gruppe "Ehrenamtliche" bereich Ehrenamt
  neu gruppe "Lernen, Märier, Paten und andere" bereich Ehrenamt

  neu handlungsfeld "Bildung"
  neu handlungsfeld "IKO"
  neu handlungsfeld "Steuerung-Koordination"
  schreibweise handlungsfeld "Bildung" = "Bildung-Vorschulisch"; "vorschulische Bildung"
  schreibweise handlungsfeld "IKO" = "Interkulturelle Öffnung"; "Interkulturelle Öffnung (IKO)"
  schreibweise handlungsfeld "Steuerung-Koordination" = Steuer; "Steuer-Koordination"

  layout maßnahmenkatalog "Maßnahmenkatalog zur Umsetzung der Integrationsplanung"
    kopfzeilen 3 maßgeblich 3 weil "die Gruppenüberschriften der ersten Zeile sind verrutscht, die dritte stimmt"
    nummern maßnahme.eintrag weil "28,1 und 28,2 sind zwei Einträge der Maßnahme 28"
    spalte "" oben "Nr" ist nr
    spalte "Übergeordnetes Thema / Handlungsfeld" oben "Handlungsfeld" ist handlungsfeld
    spalte "Was soll erreicht werden?" oben "Ziel" ist ziel
    spalte "Wie soll das Ziel umgesetzt werden" oben "Maßnahme - was" ist text
    gruppe "Zielgruppe"; "Flüchtlinge"
    spalte "UMF" ist merkmal zielgruppe = UMF
    spalte "Kinder" ist merkmal zielgruppe = Kinder
    spalte "Jugendliche" ist merkmal zielgruppe = Jugendliche
    spalte "Erwachsene" ist merkmal zielgruppe = Erwachsene
    spalte "Allgemein" ist merkmal zielgruppe = Allgemein
    gruppe "Zielgruppe"
    spalte "Aufnahmegesellschaft (AG) und Institutionen (I)" ist merkmal zielgruppe, AG = Aufnahmegesellschaft, I = Institutionen, x = Aufnahmegesellschaft; Institutionen
    spalte "Strukturen, Prozesse, Rahmenbedingungen" ist merkmal zielgruppe = "Strukturen, Prozesse, Rahmenbedingungen"
    gruppe "Ort"
    spalte "Sammelunterkunft" ist merkmal unterbringung = Sammelunterkunft
    spalte "Dezentrale Unterbringung" ist merkmal unterbringung = "Dezentrale Unterbringung"
    spalte "eigene Wohnung (nach Ablauf des Asylverfahrens)" ist merkmal unterbringung = "eigene Wohnung"
    gruppe "Wer"
    spalte "Stadt" ist merkmal wer = Stadt
    spalte "andere" ist merkmal wer = andere
    gruppe "Umsetzung (+ Partner)"
    spalte "nicht" ist merkmal vermerk = nicht weil "ob nicht und geplant zusammen nicht geplant heißen oder zwei Angaben sind, lässt die Tabelle offen; sie bleiben Vermerke"
    spalte "geplant" ist merkmal vermerk = geplant weil "wie bei nicht"
    gruppe "Umsetzung (+ Partner)"; "Hut"
    spalte "FB 50" ist rolle federführung von "FB 50"
    spalte "FB 51" ist rolle federführung von "FB 51"
    spalte "50.21 (ZK, Zentrale Koordinierungsstelle)" ist rolle federführung von "50.21" weil "der Hut reicht bis zur Spalte Koordinator Ehrenamt: alle vier nennen, wer führen kann"
    spalte "Koordinator Ehrenamt ({inhaber})" ist rolle federführung von "Koordination Ehrenamt" weil "wie bei 50.21; die Person im Kopf hat die Funktion inne"
    gruppe "Umsetzung (+ Partner)"
    spalte "weitere Stadt" ist rolle umsetzung von "weitere Stadt"
    spalte "weitere / Kooperationspartner" ist rolle partner von "weitere Kooperationspartner"
    spalte "Ehrenamtliche" ist rolle ehrenamt von "Ehrenamtliche"
    spalte "Lernen, Märier, Paten und andere" ist rolle ehrenamt von "Lernen, Märier, Paten und andere" weil "die Überschrift ist verlesen und bleibt, wie sie da steht"
    spalte "offen / Klärungsbedarf" ist klärungsbedarf
    gruppe
    spalte "" oben "Bemerkungen" ist bemerkung
  ende
  """
