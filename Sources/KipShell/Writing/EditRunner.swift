// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery
internal import PlanStore

/// Carries out an edit: one command is one change.
struct EditRunner {
  let session: Session
  let store: PlanStore
  let statement: Statement

  init(_ session: Session, _ statement: Statement) throws(Hinweis) {
    self.session = session
    self.statement = statement
    store = try session.plan()
    try store.checkWritable()
  }

  private var words: PlanWords { PlanWords(store: store) }

  /// More things than this are not changed without a question.
  private var broad: Int { session.preferences.broad }

  /// An edit that begins its line.
  func run(_ tokens: ArraySlice<Token>) throws(Hinweis) {
    let edit = try EditParser.parse(tokens, words)
    if case .create(let name, let title, let facts) = edit.action { return try create(name, title, facts, edit.tail) }
    guard let target = edit.target else { return }
    let noun = try words.known(target.noun)
    try checkWritable(noun, target.noun)
    try carryOut(edit, noun, [try store.theOne(noun, target.key)], isQuery: false)
  }

  /// An edit behind a query or card and `|`.
  func run(_ before: ArraySlice<Token>, then step: ArraySlice<Token>) throws(Hinweis) {
    guard let first = before.first, let noun = try store.noun(first.text) else { return }
    if Dispatcher.asksForAll(noun, before) { return try run(try QueryParser.parse(before), then: step) }
    let edit = try EditParser.parse(step, isStep: true, words)
    try checkWritable(noun, Name(first.text, span: first.span))
    let (moment, card) = try MomentReader.extract(from: before.dropFirst())
    try refuse(moment)
    try carryOut(edit, noun, [try Card(session: session).theOne(noun, card)], isQuery: false)
  }

  /// An edit of all that a query finds.
  func run(_ query: Query, then step: ArraySlice<Token>) throws(Hinweis) {
    let edit = try EditParser.parse(step, isStep: true, words)
    let noun = try words.known(query.noun)
    try checkWritable(noun, query.noun)
    try carryOut(edit, noun, try ids(query), isQuery: true)
  }

  /// What was is not changed by looking back; of which day a change speaks is said behind it.
  private func refuse(_ moment: Moment) throws(Hinweis) {
    guard moment.day != nil || moment.known != nil || moment.change != nil else { return }
    throw Hinweis("was früher war, lässt sich nur ansehen").help(
      "von welchem Tag die Änderung spricht, steht am Ende: | setze … stand 24.04.2017")
  }

  private func checkWritable(_ noun: Noun, _ name: Name) throws(Hinweis) {
    do throws(Hinweis) { try store.checkWritable(noun) } catch { throw error.marked(name.span) }
  }

  /// The things that a query finds.
  private func ids(_ query: Query) throws(Hinweis) -> [Int] {
    for step in query.steps {
      switch step {
      case .group, .total: throw Hinweis("hinter gruppiere und Kennzahlen stehen keine Dinge mehr, die zu ändern wären")
      default: continue
      }
    }
    try refuse(query.moment)
    var query = query
    query.steps.append(.show(["id"]))
    return try store.rows(query).rows.all().compactMap { Int($0[0]) }
  }

  // MARK: New things

  private func create(_ name: Name, _ title: Operand?, _ facts: [Edit.Fact], _ tail: Edit.Tail) throws(Hinweis) {
    let noun = try words.known(name)
    try checkWritable(noun, name)
    if session.ask != nil, try store.isLacking(noun, try columns(noun, title, facts)) {
      let line = try FieldAsking(session: session, store: store, noun: noun).line(title, facts, tail)
      session.tell("in einer Zeile: \(line)")
      session.inputs.inOneLine = line
      var statement = statement
      statement.text = line
      let edit = try EditParser.parse(try Lexer.tokens(line)[...], words)
      guard case .create(_, let title, let facts) = edit.action else { return }
      return try EditRunner(session, statement).create(noun, title, facts, edit.tail)
    }
    do throws(Hinweis) {
      try create(noun, title, facts, tail)
    } catch {
      throw error.excerpt == nil ? error.marked(name.span) : error
    }
  }

  /// The columns of which something is said.
  private func columns(_ noun: Noun, _ title: Operand?, _ facts: [Edit.Fact]) throws(Hinweis) -> [Column] {
    var columns = title == nil ? [] : noun.column(noun.title).map { [$0] } ?? []
    for fact in facts {
      switch fact {
      case .within(let place): columns.append(try store.column(of: noun, naming: try words.known(place.noun), span: place.noun.span))
      case .says(let assignment): columns.append(try store.column(assignment.column, of: noun))
      case .quotes: columns += noun.column(noun.title).map { [$0] } ?? []
      }
    }
    return columns
  }

