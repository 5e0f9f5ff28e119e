// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

extension Writer {
  /// Changes which words of an attribute's vocabulary are marked; the marks of those that were there stay what they are.
  func setAttribute(_ noun: Noun, _ id: Int, _ setting: Setting) throws(Hinweis) -> Bool {
    let path = Value.text("$.\"\(setting.column.name)\"")
    var marks: [(word: String, mark: String)] = []
    try connection.each("SELECT key, value FROM \(noun.table) t, json_each(t.merkmale, ?) WHERE t.id = ?", [path, .integer(id)]) {
      (row) throws(Hinweis) in
      marks.append((row.text(0), row.text(1)))
      return .more
    }
    let before = marks.map(\.word)
    var words: [String] = []
    for operand in setting.values {
      guard case .text(let word) = try store.stored(operand, for: setting.column) else { continue }
      if !words.contains(word) { words.append(word) }
    }
    switch setting.mode {
    case .replace: marks = words.map { word in (word, marks.first { $0.word == word }?.mark ?? "x") }
    case .add: marks += words.filter { !before.contains($0) }.map { ($0, "x") }
    case .remove: marks.removeAll { words.contains($0.word) }
    }
    guard Set(before) != Set(marks.map(\.word)) else { return false }
    return try setStored(noun.table, id, [("merkmale", try merged(noun, id, path, marks))])
  }

  /// The JSON of all attributes with one of them anew; NULL where nothing is marked.
  private func merged(_ noun: Noun, _ id: Int, _ path: Value, _ marks: [(word: String, mark: String)]) throws(Hinweis) -> Value {
    let all = "(SELECT coalesce(merkmale, '{}') FROM \(noun.table) WHERE id = ?1)"
    if marks.isEmpty { return try connection.value("SELECT nullif(json_remove(\(all), ?2), '{}')", [.integer(id), path]) ?? .null }
    let pairs = marks.indices.map { "?\($0 * 2 + 3), ?\($0 * 2 + 4)" }.joined(separator: ", ")
    return try connection.value(
      "SELECT json_set(\(all), ?2, json_object(\(pairs)))",
      [.integer(id), path] + marks.flatMap { [.text($0.word), .text($0.mark)] }) ?? .null
  }
}
