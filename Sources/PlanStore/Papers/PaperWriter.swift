// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

/// Writes council papers into the plan: new ones, and what changed of those that it has, by their number.
public final class PaperWriter {
  let writer: Writer
  private let bodies: BodyNames
  private let town: Int?
  private var known: [String: [(id: Int, town: Int?)]] = [:]

  /// What became of a paper.
  public struct Outcome: Sendable {
    public var id: Int
    public var isNew: Bool
    /// The columns that say something else now, each with what it said before.
    public var changes: [(column: String, old: String, new: String)] = []
    /// Remarks, such as a station that the paper does not name any more.
    public var remarks: [Hinweis] = []
    public var isUnchanged: Bool { !isNew && changes.isEmpty }
  }

  /// - Parameter town: whose papers they are, where the papers do not say it.
  public init(_ writer: Writer, town: Int?) throws(Hinweis) {
    self.writer = writer
    self.town = town
    bodies = try BodyNames(writer)
    try writer.connection.each("SELECT id, coalesce(nr, ''), betreff, kommune FROM vorlage") { (row) throws(Hinweis) in
      known[PaperWriter.key(row.text(1), row.text(2)), default: []].append((row.integer(0), row.value(3).integer))
      return .more
    }
  }

  /// Gremien of which a file has the address and not the name, each with how many stations it would have.
  public private(set) var unknownBodies: [String: Int] = [:]

  /// Gremien that were made because the plan had none of their names.
  public var newBodies: [String] { bodies.new }

  /// A paper is known by its number; one without a number by its subject.
  private static func key(_ number: String, _ subject: String) -> String {
    number.isEmpty ? "betreff \(Fold.key(subject))" : Fold.key(number)
  }

  public func write(_ paper: Paper) throws(Hinweis) -> Outcome {
    let town = try place(of: paper)
    let key = PaperWriter.key(paper.number, paper.subject)
    let same = (known[key] ?? []).filter { $0.town == town || $0.town == nil || town == nil }
    guard same.count < 2 else {
      throw Hinweis("\(same.count) Vorlagen des Plans haben die Nummer \"\(paper.number)\"").help(
        "die Kommune der Vorlagen setzen, oder eine davon löschen: vorlagen wo nr = \"\(paper.number)\"")
    }
    var remarks: [Hinweis] = []
    let values = try columns(paper, town, &remarks)
    var outcome: Outcome
    if let old = same.first {
      outcome = Outcome(id: old.id, isNew: false)
      outcome.changes = try update("vorlage", old.id, values)
    } else {
      let id = try writer.insert("vorlage", values.map(\.name), values.map(\.value))
      known[key, default: []].append((id, town))
      outcome = Outcome(id: id, isNew: true)
    }
    outcome.remarks = remarks
    try write(paper.stations, &outcome, town)
    try write(paper.signatures, &outcome)
    return outcome
  }

  /// The Kommune of a paper: the one that it names, else the one that was given.
  private func place(of paper: Paper) throws(Hinweis) -> Int? {
    guard !paper.town.isEmpty, let noun = Kernel.noun("kommune") else { return town }
    for name in [paper.town, String(paper.town.drop { $0 != " " }.dropFirst())] where !name.isEmpty {
      let ids = try writer.store.find(noun, name)
      if ids.count == 1 { return ids[0] }
    }
    return town
  }

  private typealias Columns = [(name: String, value: Value)]