  private func create(_ noun: Noun, _ title: Operand?, _ facts: [Edit.Fact], _ tail: Edit.Tail) throws(Hinweis) {
    let quoted = try QuotedParagraphs.read(facts, store)
    let titles: [Operand?] = title != nil || quoted.isEmpty ? [title] : quoted.map { $0.title }
    guard quoted.count < 2 || title == nil else {
      throw Hinweis("mehrere Absätze werden mehrere \(noun.plural); ein Titel passt nur zu einem").marked(title?.span)
    }
    var twins: [(title: String, count: Int)] = []
    for title in titles.compactMap(\.self) {
      guard let column = noun.column(noun.title) else {
        throw Hinweis("\(noun.singular) hat keinen Namen").marked(title.span).help(
          "die Spalten nennen: neu \(noun.singular) \(noun.columns.first?.name ?? "") …")
      }
      let count = try store.twins(noun, column, title.text)
      if count > 0 { twins.append((title.text, count)) }
    }
    let info = try info(tail)
    let (made, number) = try store.change(info) { (writer) throws(Hinweis) -> ([(id: Int, settings: [Setting])], Int) in
      try rest(writer, tail)
      var made: [(id: Int, settings: [Setting])] = []
      for (index, title) in titles.enumerated() {
        let source = quoted.isEmpty ? nil : quoted[index]
        let settings = try settings(writer, noun, title, facts, source)
        let id = try writer.create(noun, settings)
        if let source { try writer.rest(id, on: source.ids) }
        made.append((id, settings))
      }
      return (made, writer.number)
    }
    for (twin, thing) in zip(twins, made) {
      session.tell(
        Hinweis("\(noun.singular) \"\(twin.title)\" gab es schon; jetzt sind es \(twin.count + 1)").grade(.warnung).help(
          "zurück: lösche \(noun.singular) \"Nr. \(thing.id)\""))
    }
    for (id, settings) in made { try Card(session: session).shortly(noun, id, settings.map(\.column)) }
    guard made.count == 1 else { return session.tell("\(EditRunner.counted(made.count, noun)) angelegt (Änderung \(number))") }
    session.tell("\(noun.singular.prefix(1).uppercased() + noun.singular.dropFirst()) angelegt (Änderung \(number))")
  }

  /// What is said of one new thing.
  private func settings(
    _ writer: Writer, _ noun: Noun, _ title: Operand?, _ facts: [Edit.Fact], _ source: QuotedParagraphs?
  ) throws(Hinweis) -> [Setting] {
    var settings: [Setting] = []
    if let title, let column = noun.column(noun.title) { settings.append(Setting(column, [title], span: title.span)) }
    for fact in facts {
      switch fact {
      case .within(let place):
        settings.append(try writer.within(noun, try words.known(place.noun), place.key, span: place.noun.span))
      case .says(let assignment): settings.append(try words.setting(assignment, of: noun))
      case .quotes: continue
      }
    }
    let said = Set(settings.map(\.column.name))
    return settings + (source?.settings(of: noun) ?? []).filter { !said.contains($0.column.name) }
  }

  // MARK: Changes

  private func carryOut(_ edit: Edit, _ noun: Noun, _ ids: [Int], isQuery: Bool) throws(Hinweis) {
    guard !ids.isEmpty else { return session.tell("keine \(noun.plural) gefunden; nichts geändert") }
    // What is wrong in what was typed is said before anything is asked.
    var settings: [Setting] = []
    if case .set(let assignments) = edit.action {
      for assignment in assignments { settings.append(try words.setting(assignment, of: noun)) }
    }
    if isQuery { try askIfBroad(edit, noun, ids) }
    if case .delete = edit.action, ids.count == 1 { try askIfLarge(noun, ids[0]) }
    let info = try info(edit.tail)
    let wanted = settings
    let (count, gone, number) = try store.change(info) { (writer) throws(Hinweis) -> (Int, [(Noun, Int)], Int) in
      try rest(writer, edit.tail)
      var count = 0
      var gone: [(Noun, Int)] = []
      for id in ids {
        switch edit.action {
        case .create: break
        case .set: if try writer.set(noun, id, wanted) { count += 1 }
        case .delete:
          gone += try writer.remove(noun, id).rows.dropFirst().map { ($0.noun, $0.id) }
          count += 1
        case .join(let other, let role): if try change(writer, noun, id, other, role, isJoin: true) { count += 1 }
        case .separate(let other, let role): if try change(writer, noun, id, other, role, isJoin: false) { count += 1 }
        }
      }
      if count == 0 { writer.nothingChanged() }
      return (count, gone, writer.number)
    }
    say(edit, noun, count, of: ids.count, gone, number)
    if count > 0 { try warn(of: wanted, noun, ids) }
  }

