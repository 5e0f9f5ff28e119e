// SPDX-License-Identifier: Apache-2.0
import OfficeKit
import PlanKit

/// Findings in a sheet: the first of each sort are told, the others counted.
struct SheetFindings {
  let file: String
  let sheet: String
  let note: (Hinweis) -> Void
  private var counts = Array(repeating: 0, count: Sort.allCases.count)

  enum Sort: Int, CaseIterable {
    /// Cells and rows that no sheet has, texts that the workbook does not have, places that are none.
    case outside, text, reference
    /// What is told only once.
    case disorder, merges

    var isToldOnce: Bool { self == .disorder || self == .merges }
  }

  static let longestCell = 1 << 24
  static let mostMerges = 100_000
  private static let mostTold = 10
  private static let most = 100_000

  init(file: String, sheet: String, note: @escaping (Hinweis) -> Void) {
    (self.file, self.sheet, self.note) = (file, sheet, note)
  }

  mutating func add(_ sort: Sort, row: Int?, _ finding: @autoclosure () -> Hinweis) throws(Hinweis) {
    counts[sort.rawValue] += 1
    let count = counts[sort.rawValue]
    if count <= (sort.isToldOnce ? 1 : SheetFindings.mostTold) { note(finding().at(place(row))) }
    guard sort.isToldOnce || count <= SheetFindings.most else { throw .tooManyFindings.at(place(row)) }
  }

  /// Tells how many more there were.
  func finish() {
    let more = Sort.allCases.filter { !$0.isToldOnce }.reduce(0) { $0 + max(0, counts[$1.rawValue] - SheetFindings.mostTold) }
    if more > 0 { note(Hinweis("\(more) weitere Stellen dieser Art sind nicht einzeln genannt").grade(.warnung).at(place(nil))) }
  }

  private func place(_ row: Int?) -> Place {
    var place = Place(file: file, line: row)
    place.sheet = sheet
    return place
  }
}

extension Hinweis {
  static func outside(_ what: String) -> Hinweis {
    Hinweis("\(what) liegt außerhalb eines Blattes (A1 bis XFD1048576) und wurde weggelassen")
  }

  static func noText(_ number: String, count: Int) -> Hinweis {
    Hinweis("eine Zelle nennt den gemeinsamen Text Nr. \(number); die Arbeitsmappe hat \(count) (gezählt ab 0), die Zelle bleibt leer")
      .help(.saveAgain)
  }

  static func badReference(_ text: String) -> Hinweis {
    Hinweis("\"\(text.prefix(40))\" ist keine Stelle in einem Blatt; erwartet war etwas wie A1 oder A1:C3").grade(.warnung)
  }

  static var disorder: Hinweis {
    Hinweis("die Zeilen des Blattes stehen nicht der Reihe nach in der Datei; sie werden so gelesen").grade(.warnung)
  }

  static var manyMerges: Hinweis {
    Hinweis("das Blatt hat mehr als \(SheetFindings.mostMerges) verbundene Zellen; die weiteren gelten als einzelne")
  }

  static var longCell: Hinweis {
    Hinweis("eine Zelle hat mehr als 16 MiB; so eine Datei ist beschädigt oder soll schaden").help(.saveAgain)
  }

  fileprivate static var tooManyFindings: Hinweis {
    Hinweis("im Blatt sind mehr als 100000 Stellen fehlerhaft; erwartet war eine Arbeitsmappe, wie Excel sie schreibt").help(.saveAgain)
  }
}
