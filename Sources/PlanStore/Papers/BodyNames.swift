// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// The Gremien of a plan by their names, as papers write them.
final class BodyNames {
  private let writer: Writer
  private var ids: [String: Set<Int>] = [:]
  private var loose: [String: Set<Int>] = [:]
  private var towns: Set<String> = []
  /// Gremien that were made because the plan had none of this name.
  private(set) var new: [String] = []

  init(_ writer: Writer) throws(Hinweis) {
    self.writer = writer
    let connection = writer.connection
    try connection.each("SELECT name FROM kommune") { (row) throws(Hinweis) in
      for word in Fold.key(row.text(0)).split(separator: " ") { towns.insert(String(word)) }
      return .more
    }
    try connection.each("SELECT id, name, kuerzel FROM gremium") { (row) throws(Hinweis) in
      for name in [row.text(1), row.text(2)] where !name.isEmpty { add(name, row.integer(0)) }
      return .more
    }
    for spelling in try writer.store.spellings(of: "gremium") { add(spelling.name, spelling.id) }
  }

  /// The Gremium of a name; it is made where the plan has none. Of several it names none, and the error says so.
  func id(_ name: String, town: Int?) throws(Hinweis) -> Int {
    if let id = try one(ids[Fold.key(name)], name) { return id }
    if let id = try one(loose[looseKey(name)], name) { return id }
    let id = try writer.insert(
      "gremium", ["name": .text(name), "art": Value(BodyNames.kind(name)), "kommune": Value(town)])
    add(name, id)
    new.append(name)
    return id
  }

  /// The Gremium of an address, where somebody has given it to one as another name.
  func id(ofAddress address: String) throws(Hinweis) -> Int? { try one(ids[Fold.key(address)], address) }

  private func one(_ found: Set<Int>?, _ name: String) throws(Hinweis) -> Int? {
    guard let found, let id = found.first else { return nil }
    guard found.count == 1 else {
      throw Hinweis("mehrere Gremien heißen \"\(name)\"").help("eines davon umbenennen: setze gremium \"Nr. \(id)\" name = …")
    }
    return id
  }

  private func add(_ name: String, _ id: Int) {
    ids[Fold.key(name), default: []].insert(id)
    loose[looseKey(name), default: []].insert(id)
  }

  /// The words that tell a Gremium from others: without articles, the word Stadt and the names of the plan's towns.
  private func looseKey(_ name: String) -> String {
    let words = Fold.key(name).split { !$0.isLetter && !$0.isNumber }.map { String($0) }
    let told = words.filter {
      !["der", "die", "das", "des", "den", "fuer", "und", "stadt", "gemeinde"].contains($0) && !towns.contains($0)
    }
    return told.sorted().joined(separator: " ")
  }

  /// The word of `gremien.art` that a name says; nil where it says none.
  static func kind(_ name: String) -> String? {
    let key = Fold.key(name)
    if key.contains("integrationsrat") { return "Integrationsrat" }
    if key.contains("ausschuss") { return "Ausschuss" }
    if key.contains("beirat") { return "Beirat" }
    if key.contains("steuerungsgruppe") { return "Steuerungsgruppe" }
    if key.contains("lenkungsgruppe") { return "Lenkungsgruppe" }
    if key.contains("arbeitsgruppe") { return "Arbeitsgruppe" }
    if key.contains("kreistag") || key.hasPrefix("rat") || key.contains("stadtrat") || key.contains("gemeinderat") { return "Rat" }
    return nil
  }
}
