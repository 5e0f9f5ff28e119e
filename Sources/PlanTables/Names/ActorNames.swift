// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

/// The actors of a plan by their codes, names and other spellings.
final class ActorNames {
  private let writer: Writer
  private var ids: [String: Int] = [:]
  private var units: [(code: UnitCode, id: Int)] = []
  private var above: [Int: Int] = [:]
  private var names: [String] = []
  /// Actors that this import made, not yet confirmed by anybody.
  private(set) var new: [String] = []

  init(_ store: PlanStore, _ writer: Writer) throws(Hinweis) {
    self.writer = writer
    let columns = [["id"], ["name"], ["kürzel"], ["zweitkürzel"], ["oberhalb", "id"], ["art"]].map { Shown(Path($0.map { Name($0) })) }
    for row in try store.rows(Query(Name("akteure"), [.show(columns)])).rows.all() {
      guard let id = Int(row[0]) else { continue }
      for name in row[1...3] where !name.isEmpty {
        ids[Fold.key(name)] = id
        if let code = UnitCode(name), row[5] == "einheit" { units.append((code, id)) }
      }
      if row[5] != "person" { names.append(row[1]) }
      if let parent = Int(row[4]) { above[id] = parent }
    }
    for spelling in try store.spellings(of: "akteur", "einheit", "organisation", "gruppe", "funktion") {
      ids[Fold.key(spelling.name)] = spelling.id
    }
  }

  /// The actor of a code or name; nil if the plan has none.
  func find(_ name: String) -> Int? {
    if let id = ids[Fold.key(name)] { return id }
    guard let code = UnitCode(name) else { return nil }
    return units.first { $0.code.matches(code) }?.id
  }

  /// True if one actor stands above the other in the tree.
  func isAbove(_ a: Int, _ b: Int) -> Bool {
    var place = above[b]
    // A tree that bites its own tail ends here too.
    for _ in 0..<above.count {
      guard let parent = place else { return false }
      if parent == a { return true }
      place = above[parent]
    }
    return false
  }

  /// Makes an organisation that nobody has confirmed yet, and says which known names come near.
  func make(_ name: String) throws(Hinweis) -> (id: Int, nearest: [String]) {
    let nearest = names.count < 2000 ? Fold.nearest(name, among: names) : []
    let id = try writer.insert("akteur", ["art": .text("organisation"), "name": .text(name), "geprueft": .integer(0)])
    ids[Fold.key(name)] = id
    names.append(name)
    new.append(name)
    return (id, nearest)
  }

  /// Makes the holder of a function, as a column header names him or her.
  func hold(_ function: Int, by person: String, source: Int) throws(Hinweis) {
    let id: Int
    if let known = ids[Fold.key(person)] {
      id = known
    } else {
      id = try writer.insert("akteur", ["art": .text("person"), "name": .text(person), "geprueft": .integer(0)])
    }
    ids[Fold.key(person)] = id
    guard try !writer.holds(id, function) else { return }
    try writer.insert("besetzung", ["funktion": .integer(function), "person": .integer(id), "quelle": .integer(source)])
  }
}
