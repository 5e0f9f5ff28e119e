// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
public import PlanKit

extension PlanStore {
  /// Looks for the name of a person in all that the plan holds; nothing is changed yet.
  public func erasure(of name: String) throws(Hinweis) -> Erasure { try Erasure(of: name, from: self) }
}

/// A name that is about to be taken out of a plan: out of what holds today, and out of every version before.
///
/// It is the one exception to the rule that what was logged stays as it was.
public final class Erasure {
  /// The command by which the plan tells of it, which must not hold the name.
  public static let command = "tilge person"
  public let name: ErasedName
  /// How many rows hold the name, and how many the last name alone, which may be another person's.
  public private(set) var rows = 0
  public private(set) var surnames = 0
  private let store: PlanStore
  private let person: Int?
  private var connection: Connection { store.connection }

  fileprivate init(of name: String, from store: PlanStore) throws(Hinweis) {
    self.store = store
    person = try Erasure.person(name, store)
    let replacement = try person.map { (id) throws(Hinweis) in try Erasure.function(of: id, named: name, store) ?? "Person \(id)" }
    guard let erased = ErasedName(name, replacement: replacement ?? "[getilgt]") else {
      throw Hinweis("\"\(name)\" ist kein Name").help("tilge person \"Vorname Nachname\" weil \"…\"")
    }
    self.name = erased
    connection.define("kip_tilge") { erased.replaced(in: $0) }
    connection.define("kip_nachname") { erased.surnameStands(in: $0) ? "" : nil }
    for (table, columns) in try texts() {
      let condition = { (function: String) in columns.map { "\(function)(\($0)) IS NOT \($0)" }.joined(separator: " OR ") }
      rows += try connection.value("SELECT count(*) FROM \(table) WHERE \(condition("kip_tilge"))")?.integer ?? 0
      surnames += try connection.value("SELECT count(*) FROM \(table) WHERE \(condition("kip_nachname"))")?.integer ?? 0
    }
    guard rows > 0 else {
      throw Hinweis("den Namen \"\(name)\" gibt es in diesem Plan nicht").didYouMean(name, try Erasure.persons(store).map(\.name))
    }
  }

  /// What a change that tells of it is to be: without the name.
  public func telling(_ info: ChangeInfo) -> ChangeInfo {
    var info = info
    info.command = Erasure.command
    info.reason = info.reason.map { name.replaced(in: $0) ?? $0 }
    info.author = name.replaced(in: info.author) ?? info.author
    return info
  }

  /// Erases the name; false if another program kept old bytes of the plan's log from being cleared.
  public func run(_ info: ChangeInfo) throws(Hinweis) -> Bool {
    guard !connection.isInTransaction else {
      throw Hinweis("tilge person lässt sich nicht in einem offenen Vorgang ausführen, denn es ist endgültig")
        .help("ohne beginne und --atomar aufrufen")
    }
    try connection.execute("PRAGMA secure_delete = ON")
    try store.change(telling(info)) { (_) throws(Hinweis) in
      let triggers = Schema.tables.flatMap(Schema.triggers)
      for trigger in triggers { try connection.execute("DROP TRIGGER \(trigger.name)") }
      if let person { try strip(person) }
      for (table, columns) in try texts() {
        let sets = columns.map { "\($0) = kip_tilge(\($0))" }.joined(separator: ", ")
        let condition = columns.map { "kip_tilge(\($0)) IS NOT \($0)" }.joined(separator: " OR ")
        try connection.run("UPDATE \(table) SET \(sets) WHERE \(condition)")
      }
      for trigger in triggers { try connection.execute(trigger.statement) }
    }
    return try clear()
  }

  /// Leaves of a person, today and before, what its duties need: that there is one.
  private func strip(_ person: Int) throws(Hinweis) {
    guard let noun = Kernel.noun("akteur") else { return }
    let keeps: Set<String> = ["art", "name", "bereich"]
    let contact = Schema.stored(noun).filter {
      [.text, .label].contains($0.kind) && !$0.isRequired && $0.words.isEmpty && !keeps.contains($0.name)
    }
    let sets = (["name = 'Person \(person)'"] + contact.map { "\(Schema.name($0)) = NULL" }).joined(separator: ", ")
    for table in ["akteur", "akteur_log"] { try connection.run("UPDATE \(table) SET \(sets) WHERE id = ?", [.integer(person)]) }
    // Other spellings of the name.
    try connection.run("DELETE FROM nebenname WHERE ding = ?", [.integer(person)])
    try connection.run("DELETE FROM nebenname_log WHERE ding = ?", [.integer(person)])
  }

  /// Writes the file anew, so that no free page and no log keeps what was erased.
  private func clear() throws(Hinweis) -> Bool {
    try connection.execute("VACUUM")
    return try connection.value("PRAGMA wal_checkpoint(TRUNCATE)")?.integer == 0
  }

  // MARK: What is looked through

  /// The columns of every table that hold texts.
  private func texts() throws(Hinweis) -> [(table: String, columns: [String])] {
    var texts: [(table: String, columns: [String])] = []
    let sql = """
      SELECT t.name, c.name FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table' AND c.type = 'TEXT' ORDER BY t.name, c.cid
      """
    try connection.each(sql) { (row) throws(Hinweis) in
      if texts.last?.table == row.text(0) {
        texts[texts.count - 1].columns.append(row.text(1))
      } else {
        texts.append((row.text(0), [row.text(1)]))
      }
      return .more
    }
    return texts
  }

  /// The files that still hold the name: those beside the plan, and the backups that it remembers.
  public func filesThatHoldIt() throws(Hinweis) -> [String] {
    let folder = FileSystem.folder(store.path)
    let beside = FileSystem.files(in: folder).map { folder == "./" ? $0 : folder + $0 }
    let known = Set(beside.map(FileSystem.whole))
    let backups = try store.backups().filter { !known.contains($0) }
    var found: [String] = []
    for path in beside + backups where try FileText.contains(path, name.stands) { found.append(path) }
    return found
  }

  // MARK: The person

  /// The one person of this name, today or before; nil if there is none.
  private static func person(_ name: String, _ store: PlanStore) throws(Hinweis) -> Int? {
    guard let wanted = ErasedName(name, replacement: "") else { return nil }
    let found = Set(try persons(store).filter { wanted.names($0.name) }.map(\.id))
    guard found.count <= 1 else {
      throw Hinweis("so heißen \(found.count) Personen: \(found.sorted().map(String.init).joined(separator: ", "))")
        .help("in Texten sind sie nicht zu unterscheiden; den Namen der anderen vorher ändern")
    }
    return found.first
  }

  private static func persons(_ store: PlanStore) throws(Hinweis) -> [(id: Int, name: String)] {
    var persons: [(id: Int, name: String)] = []
    let sql = "SELECT id, name FROM akteur WHERE art = 'person' UNION SELECT id, name FROM akteur_log WHERE art = 'person'"
    try store.connection.each(sql) { (row) throws(Hinweis) in
      persons.append((row.integer(0), row.text(1)))
      return .more
    }
    return persons
  }

  /// The function that a person holds, or held last.
  private static func function(of person: Int, named name: String, _ store: PlanStore) throws(Hinweis) -> String? {
    let function = try store.connection.value(
      """
      SELECT f.name FROM besetzung b JOIN akteur f ON f.id = b.funktion WHERE b.person = ? ORDER BY b.gueltig_bis IS NULL DESC, b.id DESC LIMIT 1
      """, [.integer(person)])?.text
    guard let function, ErasedName(name, replacement: "")?.stands(in: function) == false else { return nil }
    return function
  }
}
