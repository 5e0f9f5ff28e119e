// SPDX-License-Identifier: Apache-2.0
import PlanKit

private let manifest = """
  kip-plugin 1
  id: auszug
  version: 1.0.0
  licence: Apache-2.0
  summary: Auszug aus dem Maßnahmenkatalog für eine Einheit
  report auszug: Maßnahmen einer Einheit und aller Einheiten darunter, mit ihrer Rolle; getrennt davon, wo sie nur erwähnt ist
    für akteur required: die Einheit oder ein anderer Akteur, etwa "FB 51"
  """

@c(kip_Auszug)
public func register(_ registry: UnsafeMutableRawPointer) {
  Registry.at(registry).manifest(manifest).offer("auszug", Auszug())
}

struct Auszug: Report {
  func document(_ plan: any Plan, _ arguments: Arguments) throws(Hinweis) -> Document {
    let wanted = arguments["für"] ?? ""
    let unit = "\"\(wanted.filter { $0 != "\"" })\""
    let units = try plan.all("akteure wo id unter \(unit) | zeige kürzel, name")
    let roles = try plan.all("zuständigkeiten wo akteur unter \(unit) | zeige maßnahme.id, akteur, rolle, bedingt, nur_in")
    let measures = try measures(plan, unit, roles)
    let mentioned = try mentions(plan, units.map { $0["kürzel"] }, except: Set(roles.map { $0["maßnahme.id"] }))

    let name = units.first { $0["kürzel"] == wanted }?["name"] ?? units.first?["name"] ?? wanted
    var document = Document("Auszug aus dem Maßnahmenkatalog: \(wanted)")
    document.subtitle = name == wanted ? try plan.value("kommunen | zeige name") : name
    document.properties = try facts(plan, units)
    document.blocks = [
      .heading(1, "Zuständig (\(measures.count))"),
      measures.isEmpty
        ? .text("Keine Maßnahme nennt \(wanted) oder eine Einheit darunter in einer Rolle.")
        : .table(table("Zuständig", plan, "Rolle", measures)),
      .heading(1, "In Bemerkungen erwähnt (\(mentioned.count))"),
      mentioned.isEmpty
        ? .text("Keine weitere Maßnahme erwähnt \(wanted) oder eine Einheit darunter.")
        : .table(table("In Bemerkungen erwähnt", plan, "Erwähnt", mentioned)),
    ]
    return document
  }

  /// The measures in which the units have a role, each with what it is.
  private func measures(_ plan: any Plan, _ unit: String, _ roles: [Row]) throws(Hinweis) -> [[String]] {
    var byMeasure: [String: [String]] = [:]
    for role in roles {
      var text = "\(plan.term(role["rolle"])): \(role["akteur"])"
      if role["bedingt"] == "1" { text += " (bedingt)" }
      if !role["nur_in"].isEmpty { text += ", nur in Eintrag \(role["nur_in"])" }
      byMeasure[role["maßnahme.id"], default: []].append(text)
    }
    return try plan.all(
      "maßnahmen wo zuständige unter \(unit) | zeige id, nr, handlungsfeld, ziel, text, status, bemerkung | sortiere nach nr"
    ).map { row in
      cells(row, (byMeasure[row["id"]] ?? []).joined(separator: "; "))
    }
  }

  /// The measures whose remarks name one of the units, which has no role in them.
  private func mentions(_ plan: any Plan, _ codes: [String], except known: Set<String>) throws(Hinweis) -> [[String]] {
    let codes = codes.filter { !$0.isEmpty }
    guard !codes.isEmpty else { return [] }
    let condition = codes.map { "bemerkung enthält \"\($0)\"" }.joined(separator: " oder ")
    return try plan.all("maßnahmen wo \(condition) | zeige id, nr, handlungsfeld, ziel, text, status, bemerkung | sortiere nach nr")
      .compactMap { row in
        guard !known.contains(row["id"]) else { return nil }
        let found = codes.filter { code in row.list("bemerkung").contains { Mention.names($0, code) } }
        return found.isEmpty ? nil : cells(row, found.joined(separator: ", "))
      }
  }

  private func cells(_ row: Row, _ role: String) -> [String] {
    [
      row.list("nr").joined(separator: "; "), row.list("handlungsfeld").joined(separator: "; "), row.list("ziel").joined(separator: "; "),
      row["text"],
      row["status"], role, row.list("bemerkung").joined(separator: "; "),
    ]
  }

  private func table(_ name: String, _ plan: any Plan, _ role: String, _ rows: [[String]]) -> Table {
    let columns = [
      Table.Column("nr", "Nr", .label), Table.Column("handlungsfeld", plan.term("handlungsfeld")), Table.Column("ziel", plan.term("ziel")),
      Table.Column("text", plan.term("maßnahme")), Table.Column("status", plan.term("status")), Table.Column(Fold.key(role), role),
      Table.Column("bemerkung", "Bemerkungen"),
    ]
    return Table(name, columns: columns, rows: TextRows(rows))
  }

  private func facts(_ plan: any Plan, _ units: [Row]) throws(Hinweis) -> [Document.Property] {
    var facts: [Document.Property] = []
    for row in try plan.all("kataloge | zeige name, stand, bearbeitungsstand") {
      let state = row["bearbeitungsstand"].isEmpty ? "Bearbeitungsstand ohne Angabe" : row["bearbeitungsstand"]
      facts.append(.init("Katalog", "\(row["name"]) (Stand \(Datum(row["stand"])?.description ?? "ohne Angabe"), \(state))"))
    }
    if units.count > 1 {
      facts.append(.init("Umfasst", units.map { $0["kürzel"].isEmpty ? $0["name"] : $0["kürzel"] }.joined(separator: ", ")))
    }
    facts.append(.init("Verwendung", "intern; kann Namen von Personen enthalten"))
    return facts
  }
}

/// Finds the code of a unit in a text, as a word of its own: 51.3 is not in 151.3 or 51.31.
enum Mention {
  static func names(_ text: String, _ code: String) -> Bool {
    let text = Array(Fold.key(text).utf8)
    let code = Array(Fold.key(code).utf8)
    guard !code.isEmpty, text.count >= code.count else { return false }
    for start in 0...(text.count - code.count) where text[start..<start + code.count].elementsEqual(code) {
      let before = start == 0 ? 0x20 : text[start - 1]
      let after = text[(start + code.count)...].prefix(2)
      // A point behind the code ends a sentence unless a digit follows.
      let goesOn =
        after.first.map { isWord($0) || ($0 == 0x2E && after.count == 2 && (0x30...0x39).contains(after[after.startIndex + 1])) } ?? false
      if !isWord(before) && before != 0x2E && !goesOn { return true }
    }
    return false
  }

  private static func isWord(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || byte >= 0x80 }
}
