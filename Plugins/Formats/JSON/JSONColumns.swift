// SPDX-License-Identifier: Apache-2.0
import PlanKit

/// The columns of a table of objects: their keys, in the order in which they first appear.
struct JSONColumns: Sendable {
  private(set) var names: [[UInt8]] = []
  private var places: [[UInt8]: Int] = [:]

  /// More columns than a sheet has are no table.
  static let most = 16_384

  init(_ names: [[UInt8]] = []) {
    self.names = names
    for (place, name) in names.enumerated().reversed() { places[name] = place }
  }

  /// The place of a column, which is made if it is new.
  ///
  /// - Parameter last: the column before; its neighbour is the likeliest.
  mutating func place(of name: [UInt8], after last: Int) throws(Hinweis) -> Int {
    if last + 1 < names.count, names[last + 1] == name { return last + 1 }
    if let place = places[name] { return place }
    guard names.count < JSONColumns.most else {
      throw Hinweis("die Einträge haben zusammen mehr als \(JSONColumns.most) verschiedene Schlüssel; erwartet war eine Tabelle")
        .help("eine Datei ausgeben lassen, in der jeder Eintrag dieselben Schlüssel hat")
    }
    places[name] = names.count
    names.append(name)
    return names.count - 1
  }

  /// Leaves out what was never more than null where it has columns of its own elsewhere: `ort` beside `ort.name`.
  func without(nulls: Set<[UInt8]>) -> JSONColumns {
    guard !nulls.isEmpty else { return self }
    var prefixes: Set<[UInt8]> = []
    for name in names {
      for (place, byte) in name.enumerated() where byte == 0x2E && nulls.contains(Array(name[..<place])) {
        prefixes.insert(Array(name[..<place]))
      }
    }
    return prefixes.isEmpty ? self : JSONColumns(names.filter { !prefixes.contains($0) })
  }
}
