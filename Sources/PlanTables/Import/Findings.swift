// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

/// Gathers what an import finds: cells without a place one by one, remarks on others once for all that are alike.
final class Findings {
  private let writer: FindingWriter
  private let source: String
  /// The sheet that is being read; nil where the file has only one table.
  private var sheet: String?
  private var alike: [String: Alike] = [:]
  /// How many findings of each rule there were, and the first of them.
  private(set) var rules: [String: (count: Int, first: Hinweis)] = [:]
  /// The first findings, for the answer; all of them are in the plan.
  private(set) var first: [Hinweis] = []

  static let shown = 200

  private struct Alike {
    var finding: Hinweis
    var count: Int
  }

  init(_ writer: FindingWriter, source: String) {
    self.writer = writer
    self.source = source
  }

  /// From here on findings are of another sheet.
  func begin(_ sheet: String, source: Int) throws(Hinweis) {
    try flush()
    self.sheet = sheet.isEmpty ? nil : sheet
    writer.source = source
  }

  /// A cell of the sheet that is being read.
  func place(_ line: Int, _ column: Int) -> Place {
    var place = Place(file: source, line: line, column: column)
    place.sheet = sheet
    return place
  }

  /// A cell that found no place in the plan; it is kept with its content.
  func unplaced(_ finding: Hinweis, line: Int, column: Int, content: String) throws(Hinweis) {
    let finding = finding.at(place(line, column))
    remember(finding)
    try writer.add(finding, content: content)
  }

  /// A remark on one place.
  func note(_ finding: Hinweis, line: Int, column: Int) throws(Hinweis) {
    let finding = finding.at(place(line, column))
    remember(finding)
    try writer.add(finding)
  }

  /// A remark that may come often in the same words; it is kept once, with the first place and a count.
  func noteOnce(_ finding: Hinweis, line: Int, column: Int) throws(Hinweis) {
    if alike.count > 5000 { try flush() }
    alike[finding.text, default: Alike(finding: finding.at(place(line, column)), count: 0)].count += 1
  }

  /// Writes what is still gathered.
  func end() throws(Hinweis) {
    try flush()
    writer.end()
  }

  private func flush() throws(Hinweis) {
    func place(_ one: Alike) -> (Int, Int, String) { (one.finding.place?.line ?? 0, one.finding.place?.column ?? 0, one.finding.text) }
    for one in alike.values.sorted(by: { place($0) < place($1) }) {
      remember(one.finding, count: one.count)
      try writer.add(one.finding, count: one.count)
    }
    alike = [:]
  }

  private func remember(_ finding: Hinweis, count: Int = 1) {
    let rule = finding.rule ?? ""
    rules[rule] = (rules[rule].map(\.count).map { $0 + count } ?? count, rules[rule]?.first ?? finding)
    if first.count < Findings.shown { first.append(finding) }
  }
}
