// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

/// The words of an attribute, to which a table may add.
final class Vocabulary {
  private let writer: Writer
  let name: String
  private let separator: String
  private var words: [String: String] = [:]
  /// Words that this import added.
  private(set) var new: [String] = []

  init(_ name: String, separator: String, _ store: PlanStore, _ writer: Writer) throws(Hinweis) {
    self.writer = writer
    self.separator = separator
    guard let noun = try store.noun("maßnahmen"), let column = try store.columnIfAny(name, of: noun) else {
      let heading = name.prefix(1).uppercased() + name.dropFirst()
      try writer.insert("merkmal", ["art": .text("maßnahme"), "name": .text(name), "ueberschrift": .text(heading)])
      self.name = name
      return
    }
    self.name = column.name
    for word in column.words { words[Fold.key(word)] = word }
  }

  /// The words that a cell says, and those of them that are new.
  func read(_ text: String) throws(Hinweis) -> (words: [String], new: [String]) {
    var (found, added): ([String], [String]) = ([], [])
    for part in split(text) {
      if let word = words[Fold.key(part)] {
        if !found.contains(word) { found.append(word) }
        continue
      }
      try writer.insert("vokabel", ["merkmal": .text(name), "name": .text(part), "platz": .integer(words.count + 1)])
      words[Fold.key(part)] = part
      new.append(part)
      added.append(part)
      found.append(part)
    }
    return (found, added)
  }

  /// The words that a cell says, if the attribute has all of them.
  func known(_ text: String) -> [String]? {
    let found = split(text).map { words[Fold.key($0)] }
    return found.isEmpty || found.contains(nil) ? nil : found.compactMap { $0 }
  }

  private func split(_ text: String) -> [String] {
    if words[Fold.key(text)] != nil { return [text] }
    let parts = text.split { separator.isEmpty ? ";/,\n".contains($0) : separator.contains($0) }.map { NamedActors.clean(String($0)) }
    return parts.filter { !$0.isEmpty }.flatMap { part -> [String] in
      let both = part.split(separator: " und ").map { NamedActors.clean(String($0)) }
      return words[Fold.key(part)] == nil && both.count > 1 && both.allSatisfy { words[Fold.key($0)] != nil } ? both : [part]
    }
  }
}
