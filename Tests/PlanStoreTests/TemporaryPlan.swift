// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import PlanKit
import PlanQuery

@testable import PlanStore

/// A folder for one test, with a plan in it.
final class TemporaryPlan {
  let folder: String
  var path: String { folder + "/probe.kip" }
  private var open: PlanStore?

  init() throws {
    folder = NSTemporaryDirectory() + "kip-store-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? open?.close()
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// The plan, made when it is first asked for.
  func store() throws -> PlanStore {
    if let open { return open }
    let made = try PlanStore.create(at: path)
    open = made
    return made
  }

  /// Closes the plan and opens it anew.
  func reopened(readOnly: Bool = false) throws -> PlanStore {
    try close()
    let again = try PlanStore.open(path, readOnly: readOnly)
    open = again
    return again
  }

  func close() throws {
    try open?.close()
    open = nil
  }

  /// The names of the files beside the plan.
  func files() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder).sorted() }
}

extension ChangeInfo {
  /// A change that speaks of a day.
  static func on(_ day: Int, _ reason: String? = nil) -> ChangeInfo {
    ChangeInfo(author: "Probe", command: "probe", day: day, reason: reason)
  }
}

extension PlanStore {
  /// Makes a change that speaks of a day.
  @discardableResult
  func write<T>(on day: Int = 20240101, _ body: (Writer) throws(Hinweis) -> T) throws(Hinweis) -> T { try change(.on(day), body) }

  /// The rows that answer a query, several values joined by `; `.
  func ask(_ text: String) throws(Hinweis) -> [[String]] {
    try rows(try QueryParser.parse(text)).rows.all().map { $0.map { CellText.values($0).joined(separator: "; ") } }
  }

  /// The first cells of the rows that answer a query.
  func column(_ text: String) throws(Hinweis) -> [String] { try ask(text).map { $0.first ?? "" } }

  /// The rows of a statement.
  func sql(_ text: String, _ values: Value...) throws(Hinweis) -> [[Value]] {
    var rows: [[Value]] = []
    try connection.each(text, values) { (row) throws(Hinweis) in
      rows.append((0..<row.columnCount).map(row.value))
      return .more
    }
    return rows
  }

  /// The first value of a statement.
  func number(_ text: String) throws(Hinweis) -> Int { try connection.value(text)?.integer ?? -1 }
}
