// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

extension Writer {
  /// Changes columns of a thing; false if it said all of that already.
  @discardableResult
  public func set(_ noun: Noun, _ id: Int, _ settings: [Setting]) throws(Hinweis) -> Bool {
    try store.checkWritable(noun)
    var stored: [(String, Value)] = []
    var changed = false
    for setting in settings {
      do throws(Hinweis) {
        switch try store.way(setting.column, of: noun) {
        case .stored: stored.append((Schema.name(setting.column), try value(setting, noun)))
        case .attribute: changed = try setAttribute(noun, id, setting) || changed
        case .relation(let joining, let owner, let other, let only):
          changed = try setRelation(joining, owner, other, only, id, setting) || changed
        case .part(let part, let owner, let value): changed = try setOnPart(noun, id, part, owner, value, setting) || changed
        }
      } catch {
        throw error.excerpt == nil ? error.marked(setting.span) : error
      }
    }
    guard !stored.isEmpty else { return changed }
    do throws(Hinweis) {
      guard try setStored(noun.table, id, stored) else { return changed }
      try check(noun, id)
    } catch {
      let isCircle = error.text == Refusal.circle
      throw isCircle
        ? Hinweis("\(noun.singular) \"\(try store.title(noun, id))\" stünde über sich selbst").marked(settings.first?.span) : error
    }
    return true
  }

  private func value(_ setting: Setting, _ noun: Noun) throws(Hinweis) -> Value {
    guard setting.mode == .replace else {
      throw Hinweis("\(setting.column.name) hat nur einen Wert").marked(setting.span).help("setze \(setting.column.name) = …")
    }
    let value = try single(setting) ?? .null
    if value == .null, setting.column.isRequired {
      throw Hinweis("\(setting.column.name) kann nicht leer sein").marked(setting.span)
    }
    if let only = noun.only, Fold.key(only.column) == Schema.name(setting.column), case .text(let word) = value, !only.words.contains(word)
    {
      throw Hinweis("mit \(setting.column.name) \(word) wäre es keine \(noun.singular) mehr").marked(setting.span)
    }
    return value
  }

  /// Writes columns of a table if any says something else; the version before goes to the history.
  func setStored(_ table: String, _ id: Int, _ values: [(column: String, value: Value)]) throws(Hinweis) -> Bool {
    let sets = values.enumerated().map { "\($1.column) = ?\($0 + 1)" }.joined(separator: ", ")
    let differs = values.enumerated().map { "\($1.column) IS NOT ?\($0 + 1)" }.joined(separator: " OR ")
    let n = values.count
    return try connection.run(
      "UPDATE \(table) SET \(sets), seit = ?\(n + 1), ab = ?\(n + 2) WHERE id = ?\(n + 3) AND (\(differs))",
      values.map(\.value) + [.integer(change.id), .integer(change.day), .integer(id)]) > 0
  }

  // MARK: Relations

  /// Brings the things that join to what is wanted: those missing are made, those too many deleted.
  private func setRelation(
    _ joining: Noun, _ owner: Column, _ other: Column, _ only: Noun.Restriction?, _ id: Int, _ setting: Setting
  ) throws(Hinweis) -> Bool {
    var wanted: [Int] = []
    for operand in setting.values {
      guard let thing = try store.stored(operand, for: other).integer else { continue }
      if !wanted.contains(thing) { wanted.append(thing) }
    }
    var rows: [(id: Int, other: Int)] = []
    let condition = only.map { " AND " + $0.sql() } ?? ""
    try connection.each(
      "SELECT id, \(Schema.name(other)) FROM \(joining.table) WHERE \(Schema.name(owner)) = ?\(condition)", [.integer(id)]
    ) { (row) throws(Hinweis) in
      rows.append((row.integer(0), row.integer(1)))
      return .more
    }
    let surplus = rows.filter { row in
      setting.mode == .remove ? wanted.contains(row.other) : setting.mode == .replace && !wanted.contains(row.other)
    }
    let missing = setting.mode == .remove ? [] : wanted.filter { thing in !rows.contains { $0.other == thing } }
    for row in surplus { try remove(joining, row.id) }
    for thing in missing {
      var values: [(String, Value)] = [(Schema.name(owner), .integer(id)), (Schema.name(other), .integer(thing))]
      if let only { values.append((Fold.key(only.column), .text(only.words[0]))) }
      try insert(joining.table, values.map(\.0), values.map(\.1))
    }
    return !surplus.isEmpty || !missing.isEmpty
  }

  // MARK: Parts

  /// Changes what is said on the only part; with several or none it says where to change it.
  private func setOnPart(
    _ noun: Noun, _ id: Int, _ part: Noun, _ owner: Column, _ value: Column, _ setting: Setting
  ) throws(Hinweis) -> Bool {
    var parts: [Int] = []
    try connection.each("SELECT id FROM \(part.table) WHERE \(Schema.name(owner)) = ? ORDER BY id", [.integer(id)]) {
      (row) throws(Hinweis) in
      parts.append(row.integer(0))
      return .more
    }
    let name = setting.column.name
    if part.needsOnly(owner), parts.isEmpty || value.isReference && setting.mode == .add {
      return try addParts(part, owner, id, value, setting)
    }
    guard let only = parts.first else {
      let needed = part.columns.filter { $0.isRequired && $0.name != owner.name }.map(\.example)
      throw Hinweis("\(name) steht am \(part.singular.capitalized), und \(noun.singular) \"\(try store.title(noun, id))\" hat keinen")
        .marked(setting.span)
        .help("neu \(part.singular) \"…\" in \(noun.singular) \"\(try store.title(noun, id))\"\(needed.map { " \($0)" }.joined())")
    }
    guard parts.count == 1 else {
      var titles: [String] = []
      for part_ in parts.prefix(9) { titles.append(try store.title(part, part_)) }
      throw Hinweis(
        "\(noun.singular) \"\(try store.title(noun, id))\" hat \(parts.count) \(part.plural) (\(titles.joined(separator: " und ")))"
      ).marked(setting.span).help("am \(part.singular.capitalized) ändern: setze \(part.singular) \"\(titles[0])\" \(value.name) = …")
    }
    return try set(part, only, [Setting(value, setting.values, setting.mode, span: setting.span)])
  }
}

extension Writer {
  /// Gives a thing parts of which each says one of the values wanted, as a measure without a catalogue has an entry for each of its fields.
  private func addParts(_ part: Noun, _ owner: Column, _ id: Int, _ value: Column, _ setting: Setting) throws(Hinweis) -> Bool {
    guard setting.mode != .remove else { return false }
    var isChanged = false
    for operand in setting.values {
      let values = [(Schema.name(owner), Value.integer(id)), (Schema.name(value), try store.stored(operand, for: value))]
      let known = try connection.value(
        "SELECT 1 FROM \(part.table) WHERE \(values[0].0) = ? AND \(values[1].0) = ?", values.map(\.1))
      guard known == nil else { continue }
      try insert(part.table, values.map(\.0), values.map(\.1))
      isChanged = true
    }
    return isChanged
  }
}

extension Noun {
  /// True if such a thing can be made by naming its whole alone.
  func needsOnly(_ owner: Column) -> Bool { exactlyOne.isEmpty && columns.allSatisfy { !$0.isRequired || $0.name == owner.name } }
}

extension String {
  /// With a capital, as a German noun is written.
  var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
