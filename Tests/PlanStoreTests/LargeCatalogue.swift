// SPDX-License-Identifier: GPL-3.0-or-later

/// A catalogue of invented measures in the layout of Braunschweig.
enum LargeCatalogue {
  private static let top = ["Nr", "Handlungsfeld", "Ziel", "Maßnahme - was"]
  private static let headings = [
    "", "Übergeordnetes Thema / Handlungsfeld", "Was soll erreicht werden?", "Wie soll das Ziel umgesetzt werden", "UMF", "Kinder",
    "Jugendliche", "Erwachsene",
    "Allgemein", "Aufnahmegesellschaft (AG) und Institutionen (I)", "Strukturen, Prozesse, Rahmenbedingungen", "Sammelunterkunft",
    "Dezentrale Unterbringung",
    "eigene Wohnung (nach Ablauf des Asylverfahrens)", "Stadt", "andere", "nicht", "geplant", "FB 50", "FB 51",
    "50.21 (ZK, Zentrale Koordinierungsstelle)",
    "Koordinator Ehrenamt (Frau Probe)", "weitere Stadt", "weitere / Kooperationspartner", "Ehrenamtliche",
    "Lernen, Märier, Paten und andere", "offen / Klärungsbedarf", "",
  ]

  static func text(rows: ClosedRange<Int>) -> String {
    func line(_ cells: [String]) -> String { cells.map { "\"\($0)\"" }.joined(separator: ";") + "\n" }
    let header = line(top + Array(repeating: "", count: 23) + ["Bemerkungen"]) + line(Array(repeating: "", count: 28)) + line(headings)
    return header
      + rows.map { row in
        var cells = Array(repeating: "", count: 28)
        cells[0] = "\((row + 1) / 2),\(row % 2 == 1 ? 1 : 2)"
        cells[1] = row % 2 == 1 ? "Bildung" : "IKO"
        cells[2] = "Ziel \(row % 97)"
        cells[3] = "Maßnahme \((row + 1) / 2)"
        cells[4 + row % 10] = "x"
        cells[18 + row % 3] = "x"
        cells[23] = row % 5 == 0 ? "AWO, Caritas" : ""
        cells[27] = row % 4 == 2 ? "auch unter Bildung gelistet" : "S. \(row % 80)"
        return line(cells)
      }.joined()
  }
}