  /// What the paper says, as its table has it; what it does not say is left out.
  private func columns(_ paper: Paper, _ town: Int?, _ remarks: inout [Hinweis]) throws(Hinweis) -> Columns {
    func text(_ text: String) -> Value { text.isEmpty ? .null : .text(text) }
    var unit = Value.null
    if !paper.unit.isEmpty, let noun = Kernel.noun("einheit") {
      let ids = try writer.store.find(noun, paper.unit)
      unit = ids.count == 1 ? .integer(ids[0]) : .null
      if ids.count != 1 {
        let what = ids.isEmpty ? "kennt der Plan nicht" : "heißen mehrere Einheiten"
        remarks.append(
          Hinweis("\"\(paper.unit)\" \(what)").grade(.warnung).rule("einheit").help("anlegen, dann: setze vorlage … einheit = …"))
      }
    }
    let all: Columns = [
      ("nr", text(paper.number)), ("betreff", text(paper.subject)), ("aktenzeichen", text(paper.fileNumber)), ("art", text(paper.kind)),
      ("kommune", Value(town)), ("datum", text(paper.date?.iso ?? "")), ("einheit", unit),
      ("beschlussvorschlag", text(paper.proposal.joined(separator: "\n"))),
      ("sachdarstellung", text(paper.reasons.joined(separator: "\n"))),
      ("bestandteile", text(paper.parts.joined(separator: "\n"))),
    ]
    return all.filter { $0.value != .null }
  }

  /// Writes what differs, and says what that was.
  private func update(_ table: String, _ id: Int, _ values: Columns) throws(Hinweis) -> [(column: String, old: String, new: String)] {
    guard !values.isEmpty, let noun = Kernel.noun(table) else { return [] }
    var old: [Value] = []
    try writer.connection.each("SELECT \(values.map(\.name).joined(separator: ", ")) FROM \(table) WHERE id = ?", [.integer(id)]) {
      (row) throws(Hinweis) in
      old = values.indices.map { row.value($0) }
      return .enough
    }
    let wording = Wording(writer.store)
    var changes: [(column: String, old: String, new: String)] = []
    for (before, (name, value)) in zip(old, values) where before != value {
      guard let column = noun.column(name) else { continue }
      changes.append((column.name, try wording.text(before, column), try wording.text(value, column)))
    }
    guard !changes.isEmpty else { return [] }
    _ = try writer.setStored(table, id, values.map { (column: $0.name, value: $0.value) })
    return changes
  }

  // MARK: Stations

  private func write(_ stations: [Paper.Station], _ outcome: inout Outcome, _ town: Int?) throws(Hinweis) {
    guard !stations.isEmpty else { return }
    var old: [(id: Int, body: Int, date: String, place: Int)] = []
    try writer.connection.each(
      "SELECT id, gremium, coalesce(datum, ''), coalesce(platz, 0) FROM beratung WHERE vorlage = ? ORDER BY platz, id",
      [.integer(outcome.id)]
    ) { (row) throws(Hinweis) in
      old.append((row.integer(0), row.integer(1), row.text(2), row.integer(3)))
      return .more
    }
    var place = old.map(\.place).max() ?? 0
    for station in stations {
      let made = bodies.new.count
      let isAddress = station.body.hasPrefix("http")
      let body: Int
      do throws(Hinweis) {
        let known = isAddress ? try bodies.id(ofAddress: station.body) : try bodies.id(station.body, town: town)
        guard let known else {
          unknownBodies[station.body, default: 0] += 1
          continue
        }
        body = known
      } catch {
        outcome.remarks.append(error.grade(.warnung).rule("gremium"))
        continue
      }
      if bodies.new.count > made {
        outcome.remarks.append(Hinweis("das Gremium \"\(station.body)\" ist neu im Plan").grade(.hinweis).rule("gremium-neu"))
      }
      let date = station.date?.iso ?? ""
      let index =
        old.firstIndex { $0.body == body && $0.date == date } ?? old.firstIndex { $0.body == body && ($0.date.isEmpty || date.isEmpty) }
      let values = try columns(station, body)
      if let index {
        let change = try update("beratung", old[index].id, values)
        outcome.changes += change.map { ("beratung \(station.body): \($0.column)", $0.old, $0.new) }
        old.remove(at: index)
      } else {
        place += 1
        _ = try writer.insert(
          "beratung", ["vorlage", "platz"] + values.map(\.name), [.integer(outcome.id), .integer(place)] + values.map(\.value))
        if !outcome.isNew {
          outcome.changes.append(("beratung", "", [station.body, station.date?.description ?? ""].joined(separator: " ")))
        }
      }
    }
    for left in old {
      let name = try writer.connection.value("SELECT name FROM gremium WHERE id = ?", [.integer(left.body)])?.text ?? ""
      outcome.remarks.append(
        Hinweis("die Beratung in \"\(name)\" steht im Plan und nicht in der Datei; sie bleibt").grade(.warnung).rule("beratung-fehlt")
          .help("löschen: lösche beratung \"Nr. \(left.id)\""))
    }
  }

