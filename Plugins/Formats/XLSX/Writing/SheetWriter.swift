// SPDX-License-Identifier: Apache-2.0
import OfficeKit
import PlanKit

/// Writes a table as a sheet, batch by batch.
struct SheetWriter {
  private let sheet: SheetBook.Sheet
  private let choices: ChoiceLists
  private var cells: CellWriter
  /// How many columns the table has, those without a heading too.
  private var width: Int
  /// By column: whether its cells may be other than text, and whether they may be changed on a protected sheet.
  private let isTyped: [Bool]
  private let isOpen: [Bool]
  private let isOtherOpen: Bool
  private var hasBegun = false
  /// The row behind the last one of the table, counted from 0.
  private var end = 0
  var strings: StringTable { cells.strings }
  private(set) var names: [(name: String, area: String)] = []

  init(_ sheet: SheetBook.Sheet, choices: ChoiceLists, _ strings: StringTable) {
    self.sheet = sheet
    self.choices = choices
    width = max(sheet.header.width, sheet.table.columns.count)
    cells = CellWriter(columns: width, strings)
    isTyped = sheet.table.columns.map { $0.isList || $0.kind != .text && $0.kind != .label }
    isOtherOpen = sheet.isProtected
    isOpen = sheet.table.columns.map { sheet.isProtected && !$0.isLocked }
  }

  mutating func write(to zip: inout ZipWriter, _ sink: inout some ByteSink) throws(Hinweis) {
    try sheet.table.rows.forEachBatch { (batch) throws(Hinweis) in
      if !hasBegun { begin(batch) }
      try append(batch)
      try zip.write(cells.out, to: &sink)
      cells.out.removeAll(keepingCapacity: true)
      return .more
    }
    if !hasBegun { begin(nil) }
    end = cells.row
    if !sheet.table.notes.isEmpty { cells.endRow() }
    for note in sheet.table.notes {
      cells.text(note, column: 0, style: Style.note, isMerged: true)
      cells.endRow()
    }
    finish()
    try zip.write(cells.out, to: &sink)
  }

  /// What stands before the rows, and the header.
  private mutating func begin(_ first: RowBatch?) {
    hasBegun = true
    let header = sheet.header
    var text = "\(WorkbookParts.begin)<worksheet xmlns=\"\(WorkbookParts.main)\">"
    text += "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView workbookViewId=\"0\">"
    if header.rows > 0 {
      let below = SheetAddress.cell(row: header.rows, column: 0)
      text += "<pane ySplit=\"\(header.rows)\" topLeftCell=\"\(below)\" activePane=\"bottomLeft\" state=\"frozen\"/>"
      text += "<selection pane=\"bottomLeft\" activeCell=\"\(below)\" sqref=\"\(below)\"/>"
    }
    text += "</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>"
    let widths = ColumnWidths(sheet.table, header, first: first).widths
    if !widths.isEmpty {
      text += "<cols>"
      for (index, width) in widths.enumerated() {
        // A blank cell has the style of its column, so that what is typed into it stays as it is typed.
        let column = index < sheet.table.columns.count ? sheet.table.columns[index] : .init("", "")
        let style = Style.body(
          column.kind == .number || column.kind == .date ? .exact : .text, isOpen: index < isOpen.count ? isOpen[index] : isOtherOpen)
        let hidden = column.isHidden ? " hidden=\"1\"" : ""
        text += "<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(width)\" style=\"\(style)\"\(hidden) customWidth=\"1\"/>"
      }
      text += "</cols>"
    }
    cells.out += Array((text + "<sheetData>").utf8)
    cells.widths = widths
    for row in 0..<header.rows {
      for column in 0..<width {
        let style = column < isOpen.count && isOpen[column] ? Style.openHeader : Style.header
        if let cell = header.cell(row: row, column: column) {
          cells.text(cell.text, column: column, style: style, isMerged: cell.rows > 1 || cell.columns > 1)
        } else {
          cells.empty(column: column, style: style)
        }
      }
      cells.endRow()
    }
  }

  private mutating func append(_ batch: RowBatch) throws(Hinweis) {
    let columns = sheet.table.columns
    var tooLong: Int?
    batch.forEachCell { column, bytes in
      guard !bytes.isEmpty else { return }
      // Only a long text can be longer than a cell.
      if bytes.count > 32_767, String(decoding: bytes, as: UTF8.self).utf16.count > 32_767 { tooLong = tooLong ?? column }
      let open = column < isOpen.count ? isOpen[column] : isOtherOpen
      guard column < isTyped.count, isTyped[column] else { return text(bytes, column, open) }
      switch SheetValue(bytes, in: columns[column]) {
      case .empty: break
      case .text: text(bytes, column, open)
      case .shown(let shown):
        var shown = shown
        shown.withUTF8 { text($0, column, open) }
      case .number(let decimals): cells.number(bytes, column: column, style: Style.body(.number(decimals: decimals), isOpen: open))
      case .day(let day):
        if let number = day.sheetDay {
          var number = String(number)
          number.withUTF8 { cells.number($0, column: column, style: Style.body(.day, isOpen: open)) }
        } else {
          cells.text(day.description, column: column, style: Style.body(.text, isOpen: open))
        }
      }
    } endOfRow: { count in
      width = max(width, count)
      cells.endRow()
    }
    if let tooLong { throw .tooLong(column: tooLong, in: sheet) }
    guard cells.row <= Limits.rows, width <= Limits.columns else { throw .tooLarge(sheet) }
  }

