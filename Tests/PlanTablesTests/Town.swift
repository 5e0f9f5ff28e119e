// SPDX-License-Identifier: GPL-3.0-or-later
import Braunschweig
import DelimitedText
import Foundation
import PlanKit
import PlanQuery
import PlanStore
import PlanTables

/// A new plan in a folder of its own, of the variant braunschweig or another one, into which catalogues are read.
final class Town {
  let store: PlanStore
  private let folder: String
  private let layouts: [Layout]

  convenience init() throws { try self.init(Town.variant) }

  /// A town that has nothing but a layout, and what the lines before it say.
  convenience init(_ lines: String) throws { try self.init(Variant("variante musterau 1.0.0 \"Stadt Musterau\"\n" + lines)) }

  private init(_ variant: Variant) throws {
    folder = NSTemporaryDirectory() + "kip-tables-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    store = try PlanStore.create(at: folder + "/plan.kip")
    let declarations = try VariantParser.parse(variant)
    layouts = declarations.layouts
    try store.change(Town.change("neu")) { (writer) throws(Hinweis) in try writer.seed(declarations, lines: variant.lines) }
  }

  deinit {
    try? store.close()
    try? FileManager.default.removeItem(atPath: folder)
  }

  // MARK: Plug-ins

  private static func offer(_ entry: (UnsafeMutableRawPointer) -> Void, _ name: String) throws -> Registry.Code {
    let registry = Registry()
    entry(registry.pointer)
    guard let offer = registry.offers.first(where: { $0.name == name }) else { throw Hinweis("kein \(name)") }
    return offer.code
  }

  private static var variant: Variant {
    get throws {
      guard case .variant(let variant) = try offer(Braunschweig.register, "braunschweig") else { throw Hinweis("keine Variante") }
      return variant
    }
  }

  private static var csv: any Format {
    get throws {
      guard case .format(let format) = try offer(DelimitedText.register, "csv") else { throw Hinweis("kein Format") }
      return format
    }
  }

  // MARK: Reading and writing

  private static func change(_ command: String, _ day: Int? = nil) -> ChangeInfo {
    ChangeInfo(author: "Test", command: command, day: day ?? 20_180_503)
  }

  @discardableResult
  func read(_ bytes: [UInt8], _ name: String = "katalog.csv", on day: Int? = nil, dropsMissing: Bool = false, preview: Bool = false)
    throws -> ImportResult
  {
    try read(try Town.csv.read(Bytes(bytes, name: name)), name, on: day, dropsMissing: dropsMissing, preview: preview)
  }

  /// Reads a table that stands in memory.
  @discardableResult
  func read(_ rows: [[String]], catalogue: String? = nil, ask: NameAsking? = nil) throws -> ImportResult {
    try read(Document("", [.table(Sheet("", rows).table)]), "liste.csv", catalogue: catalogue, preview: false, ask: ask)
  }

  @discardableResult
  func read(_ sheets: [Sheet], sheet: String? = nil, preview: Bool = false, ask: NameAsking? = nil) throws -> ImportResult {
    try read(Document("", sheets.map { .table($0.table) }), "liste.xlsx", sheet: sheet, preview: preview, ask: ask)
  }

  private func read(
    _ document: Document, _ name: String, on day: Int? = nil, dropsMissing: Bool = false, sheet: String? = nil, catalogue: String? = nil,
    preview: Bool, ask: NameAsking? = nil
  ) throws -> ImportResult {
    var made = ImportOptions(file: name, format: "csv", digest: "")
    (made.day, made.dropsMissing, made.sheet, made.catalogue) = (day, dropsMissing, sheet, catalogue)
    let options = made
    let read = { () throws(Hinweis) in
      try self.store.change(Town.change("importiere \(name)", day)) { (writer) throws(Hinweis) in
        try CatalogueImport.run(document, self.layouts, options, self.store, writer, ask: ask)
      }
    }
    return preview ? try store.withoutKeeping(read) : try read()
  }

  /// Writes something into the plan by hand, as a change of its own.
  func write(_ body: (Writer) throws(Hinweis) -> Void) throws { try store.change(Town.change("von Hand"), body) }

  /// The rules of the findings that still hold, in order, with the lines where they were found.
  func findings(_ rule: String) throws -> [String] {
    try rows("hinweise wo regel = \"\(rule)\" | zeige zeile, text | sortiere zeile").map { $0.joined(separator: ": ") }
  }

  /// The first catalogue, written back as CSV.
  func written() throws -> [UInt8] {
    guard let id = try rows("kataloge | zeige id").first.flatMap({ Int($0[0]) }) else { return [] }
    var bytes = Bytes()
    try Town.csv.write(Document("", [.table(CatalogueTable.table(layouts[0], catalogue: id, title: "Katalog", store))]), to: &bytes)
    return bytes.bytes
  }

  // MARK: Asking

  /// The answer to a query; values of a list stand one behind the other with "; " between.
  func rows(_ query: String) throws -> [[String]] {
    let table = try store.rows(try QueryParser.parse(query))
    return try table.rows.all().map { cells in zip(table.columns, cells).map { CellText.shown($1, in: $0) } }
  }

  func value(_ query: String) throws -> String { try rows(query).first?.first ?? "" }
}