  /// Says what was decided, where working data now say something else: `beschluss_text` beside `text`.
  private func warn(of settings: [Setting], _ noun: Noun, _ ids: [Int]) throws(Hinweis) {
    for setting in settings {
      guard let decided = noun.column("beschluss_\(setting.column.name)") else { continue }
      let things = Condition.among(Path(typed: "id"), ids.prefix(10).map { Operand(String($0)) })
      let shown = [decided.name, setting.column.name, "id"].map { Shown(Path([Name($0)])) }
      let rows = try store.rows(Query(Name(noun.plural), [.filter(things), .show(shown)])).rows.all()
      for row in rows where !row[0].isEmpty && row[0] != row[1] {
        let title = try Int(row[2]).map { (id) throws(Hinweis) in try store.title(noun, id) } ?? ""
        session.tell(
          Hinweis("\(noun.singular) \"\(title)\": beschlossen ist \(setting.column.name) = \"\(row[0])\"").grade(.warnung)
            .help("die Abweichung gehört in die nächste Vorlage"))
      }
    }
  }

  private func change(
    _ writer: Writer, _ noun: Noun, _ id: Int, _ other: ThingName, _ role: Operand?, isJoin: Bool
  ) throws(Hinweis) -> Bool {
    let otherNoun = try words.known(other.noun)
    let otherID = try store.theOne(otherNoun, other.key)
    do throws(Hinweis) {
      return isJoin
        ? try writer.join(noun, id, to: otherNoun, otherID, role: role)
        : try writer.separate(noun, id, from: otherNoun, otherID, role: role)
    } catch {
      throw error.excerpt == nil ? error.marked(other.noun.span) : error
    }
  }

  private func say(_ edit: Edit, _ noun: Noun, _ count: Int, of all: Int, _ gone: [(Noun, Int)], _ number: Int) {
    let verb =
      switch edit.action {
      case .create: "angelegt"
      case .set: "geändert"
      case .delete: "gelöscht"
      case .join: "verbunden"
      case .separate: "getrennt"
      }
    guard count > 0 else {
      switch edit.action {
      case .join: return session.tell("so verbunden sind sie schon; nichts geändert")
      case .separate: return session.tell("so verbunden sind sie nicht; nichts geändert")
      default: return session.tell("das steht schon da; nichts geändert")
      }
    }
    let same = all > count ? ", \(all - count) unverändert" : ""
    session.tell("\(EditRunner.counted(count, noun)) \(verb)\(same) (Änderung \(number))")
    var kinds: [(Noun, Int)] = []
    for (kind, _) in gone {
      if let index = kinds.firstIndex(where: { $0.0 == kind }) { kinds[index].1 += 1 } else { kinds.append((kind, 1)) }
    }
    for (kind, count) in kinds { session.tell("mit ihnen gelöscht: \(EditRunner.counted(count, kind))") }
  }

  static func counted(_ count: Int, _ noun: Noun) -> String {
    let word = count == 1 ? noun.singular : noun.plural
    return "\(count) \(word.prefix(1).uppercased() + word.dropFirst())"
  }

  // MARK: What goes with a change

  private func info(_ tail: Edit.Tail) throws(Hinweis) -> ChangeInfo {
    var day: Int?
    if let operand = tail.day {
      guard let date = try store.date(operand.text) else {
        throw Hinweis("\"\(operand.text)\" ist kein Datum").marked(operand.span).help("Daten stehen so: 24.04.2017")
      }
      day = date.lastDay
    }
    return session.change(statement.text, reason: tail.reason?.text, day: day)
  }

  private func rest(_ writer: Writer, _ tail: Edit.Tail) throws(Hinweis) {
    guard let source = tail.source else { return }
    try writer.rest(onThing: try store.theOne(try words.known(source.noun), source.key))
  }

  // MARK: Questions

  private func askIfBroad(_ edit: Edit, _ noun: Noun, _ ids: [Int]) throws(Hinweis) {
    let all = try store.count(noun, atMost: broad + 1)
    let isAll = ids.count > 1 && ids.count == all && all <= broad
    guard ids.count > broad || isAll else { return }
    var titles: [String] = []
    for id in ids.prefix(3) { titles.append(try store.title(noun, id)) }
    let named = titles.joined(separator: "; ") + (ids.count > 3 ? " …" : "")
    let which = isAll ? "das sind alle \(ids.count) \(noun.plural)" : "das sind \(ids.count) \(noun.plural)"
    try session.confirm("\(which): \(named)")
  }

  private func askIfLarge(_ noun: Noun, _ id: Int) throws(Hinweis) {
    let parts = try store.removal(noun, id).rows.count - 1
    guard parts > broad else { return }
    try session.confirm("mit \(noun.singular) \"\(try store.title(noun, id))\" gehen \(parts) Teile")
  }
}
