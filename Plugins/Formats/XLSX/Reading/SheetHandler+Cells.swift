// SPDX-License-Identifier: Apache-2.0
import OfficeKit
import PlanKit

extension SheetHandler {
  func startCell(_ attributes: XMLAttributes) throws(Hinweis) {
    column += 1
    type = .number
    style = 0
    value.removeAll()
    formula.removeAll()
    sharedFormula = nil
    isInside = isInRow
    guard isInRow else { return }
    for (name, text) in attributes {
      switch vocabulary[name] {
      case .reference:
        if let found = CellReference.column(text.pointer) {
          column = found
        } else {
          isInside = false
          try findings.add(.outside, row: row, .outside("Zelle \(text.string.prefix(20))"))
        }
      case .style: style = text.int ?? 0
      case .text: type = CellType(text)
      default: break
      }
    }
    if column >= Limits.columns {
      isInside = false
      try findings.add(.outside, row: row, .outside("eine Zelle in Spalte \(column + 1)"))
    }
  }

  func endCell() throws(Hinweis) {
    taking = .nothing
    guard isInside else { return }
    isInside = false
    let style = styles.cells.indices.contains(style) ? styles.cells[style] : CellStyle()
    let hasText = !value.isEmpty
    if hasText {
      rows.startCell(column)
      try addText(style)
      rows.endCell()
    } else if type != .text, formula.count > 0 || sharedFormula != nil {
      addFormula()
    }
    if !style.isPlain {
      if let colour = style.colour { rows.add(colour: styles.colours[colour], at: column) }
      if style.isStruck, hasText { rows.add(.struck, at: column) }
    }
    try rows.check()
  }

  private func addText(_ style: CellStyle) throws(Hinweis) {
    switch type {
    case .number: numbers.append(value.bytes, style.format, to: &rows.bytes)
    case .text:
      let start = rows.bytes.count
      rows.bytes.append(value.bytes)
      Escapes.decode(&rows.bytes, from: start)
    case .shared:
      let index = Int(decimal: value.bytes)
      if !strings.with(index ?? -1, { rows.bytes.append($0) }) {
        try findings.add(.text, row: row, .noText(String(decoding: value.bytes.prefix(20), as: UTF8.self), count: strings.count))
      }
    case .boolean: rows.bytes.append(value[0] == 0x31 || value[0] | 0x20 == 0x74 ? "WAHR" : "FALSCH")
    case .error: rows.bytes.append(value.bytes)
    case .date: rows.bytes.append(DayText.shown(value.bytes, isDayMonth: style.format == .dayMonth))
    }
  }

  private func addFormula() {
    var text = String(decoding: formula.bytes, as: UTF8.self)
    if let sharedFormula {
      // Where a formula is shared, only the first cell tells it.
      if text.isEmpty { text = sharedFormulas[sharedFormula] ?? "" } else { sharedFormulas[sharedFormula] = text }
    }
    rows.add(.formula(text), at: column)
  }
}
