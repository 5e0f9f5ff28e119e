// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore
internal import PlanTables

/// Says what a returned value cannot be.
struct CellChecking: Sendable {
  let store: PlanStore

  /// Why a value cannot stand in a column; nil if it can.
  func problem(_ column: FormColumn, _ text: String) -> String? {
    if CellForm.isError(text) { return "\"\(text)\" ist der Fehler einer Formel; gemeint war wohl ein Text, der mit = beginnt" }
    if CellForm.isRepetition(text) { return "\"\(text)\" wiederholt die Zelle darüber, und darüber steht nichts" }
    return switch column.target {
    case .measure(let name): problem("maßnahme", name, CellChecking.operand(text, column))
    case .report(let name): problem("sachstand", name, CellChecking.operand(text, column))
    case .mark: CellForm.key(text, .mark) == "x" ? nil : "\"\(text)\" ist kein Kreuz; erwartet ist x oder nichts"
    default: nil
    }
  }

  private func problem(_ nounWord: String, _ name: String, _ operand: Operand) -> String? {
    do throws(Hinweis) {
      guard let noun = try store.noun(nounWord), let column = noun.column(name) else { return "die Spalte \(name) gibt es nicht" }
      _ = try store.stored(operand, for: column)
      return nil
    } catch {
      return error.text + (error.help.map { " (\($0))" } ?? "")
    }
  }

  /// The value as an edit would have it: a date without its time of day.
  static func operand(_ text: String, _ column: FormColumn) -> Operand {
    switch column.kind {
    case .date, .flag: Operand(CellForm.key(text, column.kind))
    default: Operand(text)
    }
  }

  /// Refuses what only the coordination can say: marks and goals of measures that stand in the catalogue several times.
  func settle(_ cell: inout DecidedCell, _ store: PlanStore) throws(Hinweis) {
    guard let text = cell.text else { return }
    if case .text(let own) = cell.decision, let problem = problem(cell.cell.column, own) {
      cell.cell.outcome = .invalid(own, problem)
      cell.decision = .later
      return
    }
    switch cell.cell.column.target {
    case .mark where cell.cell.line.own.contains("m"):
      cell.cell.outcome = .invalid(text, "die Maßnahme steht mehrfach im Katalog; Kreuze ändert die Koordination")
      cell.decision = .ours
    case .line("ziel") where cell.cell.target.noun == "maßnahme":
      let goals = try PlanView(store: store).value("maßnahmen wo id = \(cell.cell.target.id) | zeige ziel.anzahl").flatMap { Int($0) } ?? 0
      guard goals > 1 || cell.cell.line.own.contains("m") else { return }
      cell.cell.outcome = .invalid(text, "die Maßnahme hat mehrere Ziele oder Einträge; ihr Ziel ändert die Koordination")
      cell.decision = .ours
    default: break
    }
  }
}
