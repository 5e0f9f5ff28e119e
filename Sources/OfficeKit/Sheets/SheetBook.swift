// SPDX-License-Identifier: Apache-2.0
public import PlanKit

/// A document as sheets: one for each table, and a last one with what else it says.
public struct SheetBook: Sendable {
  public var title: String
  public var sheets: [Sheet] = []
  /// The lines of the last sheet; none if there is nothing to say.
  public var information: [Information] = []
  public var informationName = ""
  /// What the file says of itself by name.
  public var properties: [Document.Property]
  public var language: String
  /// Gives names to sheets that a format needs besides.
  public var names = SheetNames()

  /// A table with the name of its sheet.
  public struct Sheet: Sendable {
    public var name: String
    public var table: Table
    public var header: SheetHeader
    /// Whether columns are locked, and so the sheet is protected and all other columns are open.
    public var isProtected: Bool { table.columns.contains(where: \.isLocked) }
    public var isHidden: Bool { table.isHidden }
  }

  /// A line of the last sheet: a name and a text, or a heading.
  public struct Information: Hashable, Sendable {
    public var name: String
    public var text: String

    init(_ name: String, _ text: String = "") {
      self.name = name
      self.text = text
    }
  }

  public init(_ document: Document) {
    title = document.title
    language = document.language
    properties = document.properties
    var lines = document.subtitle.map { [Information("", $0)] } ?? []
    lines += document.properties.filter { !$0.name.hasPrefix("kip-") }.map { Information($0.name, $0.value) }
    var heading = ""
    var hasText = !lines.isEmpty
    for block in document.blocks {
      switch block {
      case .heading(_, let text):
        heading = text
        lines.append(Information(text))
      case .paragraph(let runs): lines.append(Information("", runs.map(\.text).joined()))
      case .list(let points): lines += points.map { Information("", "• " + $0.map(\.text).joined()) }
      case .table, .chart:
        guard let table = block.table else { continue }
        let wanted = [table.name, heading, document.title, "Tabelle"].first { !$0.isEmpty } ?? ""
        let name = names.name(wanted)
        sheets.append(Sheet(name: name, table: table, header: SheetHeader(table)))
        lines.append(Information("", "Blatt „\(name)“"))
        continue
      @unknown default: continue
      }
      hasText = true
    }
    guard hasText || sheets.isEmpty else { return }
    // A file has at least one sheet, so one that says nothing has an empty line.
    information = document.title.isEmpty && lines.isEmpty ? [Information("")] : [Information(document.title)] + lines
    informationName = names.name("Angaben")
  }
}

extension RowSource {
  /// The first rows, to see how wide they are.
  public func firstBatch() throws(Hinweis) -> RowBatch? {
    var first: RowBatch?
    try forEachBatch { (batch) throws(Hinweis) in
      first = batch
      return .enough
    }
    return first
  }
}
