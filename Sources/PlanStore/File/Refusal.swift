// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// What it means that the database refuses a write, in words of the user; what was written is never quoted.
enum Refusal {
  static let circle = "damit stünde etwas über sich selbst"

  /// - Parameter message: that of SQLite, or of one of the schema's triggers.
  static func explained(_ message: String) -> Hinweis {
    switch message {
    case "Kreis": return Hinweis(circle).help("ein Ding steht nicht unter oder hinter dem, was unter oder hinter ihm steht")
    case "kein Ding": return Hinweis("das Ding, auf das verwiesen wird, gibt es nicht")
    case "gesperrt": return Hinweis("das ist gesperrt und bleibt, wie es ist")
    case "FOREIGN KEY constraint failed": return Hinweis("darauf wird noch verwiesen, oder es verweist auf etwas, das es nicht gibt")
    default: break
    }
    let tooLarge = ["parser stack overflow", "Expression tree is too large", "too many", "at most", "string or blob too big"]
    if tooLarge.contains(where: message.hasPrefix) {
      return Hinweis("die Abfrage ist zu groß für die Datenbank").help("sie in mehrere Abfragen oder Schritte teilen")
    }
    if message.hasPrefix("UNIQUE constraint failed: index") { return Hinweis("so verbunden sind sie schon") }
    let parts = message.split(separator: ": ", maxSplits: 1).map(String.init)
    let columns = parts.dropFirst().flatMap { $0.split(separator: ",") }.compactMap { column($0) }.joined(separator: " und ")
    switch parts[0] {
    case "UNIQUE constraint failed":
      return Hinweis("das gibt es schon: \(columns) \(columns.contains(" und ") ? "sind" : "ist") schon vergeben")
    case "NOT NULL constraint failed": return Hinweis("\(columns) fehlt")
    case "CHECK constraint failed" where message.contains("gueltig_von"): return Hinweis("das Ende liegt vor dem Anfang")
    default: return Hinweis("der Plan weist das zurück: \(message)")
    }
  }

  /// The kernel's name of a column that SQLite names with its table.
  private static func column(_ name: Substring) -> String? {
    let names = name.split(whereSeparator: { $0 == "." || $0 == " " }).map(String.init)
    guard names.count == 2, let noun = Schema.tables.first(where: { $0.table == names[0] }) else { return nil }
    return noun.columns.first { Schema.name($0) == names[1] }?.name ?? names[1]
  }
}
