// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

/// What reading many council papers says of them.
struct CouncilListAnswer {
  let deleted: [String]
  let isPreview: Bool
  var newBodies: [String] = []
  var findings: [Hinweis] = []
  private var new = 0
  private var unchanged = 0
  private var changes: [[String]] = []
  private var changed = 0
  private var stations = 0

  init(deleted: [String], isPreview: Bool) {
    self.deleted = deleted
    self.isPreview = isPreview
  }

  var isUnchanged: Bool { new + changed == 0 }

  /// How many changed fields are shown.
  private static let shown = 30

  mutating func add(_ paper: Paper, _ outcome: PaperWriter.Outcome) {
    stations += paper.stations.count
    if outcome.isNew {
      new += 1
    } else if outcome.isUnchanged {
      unchanged += 1
    } else {
      changed += 1
      let rows = CouncilAnswer.rows(of: outcome.changes).map { [paper.number] + $0 }
      changes += rows.prefix(max(0, CouncilListAnswer.shown - changes.count))
    }
  }

  func document(_ file: String) -> Document {
    var answer = Document(isPreview ? "Vorschau: \(file)" : "Importiert: \(file)")
    let rows: [(String, Int)] = [
      ("Vorlagen neu", new), ("Vorlagen geändert", changed), ("Vorlagen unverändert", unchanged),
      ("gelöschte, nicht angelegt", deleted.count),
      ("Beratungen", stations), ("Gremien neu", newBodies.count),
    ]
    answer.blocks.append(
      .table(
        Table(
          "", columns: [Table.Column("was", "Was"), Table.Column("anzahl", "Anzahl", .number)],
          rows: TextRows(rows.map { [$0.0, String($0.1)] }))))
    if isUnchanged { answer.blocks.append(.text("Der Plan sagt das schon: nichts geändert.")) }
    if !newBodies.isEmpty { answer.blocks.append(.text("Neue Gremien: \(listed(newBodies))")) }
    if !deleted.isEmpty { answer.blocks.append(.text("Im Ratsinformationssystem gelöscht: \(listed(deleted))")) }
    if !changes.isEmpty { answer.blocks.append(.table(Table("Geändert", headings: ["Vorlage", "Feld", "Vorher", "Jetzt"], changes))) }
    if !findings.isEmpty { answer.blocks += [.heading(1, "Auffälliges"), .table(CouncilAnswer.table(of: findings))] }
    return answer
  }

  private func listed(_ names: [String]) -> String {
    names.prefix(20).joined(separator: ", ") + (names.count > 20 ? " und \(names.count - 20) weitere" : "")
  }
}