  private func columns(_ station: Paper.Station, _ body: Int) throws(Hinweis) -> Columns {
    let date = station.date?.iso
    // A meeting is made by who plans it; a paper only names it.
    var meeting: Value?
    if !station.meeting.isEmpty {
      meeting = try writer.connection.value("SELECT min(id) FROM sitzung WHERE name = ?", [.text(station.meeting)])
    } else if let date {
      meeting = try writer.connection.value("SELECT min(id) FROM sitzung WHERE gremium = ? AND datum = ?", [.integer(body), .text(date)])
    }
    let all: Columns = [
      ("gremium", .integer(body)), ("datum", Value(date)), ("sitzung", meeting ?? .null), ("rolle", Value(station.role)),
      ("oeffentlich", Value(station.isOpen.map { $0 ? 1 : 0 })), ("status", Value(station.status)),
      ("ergebnis", station.result.isEmpty ? .null : .text(station.result)),
      ("grund", station.reason.isEmpty ? .null : .text(station.reason)),
    ]
    return all.filter { $0.value != .null }
  }

  // MARK: Signatures

  private func write(_ signatures: [Paper.Signature], _ outcome: inout Outcome) throws(Hinweis) {
    guard !signatures.isEmpty else { return }
    var old: [(id: Int, function: String, person: Int?, place: Int)] = []
    try writer.connection.each(
      "SELECT id, funktion, akteur, coalesce(platz, 0) FROM unterzeichnung WHERE vorlage = ? ORDER BY platz, id", [.integer(outcome.id)]
    ) { (row) throws(Hinweis) in
      old.append((row.integer(0), Fold.key(row.text(1)), row.value(2).integer, row.integer(3)))
      return .more
    }
    var place = old.map(\.place).max() ?? 0
    for signature in signatures {
      let person = try person(signature.person, &outcome)
      let key = Fold.key(signature.function)
      let index = old.firstIndex { $0.function == key && $0.person == person } ?? old.firstIndex { $0.function == key }
      let all: Columns = [
        ("funktion", .text(signature.function)), ("akteur", Value(person)),
        ("zusatz", signature.addition.isEmpty ? .null : .text(signature.addition)),
      ]
      let values = all.filter { $0.value != .null }
      if let index {
        let change = try update("unterzeichnung", old[index].id, values)
        outcome.changes += change.map { ("unterzeichnung \(signature.function): \($0.column)", $0.old, $0.new) }
        old.remove(at: index)
      } else {
        place += 1
        _ = try writer.insert(
          "unterzeichnung", ["vorlage", "platz"] + values.map(\.name), [.integer(outcome.id), .integer(place)] + values.map(\.value))
        if !outcome.isNew { outcome.changes.append(("unterzeichnung", "", signature.function)) }
      }
    }
  }

  /// The person of a name; one that the plan does not have is made, to be confirmed by somebody.
  private func person(_ name: String, _ outcome: inout Outcome) throws(Hinweis) -> Int? {
    guard !name.isEmpty, let noun = Kernel.noun("person") else { return nil }
    let ids = try writer.store.find(noun, name)
    if ids.count == 1 { return ids[0] }
    guard ids.isEmpty else {
      outcome.remarks.append(
        Hinweis("\(ids.count) Personen heißen \"\(name)\"; die Unterzeichnung nennt keine").grade(.warnung).rule("person"))
      return nil
    }
    outcome.remarks.append(Hinweis("\"\(name)\" ist neu im Plan, ungeprüft").grade(.hinweis).rule("person-neu"))
    return try writer.insert("akteur", ["art": .text("person"), "name": .text(name), "geprueft": .integer(0)])
  }
}
