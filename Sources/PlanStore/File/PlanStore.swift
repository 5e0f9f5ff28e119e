// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit
internal import Synchronization

/// A plan in its file: it answers queries, and every write belongs to a change.
///
/// It is used by one thread at a time, the one that runs the shell.
public final class PlanStore: @unchecked Sendable {
  let connection: Connection
  /// What is written since the last change is kept here until the next.
  var openChange: Change?
  /// The moment of which questions that say none speak, and the state that it is.
  public internal(set) var moment = Moment()
  var scope = Scope.now
  let states = States()
  /// How many comparisons of two states were made; each has a table of its own.
  var comparisons = 0
  private var nounsByWord: [String: Noun]?
  private var termsByKernel: [String: String]?
  /// The number that SQLite gives to what other programs wrote.
  private var othersVersion: Int?

  /// The file, as it was named.
  public var path: String { connection.path }
  public let isReadOnly: Bool
  /// Why nothing may be written for now; nil if it may.
  public var refusal: Hinweis?

  /// Throws if nothing may be written.
  public func checkWritable() throws(Hinweis) {
    guard !isReadOnly else { throw Hinweis("der Plan ist nur zum Lesen geöffnet").at(Place(file: path)) }
    if let refusal { throw refusal }
  }

  private init(_ connection: Connection, isReadOnly: Bool) {
    self.connection = connection
    self.isReadOnly = isReadOnly
  }

  /// Makes a new plan; refused if the file exists.
  public static func create(at path: String, say: @escaping (String) -> Void = { _ in }) throws(Hinweis) -> PlanStore {
    guard !FileSystem.exists(path) else {
      throw Hinweis("die Datei gibt es schon").at(Place(file: path)).help("ohne --neu öffnen, oder einen anderen Namen wählen")
    }
    let connection = try Connection(path: path, access: .create, say: say)
    let store = PlanStore(connection, isReadOnly: false)
    do {
      try Migration.create(connection)
    } catch {
      try? connection.close()
      FileSystem.remove(path)
      throw error
    }
    return store
  }

  /// Opens a plan; one from an older kip is brought up to date, one from a newer is refused.
  ///
  /// - Parameter say: takes what the user should know meanwhile, and later while kip waits for another program.
  public static func open(
    _ path: String, readOnly: Bool = false, say: @escaping (String) -> Void = { _ in }
  ) throws(Hinweis) -> PlanStore {
    try open(path, readOnly: readOnly, isOnNetwork: FileSystem.isOnNetwork(path), say: say)
  }

  static func open(_ path: String, readOnly: Bool, isOnNetwork: Bool, say: @escaping (String) -> Void) throws(Hinweis) -> PlanStore {
    guard FileSystem.exists(path) else {
      throw Hinweis("diesen Plan gibt es nicht").at(Place(file: path)).help("einen neuen Plan macht kip --neu \(path)")
    }
    let readOnly = readOnly || !FileSystem.isWritable(path)
    let connection = try Connection(path: path, access: readOnly ? .read : .write, say: say)
    do {
      try Migration.check(connection, readOnly: readOnly, isOnNetwork: isOnNetwork)
    } catch {
      try? connection.close()
      throw error
    }
    return PlanStore(connection, isReadOnly: readOnly)
  }

  /// Closes the file; afterwards it alone is the whole plan.
  public func close() throws(Hinweis) { try connection.close() }

  /// Closes a plan that was just made and removes its file.
  public func discard() throws(Hinweis) {
    try close()
    FileSystem.remove(path)
  }

  // MARK: Interruption

  /// The rule of the error with which an interrupted command ends.
  public static let interrupted = "abgebrochen"
  private let isInterrupted = Atomic(false)

  /// Stops what is running; may be called from a signal handler.
  public func interrupt() {
    isInterrupted.store(true, ordering: .relaxed)
    connection.interrupt()
  }

  /// Forgets an interruption before the next command.
  public func clearInterruption() {
    isInterrupted.store(false, ordering: .relaxed)
    connection.waiting.allow()
  }

  /// Throws if the user asked to stop; long work calls it between its pieces.
  public func checkInterruption() throws(Hinweis) {
    guard isInterrupted.load(ordering: .relaxed) else { return }
    throw Connection.interruption
  }

