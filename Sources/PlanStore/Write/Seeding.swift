// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

extension Writer {
  /// Copies a variant's declarations into a new plan; from then on the plan's data rule.
  ///
  /// - Parameter lines: the variant's own words, kept so that the plan can be read without the plug-in.
  public func seed(_ declarations: Declarations, lines: String) throws(Hinweis) {
    try insert("variante", ["name": .text(declarations.name), "fassung": .text(declarations.version), "wortlaut": .text(lines)])
    for term in declarations.terms {
      try insert("begriff", ["kern": .text(term.kernel), "wort": .text(term.word)])
    }
    for attribute in declarations.attributes {
      let heading = attribute.name.prefix(1).uppercased() + attribute.name.dropFirst()
      try insert(
        "merkmal",
        [
          "art": .text(attribute.noun), "name": .text(attribute.name), "ueberschrift": .text(heading),
          "erklaerung": .text(attribute.summary),
        ])
      var ids: [String: Int] = [:]
      for (index, word) in attribute.words.enumerated() {
        ids[word.name] = try insert(
          "vokabel",
          [
            "merkmal": .text(attribute.name), "name": .text(word.name), "oberhalb": Value(word.above.flatMap { ids[$0] }),
            "platz": .integer(index + 1),
          ])
      }
    }
    store.forgetDescriptions()
    for seed in declarations.seeds { try plant(seed) }
    for spelling in declarations.spellings {
      let noun = try noun(spelling.noun)
      guard let id = try store.find(noun, spelling.key).first else {
        throw Hinweis("die Variante gibt \"\(spelling.key)\" eine Schreibweise, legt es aber nicht an")
      }
      try insert("nebenname", ["art": .text(noun.singular), "ding": .integer(id), "name": .text(spelling.spelling)])
    }
  }

  private func plant(_ seed: Declarations.Seed) throws(Hinweis) {
    let noun = try noun(seed.noun)
    var settings: [Setting] = []
    for given in [.init(noun.title, seed.key)] + seed.values {
      guard let column = noun.column(given.column), column.source == .stored else {
        throw Hinweis("die Variante nennt eine unbekannte Spalte \"\(given.column)\"").didYouMean(given.column, noun.columns.map(\.name))
      }
      settings.append(Setting(column, [Operand(given.text)]))
    }
    do throws(Hinweis) {
      _ = try create(noun, settings)
    } catch {
      // What a variant says stands in no line that the user typed.
      var error = error
      error.excerpt = nil
      throw error
    }
  }

  private func noun(_ word: String) throws(Hinweis) -> Noun {
    guard let noun = try store.noun(word) else {
      throw Hinweis("die Variante nennt eine unbekannte Art \"\(word)\"").didYouMean(word, Kernel.nouns.map(\.singular))
    }
    return noun
  }
}

extension PlanStore {
  /// The lines of the variant with which the plan was made; nil if it was made without one.
  public func variantLines() throws(Hinweis) -> String? {
    try connection.value("SELECT wortlaut FROM variante ORDER BY id DESC LIMIT 1")?.text
  }
}
