// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

/// What is to be done with the cells of a layout's column.
enum ColumnDuty {
  case number, label, identity, ignored
  case text(CatalogueLine.Field)
  /// What comes often in the same words; a `CellReader` reads it.
  case mark
  /// One value, by the number of the reader.
  case value(Int)
  /// From when to when, as one cell says it.
  case period
}

/// Where the value of a column belongs.
enum ValuePlace {
  /// A column of the measure, by its number in `CatalogueColumns.stored`.
  case stored(Int)
  /// A column of the Sachstand of a day or the Mittel of a year.
  case part(CatalogueLine.Part.Kind, time: Value, String)
}

/// What a layout's columns are to a plan: which cells are read how, and where what they say belongs.
struct ColumnDuties {
  private(set) var duties: [ColumnDuty] = []
  private(set) var columns = CatalogueColumns()
  private(set) var values: [(reader: ValueReader, place: ValuePlace)] = []
  /// For each column of the layout what reads its marks.
  private(set) var readers: [(any CellReader)?] = []
  /// The attribute that a column's marks belong to.
  private(set) var attributes: [String?] = []
  /// The number in `CatalogueColumns.joined` of what a column names.
  private(set) var joined: [Int?] = []
  private(set) var names: [ThingNames] = []
  private(set) var vocabularies: [Vocabulary] = []

  private let day: Int

  /// - Parameter day: the day that a Sachstand speaks of where its column says none.
  init(_ layout: Layout, day: Int, _ actors: ActorNames, _ store: PlanStore, _ writer: Writer, _ decisions: NameDecisions) throws(Hinweis) {
    self.day = day
    for (number, column) in layout.columns.enumerated() {
      attributes.append(nil)
      joined.append(nil)
      readers.append(nil)
      duties.append(try duty(try ColumnDuties.plain(column.target, store), number, column, actors, store, writer, decisions))
    }
  }

  /// A field that is said in another way: `federführung` is a role, `sachstände` the Sachstand of the file's day, `zielgruppe` an attribute.
  private static func plain(_ target: Layout.Target, _ store: PlanStore) throws(Hinweis) -> Layout.Target {
    guard case .field(let name) = target, !fixed.contains(Fold.key(name)) else { return target }
    guard let noun = try store.noun("maßnahmen"), let column = try store.columnIfAny(name, of: noun) else { return target }
    switch column.source {
    case .attribute: return .attribute(column.name, value: nil)
    case .collected(let collection):
      if collection.noun == "zuständigkeiten", let only = collection.only?.words, only.count == 1 { return .role(only[0], actor: nil) }
      if collection.noun == "sachstände" { return .report("text", day: "") }
      if collection.noun == "mittel" { return .funds("zweck", year: "") }
      return .field(column.name)
    default: return .field(column.name)
    }
  }

  private static let fixed: Set<String> = [
    "nr", "handlungsfeld", "ziel", "text", "bemerkung", "klaerungsbedarf", "seite", "status", "zeitraum",
  ]

  private mutating func duty(
    _ target: Layout.Target, _ number: Int, _ column: Layout.Column, _ actors: ActorNames, _ store: PlanStore, _ writer: Writer,
    _ decisions: NameDecisions
  ) throws(Hinweis) -> ColumnDuty {
    switch target {
    case .ignored: return .ignored
    case .identity: return .identity
    case .attribute(let name, let value):
      attributes[number] = name
      var vocabulary: Vocabulary?
      if value == nil {
        let made = try Vocabulary(name, separator: column.separator, store, writer)
        vocabularies.append(made)
        vocabulary = made
      }
      readers[number] = MarkReader(column: column, value: value, vocabulary: vocabulary)
      return .mark
    case .role(let role, let actor):
      readers[number] = RoleReader(number: number, column: column, role: role, named: actor, actors: actors)
      return .mark
    case .report(let name, let day):
      var when = self.day
      if !day.isEmpty {
        guard let date = Datum(day) else { throw Hinweis("\"\(day)\" in der Spalte \(column.heading) des Layouts ist kein Tag") }
        when = date.lastDay
      }
      return try value(of: "sachstand", name, column, .part(.report, time: .integer(when), ""))
    case .funds(let name, let year): return try value(of: "mittel", name, column, .part(.funds, time: Value(Datum(year)?.iso), ""))
    case .field(let name): return try field(name, number, column, store, writer, decisions)
    @unknown default: return .ignored
    }
  }

