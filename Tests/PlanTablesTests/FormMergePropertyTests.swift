// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

@testable import PlanTables

/// Random edits on both sides against an oracle that looks at each cell by itself.
@Suite struct FormMergePropertyTests {
  private struct Random: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  private static let names = ["nr", "text", "status", "ampel", "kip-id", "kip-bogen"]
  private static let words = ["", "a", "b", "c", " a ", "d\ne"]

  private static func form(_ rows: [[String]]) -> Form {
    let targets: [FormColumn.Target] = [.nowhere, .line("text"), .measure("status"), .report("ampel"), .identity, .form]
    let columns = zip(names, targets).map { name, target in
      FormColumn(Table.Column(name, name), target, name == "nr" ? .label : .text, isOpen: ["status", "ampel", "text"].contains(name))
    }
    return Form(
      columns: columns, groups: [],
      rows: rows.map { cells in
        Form.Row(entry: Int(cells[4]) ?? 0, measure: 1000 + (Int(cells[4]) ?? 0), number: cells[0], text: cells[1], cells: cells, own: "")
      })
  }

  /// The rules once more, said as plainly as can be.
  private static func oracle(_ base: String, _ ours: String?, _ theirs: String, isOpen: Bool, kind: CellForm.Kind) -> CellOutcome {
    func key(_ text: String) -> String { CellForm.key(text, kind) }
    let isChangedThere = key(theirs) != key(base)
    let isChangedHere = ours.map { key($0) != key(base) } ?? false
    let isAlike = ours.map { key($0) == key(theirs) } ?? false
    let written = CellForm.written(theirs)
    switch (isChangedThere, isChangedHere) {
    case (false, false): return .same
    case (false, true): return .kept
    case (true, _) where !isOpen: return isAlike ? .same : .locked(written)
    case (true, _) where ours == nil: return .gone(written)
    case (true, _) where isAlike: return .alike
    case (true, _) where key(theirs).isEmpty: return .cleared(isUnchangedHere: !isChangedHere)
    case (true, false): return .taken(written)
    case (true, true): return .conflict(written)
    }
  }

  @Test("however both sides edit, sort, drop rows and columns, each cell becomes what the rules say", arguments: 1...200)
  func random(_ seed: Int) throws {
    var random = Random(state: UInt64(seed) &* 0x9E37_79B9)
    let count = Int.random(in: 1...12, using: &random)
    func word() -> String { FormMergePropertyTests.words.randomElement(using: &random) ?? "" }
    func edited(_ rows: [[String]], _ share: Int) -> [[String]] {
      rows.map { row in
        row.enumerated().map { place, cell in
          place < 4 && Int.random(in: 0..<10, using: &random) < share ? (place == 0 ? "\(cell)9" : word()) : cell
        }
      }
    }
    let base = (1...count).map { ["\($0),1", "Text \($0)", word(), "", String($0), "7-3-1"] }
    var ours = edited(base, 3)
    if Bool.random(using: &random) { ours.remove(at: Int.random(in: 0..<ours.count, using: &random)) }
    var theirs = edited(base, 3).shuffled(using: &random)
    if theirs.count > 1, Bool.random(using: &random) { theirs.removeLast() }

    // The sheet: columns in any order, some dropped, a title above.
    var order = Array(FormMergePropertyTests.names.indices).shuffled(using: &random)
    let dropped = Bool.random(using: &random) ? Int.random(in: 0..<4, using: &random) : nil
    order.removeAll { $0 == dropped }
    let sheet = [["Bogen"], order.map { FormMergePropertyTests.names[$0] }] + theirs.map { row in order.map { row[$0] } }
    let returned = try ReturnedForm(Document("", [.table(Table("", rows: TextRows(sheet)))]))
    #expect(returned.stamp.forms == [7] && returned.stamp.change == 3 && returned.stamp.plan == "1")

    let (before, now) = (FormMergePropertyTests.form(base), FormMergePropertyTests.form(ours))
    let match = FormMatch(returned, before, file: "bogen.csv")
    // Of a row that was emptied as a whole only the hidden columns are left: it counts as gone.
    theirs.removeAll { row in (0..<4).allSatisfy { $0 == dropped || CellForm.plain(row[$0]).isEmpty } }
    #expect(match.new.isEmpty && match.missing.count == count - theirs.count)
    #expect(match.missingColumns == (dropped.map { $0 == 0 ? [] : [FormMergePropertyTests.names[$0]] } ?? []))
    let merge = try FormMerge(base: before, ours: now, match)
    var found: [String: CellOutcome] = [:]
    for cell in merge.decided { found["\(cell.line.entry) \(cell.column.table.key)"] = cell.outcome }
    for row in theirs {
      let (then, today) = (base.first { $0[4] == row[4] }, ours.first { $0[4] == row[4] })
      for place in 0..<4 where place != dropped {
        let column = before.columns[place]
        let expected = FormMergePropertyTests.oracle(
          then?[place] ?? "", today?[place], row[place], isOpen: column.isOpen, kind: column.kind)
        #expect(found.removeValue(forKey: "\(row[4]) \(column.table.key)") ?? .same == expected, "row \(row[4]), \(column.table.key)")
      }
    }
    #expect(found.isEmpty)
    let account = merge.account
    #expect(account.read == account.same + account.kept + account.alike + account.taken + account.conflicts + account.refused)
  }
}