  private mutating func text(_ bytes: UnsafeBufferPointer<UInt8>, _ column: Int, _ isOpen: Bool) {
    let isLikeFormula = [0x3D, 0x2B, 0x2D, 0x40].contains(bytes[0])
    cells.text(bytes, column: column, style: Style.body(isLikeFormula ? .quoted : .text, isOpen: isOpen))
  }

  /// What stands behind the rows, in the order that the schema wants.
  private mutating func finish() {
    let header = sheet.header
    let columns = sheet.table.columns
    var text = "</sheetData>"
    if sheet.isProtected {
      let allowed = ["formatColumns", "formatRows", "insertRows", "sort", "autoFilter"].map { " \($0)=\"0\"" }.joined()
      text += "<sheetProtection sheet=\"1\"\(allowed)/>"
    }
    let name = SheetAddress.quoted(sheet.name)
    if header.rows > 0 && width > 0 {
      let first = header.rows - 1
      text += "<autoFilter ref=\"\(SheetAddress.area(row: first, column: 0, rows: max(1, end - first), columns: width))\"/>"
      names.append((DefinedName.filter, "\(name)!$A$\(first + 1):$\(SheetAddress.letters(width - 1))$\(max(end, first + 1))"))
      names.append((DefinedName.titles, "\(name)!$1:$\(header.rows)"))
    }
    let merged = header.cells.filter { $0.rows > 1 || $0.columns > 1 }
    if !merged.isEmpty {
      text += "<mergeCells count=\"\(merged.count)\">"
      for cell in merged {
        text += "<mergeCell ref=\"\(SheetAddress.area(row: cell.row, column: cell.column, rows: cell.rows, columns: cell.columns))\"/>"
      }
      text += "</mergeCells>"
    }
    let chosen = columns.indices.filter { !columns[$0].choices.isEmpty }
    if !chosen.isEmpty {
      text += "<dataValidations count=\"\(chosen.count)\">"
      for index in chosen {
        let letters = SheetAddress.letters(index)
        // Several values in one cell cannot be chosen from a list, so there it only proposes.
        let strict = columns[index].isList ? "" : " showErrorMessage=\"1\" errorTitle=\"Nicht in der Liste\""
        let error = columns[index].isList ? "" : " error=\"Bitte ein Wort aus der Liste wählen oder die Zelle leeren\""
        text +=
          "<dataValidation type=\"list\" allowBlank=\"1\"\(strict)\(error) sqref=\"\(letters)\(header.rows + 1):\(letters)\(Limits.rows)\">"
        text += "<formula1>\(XMLText.escaped(choices.formula(columns[index].choices), .escaped))</formula1></dataValidation>"
      }
      text += "</dataValidations>"
    }
    text += "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>"
    text += "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>"
    text += "<headerFooter><oddFooter>&amp;L&amp;A&amp;RSeite &amp;P von &amp;N</oddFooter></headerFooter>"
    if end > header.rows && width > 0 {
      let body = SheetAddress.area(row: header.rows, column: 0, rows: end - header.rows, columns: width)
      text += "<ignoredErrors><ignoredError sqref=\"\(body)\" numberStoredAsText=\"1\"/></ignoredErrors>"
    }
    cells.out += Array((text + "</worksheet>\n").utf8)
  }
}

extension Hinweis {
  fileprivate static func tooLong(column: Int, in sheet: SheetBook.Sheet) -> Hinweis {
    let heading = column < sheet.table.columns.count ? sheet.table.columns[column].heading : SheetAddress.letters(column)
    return Hinweis(
      "Blatt \"\(sheet.name)\", Spalte \"\(heading)\": ein Text hat mehr als 32.767 Zeichen, mehr fasst eine Zelle in XLSX nicht"
    )
    .help("als ODS oder CSV schreiben, oder die Spalte weglassen")
  }

  fileprivate static func tooLarge(_ sheet: SheetBook.Sheet) -> Hinweis {
    Hinweis("Blatt \"\(sheet.name)\": ein Blatt in XLSX fasst \(Limits.rows) Zeilen und \(Limits.columns) Spalten, die Tabelle hat mehr")
      .help("mit wo oder erste eine kleinere Auswahl treffen, oder als CSV schreiben")
  }
}
