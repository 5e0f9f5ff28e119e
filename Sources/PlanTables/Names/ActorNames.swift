// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

/// The actors of a plan by their codes, names and other spellings.
final class ActorNames {
  private let writer: Writer
  private let decisions: NameDecisions
  private var ids: [String: [Int]] = [:]
  private var units: [(code: UnitCode, id: Int)] = []
  private var above: [Int: Int] = [:]
  private var names: [String] = []
  /// Actors that this import made, not yet confirmed by anybody.
  private(set) var new: [String] = []

  init(_ store: PlanStore, _ writer: Writer, _ decisions: NameDecisions) throws(Hinweis) {
    self.writer = writer
    self.decisions = decisions
    let columns = [["id"], ["name"], ["kürzel"], ["zweitkürzel"], ["oberhalb", "id"], ["art"]].map { Shown(Path($0.map { Name($0) })) }
    for row in try store.rows(Query(Name("akteure"), [.show(columns)])).rows.all() {
      guard let id = Int(row[0]) else { continue }
      for name in row[1...3] where !name.isEmpty {
        learn(name, id)
        if let code = UnitCode(name), row[5] == "einheit" { units.append((code, id)) }
      }
      if row[5] == "person" { learn(PersonName.key(row[1]), id) } else { names.append(row[1]) }
      if let parent = Int(row[4]) { above[id] = parent }
    }
    for spelling in try store.spellings(of: "akteur", "einheit", "organisation", "gruppe", "funktion", "person") {
      // What somebody decided goes before what is only called so.
      ids[Fold.key(spelling.name)] = [spelling.id]
    }
  }

  private func learn(_ name: String, _ id: Int) {
    let key = Fold.key(name)
    if !(ids[key]?.contains(id) ?? false) { ids[key, default: []].append(id) }
  }

  /// The actors that a code or name may mean.
  func candidates(_ name: String) -> [Int] {
    if let known = ids[Fold.key(name)] { return known }
    guard let code = UnitCode(name) else {
      // The hyphen of a word break may have stayed: "Agentur für- Arbeit".
      guard name.contains("- ") else { return [] }
      return ids[Fold.key(name.replacing("- ", with: " "))] ?? ids[Fold.key(name.replacing("- ", with: ""))] ?? []
    }
    var found: [Int] = []
    for unit in units where unit.code.matches(code) && !found.contains(unit.id) { found.append(unit.id) }
    return found
  }

  /// The one actor of a code or name; nil if the plan has none, or several.
  func find(_ name: String) -> Int? {
    let found = candidates(name)
    return found.count == 1 ? found[0] : nil
  }

  /// All units of a kind, such as every Fachbereich.
  func units(ofKind kind: String) -> [Int] {
    var found: [Int] = []
    for unit in units where unit.code.kind == kind && !found.contains(unit.id) { found.append(unit.id) }
    return found
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

  /// What somebody says who is asked: an actor of this name, or a new unit; nil if there is nobody to ask or the cell is to be left.
  func ask(_ name: String) throws(Hinweis) -> Int? {
    guard let noun = Kernel.noun(UnitCode(name) == nil ? "akteur" : "einheit") else { return nil }
    var near = candidates(name)
    if near.isEmpty, let code = UnitCode(name) { near = units.filter { $0.code.number == code.number || $0.code.isAbove(code) }.map(\.id) }
    switch try decisions.decide(noun, name, candidates: Array(near.prefix(9)), canMake: true) {
    case .thing(let id):
      ids[Fold.key(name)] = [id]
      return id
    case .new: return UnitCode(name) == nil ? try make(name).id : try makeUnit(name)
    case .leave, nil: return nil
    }
  }

  private func makeUnit(_ code: String) throws(Hinweis) -> Int {
    let id = try insert("einheit", code, ["kuerzel": .text(code)])
    if let unit = UnitCode(code) { units.append((unit, id)) }
    return id
  }

  /// Makes an organisation that nobody has confirmed yet, and says which known names come near.
  func make(_ name: String) throws(Hinweis) -> (id: Int, nearest: [String]) {
    let nearest = names.count < 2000 ? Fold.nearest(name, among: names) : []
    names.append(name)
    return (try insert("organisation", name, [:]), nearest)
  }

  /// The person of a name, made if the plan has nobody of it: `Fr. Muster` and `Frau Muster` are one.
  func person(_ name: String) throws(Hinweis) -> (id: Int, isNew: Bool) {
    let key = PersonName.key(name)
    if let known = (ids[Fold.key(name)] ?? ids[key])?.first { return (known, false) }
    let id = try insert("person", name, [:])
    ids[key] = [id]
    return (id, true)
  }

  private func insert(_ kind: String, _ name: String, _ more: KeyValuePairs<String, Value>) throws(Hinweis) -> Int {
    let id = try writer.insert("akteur", ["art": .text(kind), "name": .text(name), "geprueft": .integer(0)])
    for (column, value) in more { try writer.update("akteur", id, [column: value]) }
    learn(name, id)
    new.append(name)
    return id
  }

  /// Makes the holder of a function, as a column header names him or her.
  func hold(_ function: Int, by person: String, source: Int) throws(Hinweis) {
    let id: Int
    if let known = ids[Fold.key(person)]?.first {
      id = known
    } else {
      id = try writer.insert("akteur", ["art": .text("person"), "name": .text(person), "geprueft": .integer(0)])
    }
    learn(person, id)
    guard try !writer.holds(id, function) else { return }
    try writer.insert("besetzung", ["funktion": .integer(function), "person": .integer(id), "quelle": .integer(source)])
  }
}
