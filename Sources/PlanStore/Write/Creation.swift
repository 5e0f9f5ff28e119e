// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

extension Writer {
  /// Makes a new thing: what its table holds at once, then what joins it to others. The error names all that is missing.
  public func create(_ noun: Noun, _ settings: [Setting]) throws(Hinweis) -> Int {
    try store.checkWritable(noun)
    if let role = noun.having {
      throw Hinweis("\(noun.singular) wird, was eine der \(role.noun) hat").help(
        "verbinde … mit akteur \"…\" als \(role.only?.words[0] ?? "…")")
    }
    var values: [(column: String, value: Value)] = []
    var later: [Setting] = []
    for setting in settings {
      guard setting.column.source == .stored else {
        later.append(setting)
        continue
      }
      let name = Schema.name(setting.column)
      guard !values.contains(where: { $0.column == name }) else {
        throw Hinweis("\(setting.column.name) steht zweimal da").marked(setting.span)
      }
      if let value = try single(setting) { values.append((name, value)) }
    }
    complete(noun, &values)
    try checkComplete(noun, values.filter { $0.value != .null }.map(\.column))
    let id = try insert(noun.table, values.map(\.column), values.map(\.value))
    if !later.isEmpty { try set(noun, id, later) }
    try check(noun, id)
    return id
  }

  /// The one value of a setting; nil for nothing.
  func single(_ setting: Setting) throws(Hinweis) -> Value? {
    guard setting.values.count <= 1 else {
      throw Hinweis("\(setting.column.name) kann nur einen Wert haben").marked(setting.values[1].span).help(
        "ein Wert mit Komma steht in Anführungszeichen")
    }
    guard let operand = setting.values.first else { return nil }
    return try store.stored(operand, for: setting.column)
  }

  /// Fills in what goes without saying.
  private func complete(_ noun: Noun, _ values: inout [(column: String, value: Value)]) {
    func add(_ name: String, _ value: Value) {
      if !values.contains(where: { $0.column == name }) { values.append((name, value)) }
    }
    if let only = noun.only, only.words.count == 1 { add(Fold.key(only.column), .text(only.words[0])) }
    for column in noun.columns where column.source == .stored && column.words.contains("keine Angabe") {
      add(Schema.name(column), .text("keine Angabe"))
    }
    guard noun.table == "akteur" else { return }
    add("geprueft", .integer(1))
    if let code = values.first(where: { $0.column == "kuerzel" }) { add("name", code.value) }
  }

  private func checkComplete(_ noun: Noun, _ given: [String]) throws(Hinweis) {
    let missing = noun.columns.filter { $0.isRequired && !given.contains(Schema.name($0)) }
    guard missing.isEmpty else {
      throw Hinweis("\(noun.singular) braucht noch: \(missing.map { "\($0.name) (\($0.summary))" }.joined(separator: ", "))").help(
        "neu \(noun.singular) … \(missing.map(\.example).joined(separator: " "))")
    }
    let either = noun.exactlyOne.filter { given.contains(Fold.key($0)) }
    guard noun.exactlyOne.isEmpty || either.count == 1 else {
      throw Hinweis(
        either.isEmpty
          ? "\(noun.singular) braucht noch eines von: \(noun.exactlyOne.joined(separator: ", "))"
          : "\(noun.singular) kann nur eines davon haben: \(either.joined(separator: ", "))"
      ).help(either.isEmpty ? "neu \(noun.singular) … \(noun.exactlyOne.first ?? "") …" : nil)
    }
    if let only = noun.only, only.words.count > 1, !given.contains(Fold.key(only.column)) {
      throw Hinweis("\(noun.singular) braucht noch: \(only.column)").help("möglich sind \(only.words.joined(separator: ", "))")
    }
  }

  /// The settings that `in NOUN KEY` stands for: the column of what is made that names such a thing.
  public func within(_ noun: Noun, _ place: Noun, _ key: Operand, span: Span) throws(Hinweis) -> Setting {
    let column = try store.column(of: noun, naming: place, span: span)
    if case .anything = column.kind { return Setting(column, [Operand("\(place.singular) \(key.text)", span: key.span)], span: span) }
    return Setting(column, [key], span: span)
  }
}

extension PlanStore {
  /// True if something new needs more than is said of it, or nothing is said at all.
  public func isLacking(_ noun: Noun, _ columns: [Column]) throws(Hinweis) -> Bool {
    let given = Set(columns.map(\.name) + (noun.only.map { $0.words.count == 1 ? [$0.column] : [] } ?? []))
    let knowsName = noun.table == "akteur" && given.contains("kürzel")
    let missing = noun.columns.filter { $0.isRequired && !given.contains($0.name) && !(knowsName && $0.name == "name") }
    return columns.isEmpty || !missing.isEmpty || !noun.exactlyOne.isEmpty && given.isDisjoint(with: noun.exactlyOne)
  }

  /// True if a column can be said of something that is only being made.
  public func isWritableAtOnce(_ column: Column, of noun: Noun) -> Bool {
    switch try? way(column, of: noun) {
    case .stored, .attribute, .relation: true
    case .part(let part, let owner, _): part.needsOnly(owner)
    case nil: false
    }
  }

  /// The column by which a thing is placed in another: that of its name, else the one that makes it a part, that is required, or is its own.
  public func column(of noun: Noun, naming place: Noun, span: Span = Span()) throws(Hinweis) -> Column {
    var ranked: [(rank: Int, column: Column)] = []
    for column in noun.columns {
      switch column.kind {
      case .thing(let plural):
        guard let named = try self.noun(plural), named.table == place.table else { continue }
        if column.source != .stored, (try? way(column, of: noun)) == nil { continue }
        let isOwn = column.source == .stored
        let isNamed = Fold.key(column.name) == Fold.key(place.singular)
        ranked.append((isNamed ? 0 : column.isPart ? 1 : column.isRequired ? 2 : isOwn ? 3 : 4, column))
      case .anything where column.source == .stored: ranked.append((5, column))
      default: continue
      }
    }
    let best = ranked.map(\.rank).min()
    let found = ranked.filter { $0.rank == best }.map(\.column)
    guard let column = found.first else {
      throw Hinweis("\(noun.singular) kann nicht in \(place.singular) stehen").marked(span)
    }
    guard found.count == 1 else {
      throw Hinweis("\"in \(place.singular)\" kann \(found.map(\.name).joined(separator: " oder ")) heißen").marked(span).help(
        "die Spalte nennen: \(found[0].name) …")
    }
    return column
  }
}

extension Column {
  /// How it is typed in an example.
  var example: String {
    switch kind {
    case .day, .date: "\(name) heute"
    case .flag: "\(name) ja"
    case .number, .decimal: "\(name) 1"
    default: words.isEmpty ? "\(name) \"…\"" : "\(name) \(Hinweis.quoted(words[0]))"
    }
  }
}
