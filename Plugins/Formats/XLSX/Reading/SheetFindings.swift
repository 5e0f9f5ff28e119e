// SPDX-License-Identifier: Apache-2.0
import OfficeKit
import PlanKit

/// Findings in a sheet: the first of each sort are told, the others counted.
struct SheetFindings {
  let file: String
  let sheet: String
  let note: (Hinweis) -> Void
  private var counts: [Finding.Sort: Int] = [:]

  static let longestCell = 1 << 24
  static let mostMerges = 100_000
  private static let most = 10

  init(file: String, sheet: String, note: @escaping (Hinweis) -> Void) {
    (self.file, self.sheet, self.note) = (file, sheet, note)
  }

  mutating func add(_ finding: Finding, row: Int?) {
    counts[finding.sort, default: 0] += 1
    let most = finding.sort == .once ? 1 : SheetFindings.most
    if counts[finding.sort, default: 0] <= most { note(finding.hinweis.at(place(row))) }
  }

  /// Tells how many more there were.
  func finish() {
    let more = counts.filter { $0.key != .once }.values.reduce(0) { $0 + max(0, $1 - SheetFindings.most) }
    if more > 0 { note(Hinweis("\(more) weitere Stellen dieser Art sind nicht einzeln genannt").grade(.warnung).at(place(nil))) }
  }

  private func place(_ row: Int?) -> Place {
    var place = Place(file: file, line: row)
    place.sheet = sheet
    return place
  }
}

/// A finding in a sheet.
struct Finding {
  enum Sort: Hashable { case outside, text, reference, once }
  let sort: Sort
  let hinweis: Hinweis

  static func outside(_ what: String) -> Finding {
    Finding(sort: .outside, hinweis: Hinweis("\(what) liegt außerhalb eines Blattes (A1 bis XFD1048576) und wurde weggelassen"))
  }

  static func noText(_ number: String, count: Int) -> Finding {
    Finding(
      sort: .text,
      hinweis: Hinweis(
        "eine Zelle nennt den gemeinsamen Text Nr. \(number); die Arbeitsmappe hat \(count) (gezählt ab 0), die Zelle bleibt leer"
      )
      .help(.saveAgain))
  }

  static func badReference(_ text: String) -> Finding {
    Finding(
      sort: .reference,
      hinweis: Hinweis("\"\(text.prefix(40))\" ist keine Stelle in einem Blatt; erwartet war etwas wie A1 oder A1:C3").grade(.warnung))
  }

  static var disorder: Finding {
    Finding(
      sort: .once,
      hinweis: Hinweis("die Zeilen des Blattes stehen nicht der Reihe nach in der Datei; sie werden so gelesen").grade(.warnung))
  }

  static var manyMerges: Finding {
    Finding(
      sort: .once,
      hinweis: Hinweis("das Blatt hat mehr als \(SheetFindings.mostMerges) verbundene Zellen; die weiteren gelten als einzelne"))
  }
}

extension Hinweis {
  static var longCell: Hinweis {
    Hinweis("eine Zelle hat mehr als 16 MiB; so eine Datei ist beschädigt oder soll schaden").help(.saveAgain)
  }
}
