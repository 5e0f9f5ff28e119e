// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit

@testable import PlanStore

/// A line of an invented catalogue, as an import hands it over.
struct SampleLine {
  var number = ""
  var field = ""
  var text = ""
  var goal = ""
  var remark = ""
  /// The Handlungsfeld, or `Nr. 12,1`, that the remark refers to.
  var reference = ""
  var label = ""
  /// True if the row itself names no field.
  var inheritsField = false
  var clarification = ""
  var status = ""
  var marks = ""
  /// Roles as `federführung: FB 51`; a cell `(x)` is written behind: `federführung: FB 51 (x)`.
  var roles: [String] = []

  /// What 28,1 and 28,2 have in common.
  fileprivate var stem: String { String(number.prefix { $0 != "," }) }

  fileprivate var fingerprint: Int {
    let all = [number, field, text, goal, remark, reference, label, clarification, status, marks] + roles
    return all.joined(separator: "\u{1F}").utf8.reduce(5381) { $0 &* 33 &+ Int($1) }
  }
}

/// What came of writing some lines.
struct Outcome {
  var lines: [CatalogueWriter.Outcome] = []
  var joined = 0
  var unmatched: [CatalogueWriter.Unmatched] = []
  var missing: [String] = []
}

extension PlanStore {
  /// Writes lines into a catalogue as an import does, in one change.
  @discardableResult
  func take(_ lines: [SampleLine], into catalogue: String = "Katalog", on day: Int = 20240101) throws(Hinweis) -> Outcome {
    try write(on: day) { (writer) throws(Hinweis) in
      let source = try writer.insert("quelle", ["datei": .text("probe.csv")])
      let known = try ask("kataloge wo name = \"\(catalogue)\" | zeige id").first.flatMap { Int($0[0]) }
      let id = if let known { known } else { try writer.insert("katalog", ["name": .text(catalogue)]) }
      let catalogue = try CatalogueWriter(writer, catalogue: id, source: source)
      var outcome = Outcome()
      for (index, sample) in lines.enumerated() {
        if let came = try catalogue.take(try line(sample, index + 1)) { outcome.lines.append(came) }
      }
      outcome.lines += try catalogue.finish()
      let pairs = try catalogue.joinPairs(field: { (name) throws(Hinweis) in try thing("handlungsfeld", name) }, limit: 100)
      (outcome.joined, outcome.unmatched, outcome.missing) = (pairs.joined, pairs.unmatched, try catalogue.missing())
      try catalogue.end()
      if !outcome.lines.contains(.new) && !outcome.lines.contains(.changed) { writer.nothingChanged() }
      return outcome
    }
  }

  /// The id of the thing that a word names.
  func thing(_ noun: String, _ word: String) throws(Hinweis) -> Int? {
    guard let noun = try self.noun(noun) else { return nil }
    return try find(noun, word).first
  }

  private func line(_ sample: SampleLine, _ number: Int) throws(Hinweis) -> CatalogueLine {
    let line = CatalogueLine()
    line.line = number
    line.fingerprint = sample.fingerprint
    line.field = try sample.field.isEmpty ? nil : thing("handlungsfeld", sample.field)
    let texts: [(CatalogueLine.Field, String)] = [
      (.number, sample.number), (.stem, sample.stem),
      (.fieldLabel, sample.inheritsField ? "" : sample.label.isEmpty ? sample.field : sample.label),
      (.text, sample.text), (.goal, sample.goal),
      (.remark, sample.remark), (.reference, sample.reference), (.clarification, sample.clarification), (.status, sample.status),
      (.marks, sample.marks),
    ]
    for (field, text) in texts where !text.isEmpty { line.set(field, text) }
    for (column, role) in sample.roles.enumerated() {
      let isConditional = role.hasSuffix(" (x)")
      let parts = (isConditional ? String(role.dropLast(4)) : role).split(separator: ": ")
      guard let actor = try thing("akteur", String(parts[1])) else { throw Hinweis("kein Akteur \(parts[1])") }
      line.roles.append(
        .init(String(parts[0]), actor: actor, asRead: isConditional ? "(x)" : nil, column: column, isConditional: isConditional))
    }
    return line
  }

  /// The lines of the catalogue as they would be written back.
  func writtenBack(_ catalogue: String = "Katalog") throws -> [WrittenLine] {
    guard let id = try thing("katalog", catalogue) else { return [] }
    return try catalogueRows(id).all().map(WrittenLine.init)
  }
}

/// A line of a catalogue on its way back into the town's table.
struct WrittenLine {
  let cells: [String]

  init(_ cells: [String]) { self.cells = cells }

  subscript(column: CatalogueColumn) -> String { cells[column.rawValue] }

  /// Marks as `zielgruppe Kinder x`, sorted.
  var marks: [String] { parts(.marks).map { $0.joined(separator: " ") }.sorted() }

  /// The actors in a role, with what stands in the cell where it is no cross.
  func actors(_ role: String) -> [String] {
    let roles = parts(.roles).filter { $0[0] == role }
    return roles.map { $0[2].isEmpty ? $0[3] : "\($0[3]) \($0[2])" }.sorted()
  }

  private func parts(_ column: CatalogueColumn) -> [[String]] {
    self[column].split(separator: CatalogueColumn.end).map { part in
      part.split(separator: CatalogueColumn.part, omittingEmptySubsequences: false).map(String.init)
    }
  }
}
