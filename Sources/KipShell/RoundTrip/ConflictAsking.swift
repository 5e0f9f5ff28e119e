// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanTables

/// Decides conflicts as the call says, or asks.
struct ConflictAsking {
  let session: Session
  let mode: ReturnOptions.Mode
  /// What was said for all that follow.
  private var forAll: DecidedCell.Decision?

  init(session: Session, mode: ReturnOptions.Mode) { (self.session, self.mode) = (session, mode) }

  mutating func decision(on cell: DecidedCell, in sent: SentForm) throws(Hinweis) -> DecidedCell.Decision {
    switch mode {
    case .ours: return .ours
    // Of two answers in one form neither is theirs, and what may not stand here cannot be taken.
    case .theirs: return cell.hasNoTheirs ? .later : .theirs
    case .list: return .later
    case .ask: break
    }
    if let forAll, !(cell.hasNoTheirs && forAll == .theirs) { return forAll }
    session.tell(
      """
      \(ConflictAsking.place(cell, sent)): \(ConflictAsking.matter(cell))
        damals    \(ConflictAsking.shown(cell.cell.base, cell))
        hier      \(ConflictAsking.shown(cell.cell.ours ?? "", cell))\(cell.blamed.isEmpty ? "" : "   \(cell.blamed)")
        im Bogen  \(ConflictAsking.shown(cell.returned, cell))
      """)
    while true {
      let answer =
        try session.answer(
          to: Asking("[u]nsere\(cell.hasNoTheirs ? "" : ", [i]hre"), [z]urückstellen, alle u|i|z, oder = WERT: ")) ?? "z"
      if let text = ConflictAsking.value(answer) { return .text(text) }
      let words = Fold.key(answer).split(separator: " ").map(String.init)
      guard let decision = ConflictAsking.decision(words.last ?? "z"), !(cell.hasNoTheirs && decision == .theirs) else {
        session.tell("erwartet ist u, i oder z; einen anderen Wert mit = davor")
        continue
      }
      if words.count == 2, words[0] == "alle" { forAll = decision }
      return decision
    }
  }

  /// Whether a cell that the form emptied is to be empty here too.
  func clearing(_ cell: DecidedCell, in sent: SentForm) throws(Hinweis) -> DecidedCell.Decision {
    session.tell(
      "\(ConflictAsking.place(cell, sent)): im Bogen geleert; hier steht \(ConflictAsking.shown(cell.cell.ours ?? "", cell)) \(cell.blamed)"
    )
    return try session.agrees(to: "hier auch leeren?") ? .theirs : .ours
  }

  private static func matter(_ cell: DecidedCell) -> String {
    switch cell.cell.outcome {
    case .contradiction: "im Bogen steht Verschiedenes"
    case .invalid(_, let problem): problem
    default: "hier und im Bogen geändert"
    }
  }

  private static func decision(_ word: String) -> DecidedCell.Decision? {
    switch word {
    case "u", "unsere", "unser": .ours
    case "i", "ihre", "ihr": .theirs
    case "z", "zurueckstellen", "": .later
    default: nil
    }
  }

  private static func value(_ answer: String) -> String? {
    let text = CellForm.written(answer)
    guard text.hasPrefix("=") else { return nil }
    let value = CellForm.written(String(text.dropFirst()))
    return value.isEmpty ? nil : value
  }

  static func place(_ cell: DecidedCell, _ sent: SentForm) -> String {
    "\(sent.actorName), \(cell.cell.line.number.isEmpty ? "Zeile \(cell.cell.row)" : cell.cell.line.number), \(cell.cell.column.table.heading)"
  }

  /// A value as people read it.
  static func shown(_ text: String, _ cell: DecidedCell) -> String {
    let text = CellText.shown(text, as: cell.cell.column.table.kind)
    return text.isEmpty ? "(nichts)" : text
  }
}
