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
    var values: [(String, Value)] = [(Fold.key(noun.title), .text(seed.key))]
    for given in seed.values {
      guard let column = noun.column(given.column), column.source == .stored else {
        throw Hinweis("die Variante nennt eine unbekannte Spalte \"\(given.column)\"").didYouMean(given.column, noun.columns.map(\.name))
      }
      values.append((Fold.key(column.name), try value(given.text, for: column)))
    }
    if let only = noun.only { values.append((Fold.key(only.column), .text(only.words[0]))) }
    if noun.table == "akteur" {
      values.append(("geprueft", .integer(1)))
      if !values.contains(where: { $0.0 == "name" }) { values.append(("name", .text(seed.key))) }
    }
    _ = try insert(noun.table, values.map(\.0), values.map(\.1))
  }

  private func noun(_ word: String) throws(Hinweis) -> Noun {
    guard let noun = try store.noun(word) else {
      throw Hinweis("die Variante nennt eine unbekannte Art \"\(word)\"").didYouMean(word, Kernel.nouns.map(\.singular))
    }
    return noun
  }

  /// The stored form of a typed value.
  private func value(_ text: String, for column: Column) throws(Hinweis) -> Value {
    switch column.kind {
    case .thing(let plural):
      guard let noun = try store.noun(plural), let id = try store.find(noun, text).first else {
        throw Hinweis("\"\(text)\" gibt es nicht").help("\(column.name) nennt etwas, das weiter oben angelegt sein muss")
      }
      return .integer(id)
    case .number:
      guard let number = GermanNumber.value(text).flatMap({ Int(exactly: $0) }) else { throw Hinweis("\"\(text)\" ist keine ganze Zahl") }
      return .integer(number)
    case .day:
      guard let date = Datum(text) else { throw Hinweis("\"\(text)\" ist kein Datum") }
      return .integer(date.firstDay)
    case .date:
      guard let date = Datum(text) else { throw Hinweis("\"\(text)\" ist kein Datum") }
      return .text(date.iso)
    case .flag: return .integer(Fold.key(text) == "ja" ? 1 : 0)
    default:
      guard column.words.isEmpty || column.words.contains(text) else {
        throw Hinweis("\(column.name) kann nicht \"\(text)\" sein").didYouMean(text, column.words)
      }
      return .text(text)
    }
  }
}

extension PlanStore {
  /// The lines of the variant with which the plan was made; nil if it was made without one.
  public func variantLines() throws(Hinweis) -> String? {
    try connection.value("SELECT wortlaut FROM variante ORDER BY id DESC LIMIT 1")?.text
  }
}
