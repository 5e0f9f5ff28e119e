// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// Looks for words in all that the help can say: pages, commands, offers of plug-ins, kinds of things and their columns.
struct HelpSearch {
  let session: Session

  /// What a word names, what is said of it, other words for it, and what else is said.
  private struct Entry {
    var name: String
    var summary: String
    var short: String
    var long: String

    init(_ name: String, _ summary: String, words: String = "", text: String = "") {
      (self.name, self.summary) = (name, summary)
      short = Fold.key("\(name) \(summary) \(words)")
      long = text.isEmpty ? short : Fold.key("\(short) \(text)")
    }
  }

  /// The entries in which all words stand, those with a word in their name first.
  func found(_ words: String) throws(Hinweis) -> Document {
    let keys = words.split(separator: " ").map { Fold.key(String($0)) }
    let entries = try entries()
    var hits = entries.filter { entry in keys.allSatisfy { entry.short.contains($0) } }
    // What only stands in a text or an example is a hit where there is no better one.
    if hits.isEmpty { hits = entries.filter { entry in keys.allSatisfy { entry.long.contains($0) } } }
    func isNamed(_ entry: Entry) -> Bool { keys.contains { Fold.key(entry.name).contains($0) } }
    var ordered = hits.filter(isNamed) + hits.filter { !isNamed($0) }
    if ordered.isEmpty {
      let known = HelpPage.all.flatMap { [$0.name] + $0.words } + Dispatcher.words(session)
      let near = Fold.nearest(words, among: known)
      // A whole question has no misspelt word in it: then what has most of its words.
      if near.isEmpty { ordered = nearest(keys, entries) }
      guard !ordered.isEmpty else {
        throw Hinweis("zu \"\(words)\" gibt es keine Hilfe").help("hilfe zeigt alle Themen").didYouMean(words, known)
      }
    }
    return Document(
      "",
      [.text("zu \"\(words)\"; mehr sagt jeweils hilfe WORT"), .table(HelpLibrary.table("Wort", ordered.map { [$0.name, $0.summary] }))])
  }

  /// The entries in which the most of several words stand; short ones are in everything.
  private func nearest(_ keys: [String], _ entries: [Entry]) -> [Entry] {
    guard keys.count > 1 else { return [] }
    let telling = keys.filter { $0.utf8.count > 3 }
    let rated = entries.map { entry in (entry: entry, count: telling.count { entry.short.contains($0) }) }.filter { $0.count > 0 }
    return rated.sorted { $0.count > $1.count }.prefix(12).map(\.entry)
  }

  private func entries() throws(Hinweis) -> [Entry] {
    var entries = HelpPage.all.map { Entry($0.name, $0.summary, words: $0.words.joined(separator: " "), text: $0.everything) }
    for declaration in Commands.all.map(\.declaration) + [InputScript.declaration] {
      let details = declaration.parameters.map { "\($0.name) \($0.summary)" } + declaration.examples
      entries.append(
        Entry(
          declaration.word, declaration.summary, words: declaration.synonyms.joined(separator: " "), text: details.joined(separator: " ")))
    }
    entries += session.host.offers(.command).map { Entry($0.offer.name, $0.offer.summary) }
    entries += session.host.offers(.report).map { Entry("bericht \($0.offer.name)", $0.offer.summary) }
    entries += session.host.offers(.format).map { Entry("format \($0.offer.name)", $0.offer.summary) }
    for noun in try session.store?.allNouns() ?? Kernel.nouns {
      entries.append(Entry(noun.plural, noun.summary))
      for column in noun.columns {
        let names = try session.words(for: column).joined(separator: ", ")
        entries.append(Entry("\(noun.plural): \(names)", column.summary, text: column.words.joined(separator: " ")))
      }
    }
    return entries
  }
}
