// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import PlanKit
import PlanQuery
import Testing

/// The examples of the handbook, which stand in boxes marked `kip`.
@Suite struct HandbookTests {
  private static let docs = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs").standardizedFileURL

  private static func examples(_ page: String) throws -> [String] {
    let text = try String(contentsOf: docs.appending(path: page), encoding: .utf8)
    return text.components(separatedBy: "```kip\n").dropFirst().flatMap { box in
      box.components(separatedBy: "```")[0].split(separator: "\n").map(String.init)
    }
  }

  @Test("every example runs on the plan of the example catalogue", arguments: ["abfragesprache.md", "sql.md"])
  func run(_ page: String) throws {
    let home = try Home()
    let catalogue = HandbookTests.docs.appending(path: "beispiel/massnahmenkatalog.csv").path
    try KipProcess(
      home, ["--neu", "plan.kip", "--variante", "braunschweig", "-c", "importiere \"\(catalogue)\" stand 24.04.2017"])
    let examples = try HandbookTests.examples(page)
    #expect(examples.count >= 5)
    let kip = try KipProcess(home, ["--trocken", "plan.kip"] + examples.flatMap { ["-c", $0] })
    #expect(kip.status == 0, "\(kip.messages)")
  }

  @Test("a consultant's first hour runs line by line, in a plan without a variant")
  func tables() throws {
    let home = try Home()
    let file = "aktionsplan.csv"
    try FileManager.default.copyItem(atPath: HandbookTests.docs.appending(path: "beispiel/\(file)").path, toPath: "\(home.path)/\(file)")
    let examples = try HandbookTests.examples("tabellen.md")
    #expect(examples.count >= 8)
    let kip = try KipProcess(home, ["--neu", "plan.kip"] + examples.flatMap { ["-c", $0] })
    #expect(kip.status == 0, "\(kip.messages)")
    let found = try KipProcess(
      home, ["--format", "csv", "plan.kip", "-c", "maßnahmen | anzahl", "-c", "sachstände | anzahl", "-c", "mittel | anzahl"])
    #expect(found.output.split(whereSeparator: \.isNewline).filter { $0.allSatisfy(\.isNumber) } == ["8", "5", "5"], "\(found.output)")
  }

  @Test("the examples of the page on forms run one after the other: what one writes the next reads")
  func forms() throws {
    let home = try Home()
    let catalogue = HandbookTests.docs.appending(path: "beispiel/massnahmenkatalog.csv").path
    try KipProcess(
      home, ["--neu", "plan.kip", "--variante", "braunschweig", "-c", "importiere \"\(catalogue)\" stand 24.04.2017"])
    let examples = try HandbookTests.examples("rueckmeldung.md")
    #expect(examples.count >= 8)
    let kip = try KipProcess(home, ["plan.kip"] + examples.flatMap { ["-c", $0] })
    #expect(kip.status == 0, "\(kip.messages)")
  }

  @Test("the queries of the page on the language come back the same after printing and reading")
  func roundTrip() throws {
    for example in try HandbookTests.examples("abfragesprache.md") {
      guard let query = try? QueryParser.parse(example) else { continue }
      #expect(try QueryParser.parse(query.printed) == query)
    }
  }

  @Test("the page shows every step, figure, picture and comparison of the language")
  func isComplete() throws {
    let shown = try HandbookTests.examples("abfragesprache.md").joined(separator: "\n")
    let words = QueryParser.steps + Condition.Comparison.allCases.map(\.rawValue) + Calculation.Operator.allCases.map(\.rawValue)
    for word in words + ["unter", "in (", "zwischen", "leer", "nicht", "oder", "stand", "bekannt", "gültig am", "seit"] {
      let isShown = shown.contains(word)
      #expect(isShown, "\(word)")
    }
  }
}
