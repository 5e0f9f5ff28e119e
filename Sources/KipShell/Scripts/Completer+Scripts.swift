// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery

extension Completer {
  /// Names that may begin a line: aliases of the session, queries of the plan.
  var names: [Candidate] {
    session.aliases.all.values.sorted { $0.name < $1.name }.map { Candidate($0.name, "Alias: \(Naming.text($0.tokens[...]))") }
      + ((try? SavedQuery.all(in: session)) ?? []).map { Candidate($0.name, "gemerkt: \($0.text)") }
  }

  /// The part of a line that is completed as if it stood alone: the query behind `wenn`, `für jede … in`, `merke … =`, an alias or a saved query
  /// as what it stands for.
  func inner(_ head: [Token]) -> [Token] {
    let words = head.prefix(5).map { $0.kind == .text ? "" : Fold.key($0.text) }
    var rest = head[...]
    switch words.first {
    case "wenn": rest = rest.dropFirst(words.dropFirst().first == "nicht" ? 2 : 1)
    case "sonst" where words.count > 1 && words[1] == "wenn": rest = rest.dropFirst(words.count > 2 && words[2] == "nicht" ? 3 : 2)
    case "fuer" where words.count > 3 && words[3] == "in": rest = rest.dropFirst(4)
    case "merke", "variable", "alias":
      guard words.count > 2, words[2] == "=" else { return head }
      rest = rest.dropFirst(3)
    default: rest = session.aliases.expand(head)[...]
    }
    guard let first = rest.first, Commands.named(first.text) == nil, (try? noun(first.text)) == nil, let query = try? session.query([first])
    else { return Array(rest) }
    return [Token(kind: .word, text: query.noun.text, span: first.span)] + rest.dropFirst()
  }

  /// True where a query begins inside of a line, so that nothing but what is asked for can stand there.
  func beginsQuery(_ head: [Token]) -> Bool { !head.isEmpty && inner(head).isEmpty }
}
