// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

/// The one place where a value that was typed becomes one that is stored.
extension PlanStore {
  /// The stored form of a value; the error points at it and says what is allowed.
  public func stored(_ operand: Operand, for column: Column) throws(Hinweis) -> Value {
    do throws(Hinweis) {
      return try value(operand, for: column)
    } catch {
      throw error.excerpt == nil ? error.marked(operand.span) : error
    }
  }

  private func value(_ operand: Operand, for column: Column) throws(Hinweis) -> Value {
    let text = operand.text
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw Hinweis("\(column.name) kann kein leerer Text sein").help("nichts mehr sagt: setze \(column.name) = leer")
    }
    switch column.kind {
    case .thing(let plural):
      guard let noun = try noun(plural) else { throw Hinweis("die Beschreibung von \"\(column.name)\" ist unvollständig") }
      return .integer(try theOne(noun, operand))
    case .anything: return .integer(try anything(operand, for: column.name))
    case .number:
      guard let number = GermanNumber.value(text).flatMap({ Int(exactly: $0) }) else { throw Hinweis("\"\(text)\" ist keine ganze Zahl") }
      return .integer(number)
    case .decimal:
      guard let number = GermanNumber.value(text) else {
        throw Hinweis("\"\(text)\" ist keine Zahl").help("Zahlen stehen so: 1250 oder 1.250,50")
      }
      return .real(number)
    case .day:
      guard let date = try date(text), date.firstDay == date.lastDay else {
        throw Hinweis("\"\(text)\" ist kein Tag").help("ein Tag steht so: 24.04.2017, oder: heute")
      }
      return .integer(date.firstDay)
    case .date:
      guard let date = try date(text) else {
        throw Hinweis("\"\(text)\" ist kein Datum").help("Daten stehen so: 31.12.2024, 12/2024, III/2024, 2024 oder heute")
      }
      return .text(date.iso)
    case .flag:
      switch Fold.key(text) {
      case "ja", "1": return .integer(1)
      case "nein", "0": return .integer(0)
      default: throw Hinweis("\"\(text)\" ist weder ja noch nein")
      }
    case .amount: return .text(Betrag(text).text)
    case .text, .label: return .text(try word(text, for: column))
    @unknown default: throw Hinweis("\(column.name) kann dieses kip nicht schreiben")
    }
  }

  private func word(_ text: String, for column: Column) throws(Hinweis) -> String {
    if !column.digits.isEmpty { return try RegionalKey.checked(text, column) }
    guard !column.words.isEmpty else { return text }
    guard let word = column.words.first(where: { Fold.key($0) == Fold.key(text) }) else {
      var error = Hinweis("\(column.name) kann nicht \"\(text)\" sein").didYouMean(text, column.words)
      if error.help == nil {
        error = error.help("möglich sind etwa \(column.words.prefix(10).map(Hinweis.quoted).joined(separator: ", "))")
      }
      throw error
    }
    return word
  }

  /// A date as it is typed, `heute` included.
  public func date(_ text: String) throws(Hinweis) -> Datum? {
    guard Fold.key(text) == "heute" else { return Datum(text) }
    return try connection.value("SELECT date('now', 'localtime')")?.text.flatMap { Datum($0) }
  }

  // MARK: Things

  /// The one thing that a word names; none and several are errors.
  public func theOne(_ noun: Noun, _ name: Operand) throws(Hinweis) -> Int {
    let ids = try find(noun, name.text)
    guard let id = ids.first else {
      let near = Fold.nearest(name.text, among: try names(of: noun, atMost: 5000)).map(Hinweis.quoted).joined(separator: " oder ")
      throw Hinweis("\(noun.singular) \"\(name.text)\" gibt es nicht").marked(name.span).help(
        (near.isEmpty ? "" : "gemeint ist vielleicht \(near); ") + "anlegen: neu \(noun.singular) \"\(name.text)\"")
    }
    guard ids.count == 1 else {
      var titles: [String] = []
      for id in ids.prefix(8) { titles.append("\(try unmistakable(noun, id)) (\(try title(noun, id)))") }
      throw Hinweis("\(ids.count) \(noun.plural) heißen \"\(name.text)\"").marked(name.span).help(
        "eines davon nennen: \(titles.joined(separator: ", "))\(ids.count > 8 ? " …" : "")")
    }
    return id
  }

  /// The thing that words such as `sitzung StG 24.04.2017` name.
  public func anything(_ operand: Operand, for column: String) throws(Hinweis) -> Int {
    let words = operand.text.split(separator: " ", maxSplits: 1).map(String.init)
    guard words.count == 2, let noun = try noun(words[0]), noun.hasHistory else {
      throw Hinweis("\(column) nennt ein Ding mit seiner Art").marked(operand.span).help("etwa: \(column) maßnahme \"30,2\"")
    }
    return try theOne(noun, Operand(words[1], span: operand.span))
  }

  /// The words that name a thing.
  public func title(_ noun: Noun, _ id: Int) throws(Hinweis) -> String {
    let label = try Resolver(store: self).label(noun, of: "?1")
    let text = try connection.value("SELECT \(label)", [.integer(id)])?.text ?? "Nr. \(id)"
    return text.count > 60 ? text.prefix(59) + "…" : text
  }

  /// What names a thing and no other, as its card is asked for: its first key, or its id where others share that.
  public func key(_ noun: Noun, _ id: Int) throws(Hinweis) -> String {
    let word = try connection.value("SELECT \(try Resolver(store: self).label(noun, of: "?1"))", [.integer(id)])?.text ?? ""
    // A key that other things hold has an index; to look for any other among many things would take long.
    let isIndexed = noun.keys.first.flatMap(noun.column)?.source != .stored
    if !isIndexed, try count(noun, atMost: PlanStore.many) == PlanStore.many { return "Nr. \(id)" }
    return try find(noun, word) == [id] ? word : "Nr. \(id)"
  }

  /// The key that names a thing and no other, such as the AGS of one of two towns of a name; its id where there is none.
  private func unmistakable(_ noun: Noun, _ id: Int) throws(Hinweis) -> String {
    // Among many things to look for each of a few words would take long.
    for key in noun.keys where try count(noun, atMost: PlanStore.many) < PlanStore.many {
      guard let column = noun.column(key), column.source == .stored else { continue }
      let sql = "SELECT \(Schema.name(column)) FROM \(noun.table) WHERE id = ?"
      if let text = try connection.value(sql, [.integer(id)])?.text, try find(noun, text) == [id] { return Hinweis.quoted(text) }
    }
    return "Nr. \(id)"
  }

  /// So many things that all of them are not read only to say something better.
  private static let many = 20_000

  /// How many things have this title already; not counted where there are so many that it would take long.
  public func twins(_ noun: Noun, _ title: Column, _ text: String) throws(Hinweis) -> Int {
    guard title.source == .stored, noun.keys.contains(title.name), try count(noun, atMost: PlanStore.many) < PlanStore.many else {
      return 0
    }
    let only = noun.only.map { " AND " + $0.sql() } ?? ""
    return try connection.value(
      "SELECT count(*) FROM \(noun.table) WHERE kip_fold(\(Schema.name(title))) = ?\(only)", [.text(Fold.key(text))])?.integer ?? 0
  }

  /// How many things of a noun there are, counted only so far.
  public func count(_ noun: Noun, atMost limit: Int) throws(Hinweis) -> Int {
    let only = noun.only.map { " WHERE " + $0.sql() } ?? ""
    return try connection.value("SELECT count(*) FROM (SELECT 1 FROM \(noun.table)\(only) LIMIT ?)", [.integer(limit)])?.integer ?? 0
  }
}
