// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// What SQLite says of a statement that it cannot compile, in German around its own words.
struct SQLProblem {
  var message: String
  var sql: String
  /// The character at which it shows.
  var place: Int?

  func hinweis(_ nouns: [Noun]) -> Hinweis {
    var found = Hinweis(text)
    found.help = help(nouns)
    return place.map { found.marked(Span(start: $0, length: length)) } ?? found
  }

  /// What stands behind the colon, or between quotation marks.
  private var name: String {
    if message.hasPrefix("near ") { return String(message.drop { $0 != "\"" }.dropFirst().prefix { $0 != "\"" }) }
    return message.firstRange(of: ": ").map { String(message[$0.upperBound...]) } ?? ""
  }

  private var isWrite: Bool { place == 0 && message.hasSuffix("syntax error") }

  private var text: String {
    if isWrite { return "sql liest nur: eine Anweisung beginnt mit select, with oder values" }
    if message == "near \";\": syntax error" { return "sql nimmt nur eine Anweisung" }
    // That is the bracket around the statement.
    if place == nil, message.hasPrefix("near \")\"") { return "die Anweisung ist nicht zu Ende" }
    let german: [(String, String)] = [
      ("no such table", "eine Tabelle oder Sicht \"\(name)\" gibt es nicht"), ("no such column", "eine Spalte \"\(name)\" gibt es hier nicht"),
      ("ambiguous column name", "mehrere Tabellen haben eine Spalte \"\(name)\""), ("no such function", "eine Funktion \"\(name)\" gibt es nicht"),
      ("unrecognized token", "\(name) ist in SQL kein Zeichen"), ("incomplete input", "die Anweisung ist nicht zu Ende"), ("near", "bei \"\(name)\" ist die Anweisung nicht zu verstehen"),
    ]
    let known = german.first { message.hasPrefix($0.0) }?.1 ?? "SQLite nimmt die Anweisung nicht an"
    return "\(known) (SQLite: \(message))"
  }

  private func help(_ nouns: [Noun]) -> String? {
    let views = nouns.filter { !$0.isRelation }
    if isWrite { return "geändert wird mit neu, setze, lösche, verbinde und trenne" }
    if message.hasPrefix("no such table") {
      let near = Fold.nearest(name, among: views.map(Views.name))
      return near.isEmpty ? "die Sichten heißen wie die Abfragen, etwa massnahmen" : "gemeint ist vielleicht \(near.joined(separator: " oder "))"
    }
    guard message.hasPrefix("no such column") else { return nil }
    let text = Fold.key(sql)
    let meant = views.filter { text.contains(Views.name($0)) }
    let near = Fold.nearest(name, among: Set(meant.flatMap { Views.columns($0).map(\.name) }).sorted())
    if !near.isEmpty { return "gemeint ist vielleicht \(near.joined(separator: " oder "))" }
    return meant.first.map { "ihre Spalten zeigt: spalten \($0.plural)" }
  }

  private var length: Int { max(1, sql.dropFirst(place ?? 0).prefix { $0.isLetter || $0.isNumber || $0 == "_" }.count) }
}
