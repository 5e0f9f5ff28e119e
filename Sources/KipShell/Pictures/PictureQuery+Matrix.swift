// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

extension PictureQuery {
  /// What a map is drawn from: a pivot as it stands, or that of two columns.
  func matrix() throws(Hinweis) -> Table {
    let example = "etwa: \(query.noun.text) | kreuz \(try exampleOfGroups()) x … | matrix"
    if !picture.paths.isEmpty {
      guard picture.paths.count == 2 else { throw wrong("matrix braucht zwei Spalten oder keine", example) }
      return try store.rows(asked(.cross(picture.paths[0], picture.paths[1], Aggregate(.anzahl))))
    }
    guard isGrouped || isShown else { throw wrong("matrix braucht, was gegen was gezählt wird", example) }
    let table = try store.rows(asked())
    guard table.columns.count > 1, table.columns.dropFirst().allSatisfy({ $0.kind == .number }) else {
      throw wrong("matrix braucht vorn eine Spalte mit Namen und dahinter nur Zahlen", example)
    }
    return table
  }
}
