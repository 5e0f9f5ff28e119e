// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

/// What a line says only together with those around it, or by several of its cells: its field, its goal, its roles.
extension LineReader {
  func takeLabel(_ label: String, _ column: Int, _ number: Int) throws(Hinweis) {
    if label.isEmpty {
      guard !lastLabel.isEmpty else { return }
      line.field = try fields.read(lastLabel).field
      if labelIsOfGroup {
        line.set(.fieldLabel, lastLabel)
      } else {
        try findings.noteOnce(.labelFromAbove, line: number, column: labelPlace + 1)
      }
      return
    }
    if column != sheetColumn { (lastLabel, labelIsOfGroup) = (label, false) }
    line.set(.fieldLabel, label)
    let read = try fields.read(label)
    line.field = read.field
    if let reference = read.reference { line.set(.reference, reference) }
  }

  /// The column of the table that holds the Handlungsfeld.
  var labelPlace: Int {
    mapping.columns.firstIndex { $0.map { mapping.layout.columns[$0].target == .field("handlungsfeld") } ?? false } ?? 0
  }

  /// A line without a goal has that of the heading above it, and where rows are joined that of the line above, if its field is too.
  func takeGoal(hasLabel: Bool) {
    if line.isEmpty(.goal) {
      let goal = groupGoal.isEmpty && joinsRows && !hasLabel ? lastGoal : groupGoal
      if !goal.isEmpty { line.set(.goal, goal) }
    }
    if joinsRows { lastGoal = line.text(.goal) }
  }

  func takeRemark() {
    let remark = Remark(line.text(.remark))
    if let page = remark.page { line.set(.page, page) }
    let own = line.isEmpty(.reference) ? [] : [line.text(.reference)]
    let references = remark.references + own.filter { !remark.references.contains($0) }
    if !references.isEmpty { line.set(.reference, references.joined(separator: "; ")) }
  }

  func takeColour(_ details: CellDetails, _ number: Int) throws(Hinweis) {
    guard let status = colours.status(details.colours) else { return }
    if line.isEmpty(.status) {
      line.set(.status, status)
      try findings.noteOnce(.colour(status), line: number, column: 0)
    } else if line.text(.status) != status {
      try findings.note(.otherColour(status, line.text(.status)), line: number, column: 0)
    }
  }

  /// A cross in FB 50 and one in 50.21 are one role, that of 50.21; the cell that gives way is listed.
  func keepMostSpecificRoles(_ cells: [RawCell], _ number: Int, _ account: inout Account) throws(Hinweis) {
    guard line.roles.count > 1 else { return }
    let roles = line.roles
    line.roles.removeAll { role in
      guard roles.contains(where: { $0.role == role.role && $0.actor != role.actor && actors.isAbove(role.actor, $0.actor) }) else {
        return false
      }
      // What names somebody whom the plan does not have is no part of another.
      return role.isConditional || role.asRead.map { actors.find($0) == role.actor } ?? true
    }
    guard line.roles.count < roles.count else { return }
    for cell in cells {
      guard let column = column(of: cell) else { continue }
      let left = line.roles.count { $0.column == column }
      guard left < roles.count(where: { $0.column == column }) else { continue }
      guard left == 0 else {
        try findings.note(.lessSpecific, line: number, column: cell.column + 1)
        continue
      }
      if !cell.isBorrowed { account.placed -= 1 }
      try unplaced(cell, number, .lessSpecific, &account)
    }
  }
}
