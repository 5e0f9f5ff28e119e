// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import PlanTables

extension Town {
  /// What the plan says of measures, entries, roles and holders, without where it comes from.
  func state() throws -> String {
    var text = ""
    for row in try rows(
      "maßnahmen | zeige nr, handlungsfeld, text, ziel, status, zielgruppe, unterbringung, wer, vermerk, klärungsbedarf | sortiere nach nr, text"
    ) {
      text += "Maßnahme \(row[0].isEmpty ? "ohne Nr" : row[0])\n"
      let names = ["Feld", "Text", "Ziel", "Status", "Zielgruppe", "Ort", "Wer", "Vermerk", "zu klären"]
      for (name, value) in zip(names, row.dropFirst()) where !value.isEmpty && value != "keine Angabe" {
        // The order of several values depends on which was there first.
        text += "  \(name): \(value.components(separatedBy: "; ").sorted().joined(separator: "; "))\n"
      }
    }
    text += try section(
      "Einträge", "einträge | zeige nr, maßnahme, handlungsfeld, bemerkung, seite, verweis | sortiere nach nr, bemerkung")
    text += try section(
      "Rollen",
      "zuständigkeiten | zeige maßnahme, rolle, akteur, angabe, spalte, bedingt, nur_in | sortiere nach maßnahme, spalte, akteur, nur_in")
    text += try section("Inhaber", "besetzungen | zeige funktion, person")
    text += try section("ungeprüft", "akteure wo geprüft = nein | zeige art, name | sortiere nach name")
    return text
  }

  /// What an import said, and what it kept of what it could not place.
  func account(of result: ImportResult) throws -> String {
    let account = result.account
    var text = "\(result.certainty)\n"
    text += "gelesen \(account.read) = Kopf \(account.header) + im Plan \(account.placed) + gelistet \(account.listed)\n"
    text += "neu \(result.new), geändert \(result.changed), unverändert \(result.unchanged), verbunden \(result.joined)\n"
    if !result.newFields.isEmpty { text += "neue Felder: \(result.newFields.joined(separator: ", "))\n" }
    text += try section("Hinweise", "hinweise | zeige grad, regel, zeile, spalte, anzahl, text, inhalt | sortiere nach zeile, spalte")
    for finding in result.findings where finding.rule == "partner-fehlt" {
      text += "\(finding.grade.rawValue) | \(finding.place?.description ?? "") | \(finding.text)\n"
    }
    return text
      + (try section("gelesene Angaben", "einträge wo mit nr_gelesen oder mit feldangabe | zeige nr, nr_gelesen, feldangabe, zeile"))
  }

  private func section(_ title: String, _ query: String) throws -> String {
    let rows = try rows(query)
    guard !rows.isEmpty else { return "" }
    return "\n\(title)\n" + rows.map { $0.joined(separator: " | ") + "\n" }.joined()
  }
}
