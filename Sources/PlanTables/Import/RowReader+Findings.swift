// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// What a file says of rows, columns and cells beside their texts, and what is said of it.
extension RowReader {
  func noteHiddenColumns() throws(Hinweis) {
    guard !hiddenColumns.isEmpty else { return }
    for cell in cells where hiddenColumns.contains(where: { $0.contains(cell.column) }) && !cell.isBorrowed {
      guard knownHidden.insert(cell.column).inserted else { continue }
      let number = cell.column < mapping.columns.count ? mapping.columns[cell.column] : nil
      // The column with the ids is hidden by kip itself.
      if let number, mapping.layout.columns[number].target == .identity { continue }
      try findings.noteOnce(.hiddenColumn(Place.letters(cell.column + 1)), line: 0, column: cell.column + 1)
    }
  }

  func noteDetails(_ details: CellDetails, _ line: Int) throws(Hinweis) {
    for (note, column) in details.notes { try findings.note(note, line: line, column: column + 1) }
    // What colours mean nobody can know whom the layout does not tell it; that there are some is said.
    guard mapping.layout.colours.isEmpty, row >= mapping.header.upperBound else { return }
    for detail in details.details {
      guard case .colour(let colour) = detail.kind else { continue }
      colours[colour, default: (0, line, Int(detail.column))].count += 1
    }
  }
}

extension Hinweis {
  static let hiddenRow = Hinweis("die Zeile ist in der Datei ausgeblendet; sie wurde gelesen").grade(.hinweis).rule(
    "zeile-versteckt")
  static let ditto = Hinweis("die Zelle wiederholt die darüber").grade(.hinweis).rule("dito")
  static let nothingAbove = Hinweis("die Zelle verweist auf die darüber, und dort steht nichts").grade(.warnung).rule(
    "dito-ohne-wert")
  static let anotherTable = Hinweis(
    "auf dem Blatt steht eine weitere Tabelle mit anderer Anordnung der Spalten; sie wurde mitgelesen"
  )
  .grade(.hinweis).rule("weitere-tabelle")

  static func hiddenColumn(_ letters: String) -> Hinweis {
    Hinweis("die Spalte \(letters) ist in der Datei ausgeblendet; sie wurde gelesen").grade(.hinweis).rule("spalte-versteckt")
  }

  static func group(_ group: GroupRow) -> Hinweis {
    Hinweis("\"\(group.name)\" steht über den Zeilen und gilt als ihr \(group.kind == .field ? "Handlungsfeld" : "Ziel")").grade(.hinweis)
      .rule("gruppenzeile")
  }

  static func colour(_ colour: String, _ count: Int) -> Hinweis {
    Hinweis("\(count) \(count == 1 ? "Zelle ist" : "Zellen sind") mit \(colour) gefüllt; was das heißt, sagt das Layout nicht").grade(
      .hinweis
    )
    .rule("farbe-ohne-sinn")
  }
}