  // MARK: Transactions

  /// Opens a transaction that lasts until `commit` or `rollback`; changes made meanwhile are parts of it.
  public func begin() throws(Hinweis) { try connection.begin() }
  public func commit() throws(Hinweis) { try connection.commit() }
  public func rollback() throws(Hinweis) {
    try connection.rollback()
    forgetDescriptions()
  }

  /// Ends a transaction that an interruption or a full disk has taken back already; true if there was one.
  ///
  /// Without it the parts of the transaction that come later would each be kept.
  public func forgetLostTransaction() -> Bool {
    guard connection.forgetLostTransaction() else { return false }
    forgetDescriptions()
    return true
  }

  /// Runs a body and takes back all that it wrote.
  public func withoutKeeping<T>(_ body: () throws(Hinweis) -> T) throws(Hinweis) -> T {
    try connection.begin()
    defer {
      try? connection.rollback()
      forgetDescriptions()
    }
    return try body()
  }

  // MARK: Description

  /// The noun of a word, the variant's terms included, with the attributes that the variant added.
  public func noun(_ word: String) throws(Hinweis) -> Noun? { try nouns()[Fold.key(word)] }

  /// The noun of a word; the error says what it may have meant.
  public func theNoun(_ name: Name) throws(Hinweis) -> Noun {
    if let noun = try noun(name.text) { return noun }
    throw Hinweis("unbekanntes Wort \"\(name.text)\"").marked(name.span).didYouMean(name.text, Kernel.nouns.map(\.plural))
  }

  /// All nouns of this plan, with the attributes that the variant added.
  public func allNouns() throws(Hinweis) -> [Noun] {
    let nouns = try nouns()
    return Kernel.nouns.compactMap { nouns[Fold.key($0.plural)] }
  }

  /// What the municipality calls a word of the kernel.
  public func term(_ kernel: String) throws(Hinweis) -> String? { try terms()[Fold.key(kernel)] }

  /// The kernel's word for a word of the municipality; the word itself if it is none.
  func kernelWord(_ word: String) throws(Hinweis) -> String {
    let key = Fold.key(word)
    return try terms().first { Fold.key($0.value) == key }?.key ?? key
  }

  /// Reads nouns, terms and states anew at the next question, since they may have changed.
  func forgetDescriptions() {
    nounsByWord = nil
    termsByKernel = nil
    states.forget()
  }

  /// Forgets them if another program wrote into the plan since it was last asked.
  public func noticeOthers() throws(Hinweis) {
    let version = try connection.value("PRAGMA data_version")?.integer
    if version != othersVersion { forgetDescriptions() }
    othersVersion = version
  }

  private func terms() throws(Hinweis) -> [String: String] {
    if let termsByKernel { return termsByKernel }
    var terms: [String: String] = [:]
    try connection.each("SELECT kern, wort FROM begriff") { (row) throws(Hinweis) in
      terms[Fold.key(row.text(0))] = row.text(1)
      return .more
    }
    termsByKernel = terms
    return terms
  }

  private func nouns() throws(Hinweis) -> [String: Noun] {
    if let nounsByWord { return nounsByWord }
    var attributes: [String: [Column]] = [:]
    try connection.each("SELECT art, name, ueberschrift, erklaerung FROM merkmal ORDER BY id") { (row) throws(Hinweis) in
      var column = Column(row.text(1), .text, row.text(3), .attribute)
      if !row.isNull(2) { column.heading = row.text(2) }
      column.words = try words(of: column.name)
      attributes[Fold.key(row.text(0)), default: []].append(column)
      return .more
    }
    var nouns: [String: Noun] = [:]
    for var noun in Kernel.nouns {
      noun.columns += attributes[Fold.key(noun.singular)] ?? []
      nouns[Fold.key(noun.plural)] = noun
      nouns[Fold.key(noun.singular)] = noun
    }
    nounsByWord = nouns
    return nouns
  }

  private func words(of attribute: String) throws(Hinweis) -> [String] {
    var words: [String] = []
    try connection.each("SELECT name FROM vokabel WHERE merkmal = ? ORDER BY platz", [.text(attribute)]) { (row) throws(Hinweis) in
      words.append(row.text(0))
      return .more
    }
    return words
  }
}