  private mutating func field(
    _ name: String, _ number: Int, _ column: Layout.Column, _ store: PlanStore, _ writer: Writer, _ decisions: NameDecisions
  ) throws(Hinweis) -> ColumnDuty {
    switch Fold.key(name) {
    case "nr": return .number
    case "handlungsfeld": return .label
    case "ziel": return .text(.goal)
    case "text": return .text(.text)
    case "bemerkung": return .text(.remark)
    case "klaerungsbedarf": return .text(.clarification)
    case "seite": return .text(.page)
    case "zeitraum":
      for name in ["beginn_geplant", "ende_geplant", "turnus"] { _ = try value(of: "maßnahme", name, column, .stored(0)) }
      return .period
    case "status":
      readers[number] = WordReader(name: "status", words: Kernel.noun("maßnahme")?.column("status")?.words ?? [], codes: column.codes)
      return .mark
    // "fortlaufend" is no end, but says how often.
    case "beginn_geplant", "ende_geplant": _ = try value(of: "maßnahme", "turnus", column, .stored(0))
    default: break
    }
    guard let noun = Kernel.noun("maßnahme"), let known = noun.column(name) else {
      throw Hinweis("die Spalte \(column.heading) des Layouts ist \"\(name)\"; das haben Maßnahmen nicht").didYouMean(
        name, Kernel.noun("maßnahme")?.columns.map(\.name) ?? [])
    }
    guard case .thing(let plural) = known.kind, let other = Kernel.noun(plural) else {
      return try value(of: "maßnahme", known.name, column, .stored(0))
    }
    let things = ThingNames(other, separator: column.separator, store, writer, decisions)
    names.append(things)
    if known.source == .stored {
      readers[number] = ThingReader(things: things, isOne: true)
      if !columns.stored.contains(where: { $0.name == known.name }) { columns.stored.append(known) }
      joined[number] = -1 - (columns.stored.firstIndex { $0.name == known.name } ?? 0)
      return .mark
    }
    guard try CatalogueColumns.isJoined(known, store) else {
      throw Hinweis("die Spalte \(column.heading) des Layouts ist \(known.name); das lässt sich aus einer Tabelle nicht füllen")
    }
    if !columns.joined.contains(where: { $0.name == known.name }) { columns.joined.append(known) }
    joined[number] = columns.joined.firstIndex { $0.name == known.name }
    readers[number] = ThingReader(things: things, isOne: false)
    return .mark
  }

  private mutating func value(of noun: String, _ name: String, _ column: Layout.Column, _ place: ValuePlace) throws(Hinweis) -> ColumnDuty {
    guard let known = Kernel.noun(noun)?.column(name), known.source == .stored else {
      throw Hinweis("die Spalte \(column.heading) des Layouts ist \"\(name)\"; das hat \(noun) nicht").didYouMean(
        name, Kernel.noun(noun)?.columns.map(\.name) ?? [])
    }
    switch place {
    case .stored:
      if !columns.stored.contains(where: { $0.name == known.name }) { columns.stored.append(known) }
      values.append((ValueReader(known, column.codes), .stored(columns.stored.firstIndex { $0.name == known.name } ?? 0)))
    case .part(let kind, let time, _): values.append((ValueReader(known, column.codes), .part(kind, time: time, Fold.key(known.name))))
    }
    return .value(values.count - 1)
  }

  /// The number of a stored column.
  func stored(_ name: String) -> Int? { columns.stored.firstIndex { $0.name == name } }
}

/// Reads names of things.
struct ThingReader: CellReader {
  let things: ThingNames
  let isOne: Bool

  func read(_ text: String) throws(Hinweis) -> MarkMeaning {
    let meaning = MarkMeaning()
    if Denial.isNothing(text) {
      meaning.unplaced = Denial.note(text)
      return meaning
    }
    if things.isLate {
      meaning.late = try things.split(text)
      return meaning
    }
    var lost: [Hinweis] = []
    for found in isOne ? [try things.find(text)] : try things.read(text) {
      switch found {
      case .thing(let id, let isNew):
        meaning.things.append(id)
        if isNew { meaning.firstNotes.append(Hinweis("\"\(text)\" neu angelegt").grade(.hinweis).rule("ding-neu")) }
      case .unplaced(let finding): lost.append(finding)
      }
    }
    if meaning.things.isEmpty { meaning.unplaced = lost.first ?? Denial.note(text) } else { meaning.notes += lost }
    return meaning
  }
}
