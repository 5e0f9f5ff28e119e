// SPDX-License-Identifier: GPL-3.0-or-later
internal import GRDB
internal import GRDBSQLite
internal import PlanKit

/// The one place that knows GRDB and SQLite's C interface: an open file, its statements and its transactions.
///
/// kip works on one thread; GRDB's queue is entered anew by every call, and statements are stepped on it directly.
final class Connection: @unchecked Sendable {
  let path: String
  let waiting: Waiting
  private let isQueryOnly: Bool
  private let queue: DatabaseQueue
  private let handle: OpaquePointer
  /// Every statement that was compiled, and those of them that nobody uses now.
  private var statements: [Statement] = []
  private var idle: [String: [Statement]] = [:]
  private var depth = 0

  /// How a file is opened.
  enum Access { case read, write, create }

  init(path: String, access: Access, say: @escaping (String) -> Void = { _ in }) throws(Hinweis) {
    self.path = path
    isQueryOnly = access == .read
    let waiting = Waiting(path)
    waiting.say = say
    self.waiting = waiting
    // Where the folder lets it, a reader too clears away what SQLite puts beside the plan.
    let canClear = access != .read || (FileSystem.isWritable(path) && FileSystem.isWritable(FileSystem.folder(path)))
    var configuration = Configuration()
    configuration.readonly = !canClear
    configuration.busyMode = .callback { waiting.goOn(tries: $0) }
    configuration.allowsUnsafeTransactions = true
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { db in
      TextFunctions.add(to: db.sqliteConnection)
      if access == .read { try db.execute(sql: "PRAGMA query_only = 1") }
    }
    do {
      queue = try DatabaseQueue(path: canClear ? path : Connection.unchanging(path), configuration: configuration)
      guard let handle = queue.unsafeReentrantWrite({ $0.sqliteConnection }) else { throw DatabaseError(resultCode: .SQLITE_MISUSE) }
      self.handle = handle
    } catch {
      throw Connection.explain(error, path: path, waiting)
    }
  }

  /// A plan that cannot be written, in a folder that cannot either: without a log beside it SQLite must not look for one.
  private static func unchanging(_ path: String) -> String {
    if FileSystem.isWritable(FileSystem.folder(path)) || FileSystem.exists(path + "-wal") { return path }
    let escaped = path.replacing("%", with: "%25").replacing("?", with: "%3f").replacing("#", with: "%23")
    return "file:\(escaped)?immutable=1"
  }

  /// Folds the journal into the file and closes it, so that the one file is the whole plan.
  func close() throws(Hinweis) {
    for statement in statements { statement.finalize() }
    statements = []
    idle = [:]
    do { try queue.close() } catch { throw Connection.explain(error, path: path, waiting) }
  }

  // MARK: Statements

  /// Runs statements that answer nothing, several separated by semicolons.
  func execute(_ sql: String) throws(Hinweis) {
    // GRDB must see where transactions begin and end.
    do { try queue.unsafeReentrantWrite { try $0.execute(sql: sql) } } catch { throw Connection.explain(error, path: path, waiting) }
  }

  /// A compiled statement; give it back with `release` when done, so that the next use need not compile it again.
  func statement(_ sql: String) throws(Hinweis) -> Statement {
    if let statement = idle[sql]?.popLast() { return statement }
    var pointer: OpaquePointer?
    try check(sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &pointer, nil), sql)
    guard let pointer else { throw Hinweis("leere SQL-Anweisung") }
    let statement = Statement(pointer, sql: sql, connection: self)
    statements.append(statement)
    return statement
  }

  func release(_ statement: Statement) {
    statement.reset()
    idle[statement.sql, default: []].append(statement)
  }

  /// Runs a statement with values, row by row, until the body has enough.
  func each(_ sql: String, _ values: [Value] = [], _ body: (Statement) throws(Hinweis) -> Flow) throws(Hinweis) {
    let statement = try statement(sql)
    defer { release(statement) }
    statement.bind(values)
    while try statement.step() {
      if try body(statement) == .enough { return }
    }
  }

  /// Runs a statement that changes rows; the number of rows changed.
  @discardableResult
  func run(_ sql: String, _ values: [Value] = []) throws(Hinweis) -> Int {
    try each(sql, values) { (_) throws(Hinweis) in .more }
    return Int(sqlite3_changes(handle))
  }

  /// The first value of the first row; nil if there is none.
  func value(_ sql: String, _ values: [Value] = []) throws(Hinweis) -> Value? {
    var value: Value?
    try each(sql, values) { (row) throws(Hinweis) in
      value = row.value(0)
      return .enough
    }
    return value
  }

  /// Why a statement cannot be compiled, and the byte at which that shows, where SQLite knows it; nil if it can.
  func problem(of sql: String) -> (message: String, offset: Int?)? {
    var pointer: OpaquePointer?
    defer { sqlite3_finalize(pointer) }
    guard sqlite3_prepare_v3(handle, sql, -1, 0, &pointer, nil) != SQLITE_OK else { return nil }
    let offset = Int(sqlite3_error_offset(handle))
    return (String(cString: sqlite3_errmsg(handle)), offset < 0 ? nil : offset)
  }

  /// A statement with its values in its text, for a view, which can bind none.
  func expanded(_ sql: String, _ values: [Value]) throws(Hinweis) -> String {
    let statement = try statement(sql)
    defer { release(statement) }
    statement.bind(values)
    return statement.expanded
  }

  /// How many rows were written since the file was opened.
  var totalChanges: Int { Int(sqlite3_total_changes(handle)) }

  /// True if, with checks put off to the end of the transaction, something names what is not there.
  var hasDanglingReferences: Bool {
    var (current, highest): (Int32, Int32) = (0, 0)
    sqlite3_db_status(handle, SQLITE_DBSTATUS_DEFERRED_FKS, &current, &highest, 0)
    return current != 0
  }

  /// Stops a statement that is running, from a signal handler as well.
  func interrupt() {
    waiting.stop()
    sqlite3_interrupt(handle)
  }

  // MARK: Transactions

  /// Runs the body as one whole: all of it is kept, or nothing.
  func transaction<T>(_ body: () throws(Hinweis) -> T) throws(Hinweis) -> T {
    try begin()
    do {
      let result = try body()
      try commit()
      return result
    } catch {
      try? rollback()
      throw error
    }
  }

  /// Runs a body that only reads, and sees one state of the file.
  func reading<T>(_ body: () throws(Hinweis) -> T) throws(Hinweis) -> T {
    guard depth == 0 else { return try body() }
    try execute("BEGIN DEFERRED")
    depth = 1
    defer {
      depth = 0
      // An interruption may have ended the transaction already.
      if sqlite3_get_autocommit(handle) == 0 { try? execute("COMMIT") }
    }
    return try body()
  }

  /// Opens a transaction, or a part of the one that is open.
  func begin() throws(Hinweis) {
    try execute(depth == 0 ? "BEGIN IMMEDIATE" : "SAVEPOINT teil\(depth)")
    depth += 1
  }

  func commit() throws(Hinweis) {
    try execute(depth == 1 ? "COMMIT" : "RELEASE teil\(depth - 1)")
    depth -= 1
  }

  func rollback() throws(Hinweis) {
    guard depth > 0 else { return }
    depth -= 1
    // A full disk may have ended the transaction already.
    if depth == 0 && sqlite3_get_autocommit(handle) != 0 { return }
    try execute(depth == 0 ? "ROLLBACK" : "ROLLBACK TO teil\(depth); RELEASE teil\(depth)")
  }

  var isInTransaction: Bool { depth > 0 }

  /// Ends a transaction that SQLite itself has taken back, as it does when a write is interrupted or the disk is full; true if there was one.
  func forgetLostTransaction() -> Bool {
    guard depth > 0, sqlite3_get_autocommit(handle) != 0 else { return false }
    depth = 0
    return true
  }

  /// Runs a body that writes temporary tables only, which a plan that is only read allows too.
  func makingTemporary<T>(_ body: () throws(Hinweis) -> T) throws(Hinweis) -> T {
    guard isQueryOnly else { return try body() }
    try execute("PRAGMA query_only = 0")
    defer { try? execute("PRAGMA query_only = 1") }
    return try body()
  }

  // MARK: Whole files

  /// Puts all that this file holds in the place of all that another one holds, in one transaction of the other.
  func copy(to other: Connection) throws(Hinweis) {
    guard let backup = sqlite3_backup_init(other.handle, "main", handle, "main") else {
      throw other.failure(sqlite3_errcode(other.handle))
    }
    var code = SQLITE_OK
    var tries = 0
    repeat {
      code = sqlite3_backup_step(backup, 500)
      if code == SQLITE_BUSY || code == SQLITE_LOCKED {
        if !other.waiting.goOn(tries: tries) { break }
        tries += 1
      } else {
        tries = 0
      }
      if waiting.wasStopped || other.waiting.wasStopped { code = SQLITE_INTERRUPT }
    } while [SQLITE_OK, SQLITE_BUSY, SQLITE_LOCKED].contains(code)
    sqlite3_backup_finish(backup)
    guard code == SQLITE_DONE else { throw other.failure(code) }
  }

  /// Adds a function to SQL that changes a text; nil leaves it as it is.
  func define(_ name: String, _ body: @escaping @Sendable (String) -> String?) {
    let function = DatabaseFunction(name, argumentCount: 1, pure: true) { values in
      guard let text = String.fromDatabaseValue(values[0]) else { return values[0] }
      return body(text) ?? text
    }
    queue.unsafeReentrantWrite { $0.add(function: function) }
  }

  // MARK: Errors

  private func failure(_ code: Int32) -> Hinweis {
    Connection.explain(DatabaseError(resultCode: ResultCode(rawValue: code)), path: path, waiting)
  }

  fileprivate func check(_ code: Int32, _ sql: String) throws(Hinweis) {
    guard code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE else { return }
    throw Connection.explain(
      DatabaseError(resultCode: ResultCode(rawValue: sqlite3_extended_errcode(handle)), message: String(cString: sqlite3_errmsg(handle))),
      path: path, waiting)
  }

  /// What an error of the database means to the user. It never quotes values: they may be personal data.
  private static func explain(_ error: any Error, path: String, _ waiting: Waiting) -> Hinweis {
    guard let error = error as? DatabaseError else { return Hinweis("der Plan ließ sich nicht öffnen: \(error)").at(Place(file: path)) }
    let text: String
    var help: String?
    switch error.resultCode {
    case .SQLITE_FULL:
      text = "der Datenträger ist voll; nichts wurde geändert"
      help = "Platz schaffen und den Befehl wiederholen"
    case .SQLITE_BUSY where waiting.wasStopped: return interruption
    case .SQLITE_BUSY, .SQLITE_LOCKED: return waiting.problem.at(Place(file: path))
    case .SQLITE_READONLY, .SQLITE_PERM: text = "der Plan darf nur gelesen werden"
    case .SQLITE_CANTOPEN:
      text = "die Datei lässt sich nicht öffnen"
      help = "Pfad und Rechte prüfen; einen neuen Plan macht kip --neu PLAN.kip"
    case .SQLITE_NOTADB: text = "die Datei ist kein Plan von kip"
    case .SQLITE_CORRUPT:
      text = "die Datei ist beschädigt"
      help = "eine Sicherung verwenden"
    case .SQLITE_INTERRUPT: return interruption
    case .SQLITE_IOERR: text = "der Datenträger meldet einen Fehler"
    default: return Refusal.explained(error.message ?? "ohne Grund")
    }
    return Hinweis(text).at(Place(file: path)).help(help)
  }

  static var interruption: Hinweis { Hinweis("abgebrochen; nichts wurde geändert").rule(PlanStore.interrupted) }
}

/// A compiled statement, to be bound, stepped and read.
final class Statement {
  let sql: String
  private let pointer: OpaquePointer
  private unowned let connection: Connection

  fileprivate init(_ pointer: OpaquePointer, sql: String, connection: Connection) {
    self.pointer = pointer
    self.sql = sql
    self.connection = connection
  }

  fileprivate func finalize() { sqlite3_finalize(pointer) }

  /// Readies it for the next run; what was bound is forgotten.
  func reset() {
    sqlite3_reset(pointer)
    sqlite3_clear_bindings(pointer)
  }

  /// Goes to the next row; false when there is none.
  func step() throws(Hinweis) -> Bool {
    let code = sqlite3_step(pointer)
    if code == SQLITE_ROW { return true }
    try connection.check(code, sql)
    return false
  }

  /// Runs it once for rows that are written, and readies it for the next.
  func write() throws(Hinweis) {
    defer { sqlite3_reset(pointer) }
    _ = try step()
  }

  // MARK: Binding; the first parameter has the number 1

  func bind(_ values: [Value]) {
    for (index, value) in values.enumerated() { bind(value, at: index + 1) }
  }

  func bind(_ value: Value, at index: Int) {
    switch value {
    case .null: bindNull(at: index)
    case .integer(let number): bind(number, at: index)
    case .real(let number): sqlite3_bind_double(pointer, Int32(index), number)
    case .text(let text): bind(text, at: index)
    }
  }

  func bindNull(at index: Int) { sqlite3_bind_null(pointer, Int32(index)) }
  func bind(_ number: Int, at index: Int) { sqlite3_bind_int64(pointer, Int32(index), Int64(number)) }

  func bind(_ text: String, at index: Int) {
    var text = text
    text.withUTF8 { bind($0, at: index) }
  }

  /// Binds UTF-8 bytes, which are copied.
  func bind(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
    // An empty buffer has no address, which SQLite would take for NULL.
    guard let address = bytes.baseAddress, !bytes.isEmpty else {
      sqlite3_bind_text(pointer, Int32(index), "", 0, nil)
      return
    }
    sqlite3_bind_text(pointer, Int32(index), UnsafeRawPointer(address).assumingMemoryBound(to: CChar.self), Int32(bytes.count), transient)
  }

  /// The names of its parameters, each with its sign: `:NR`; nil for one without.
  var parameters: [String?] {
    (0..<sqlite3_bind_parameter_count(pointer)).map { sqlite3_bind_parameter_name(pointer, $0 + 1).map { String(cString: $0) } }
  }

  /// True if it changes nothing in any file.
  var isReadOnly: Bool { sqlite3_stmt_readonly(pointer) != 0 }

  /// Its text with the values that are bound.
  fileprivate var expanded: String {
    guard let text = sqlite3_expanded_sql(pointer) else { return sql }
    defer { sqlite3_free(text) }
    return String(cString: text)
  }

  // MARK: Reading; the first column has the number 0

  var columnCount: Int { Int(sqlite3_column_count(pointer)) }
  func columnName(_ index: Int) -> String { sqlite3_column_name(pointer, Int32(index)).map { String(cString: $0) } ?? "" }
  /// True if the column of this row holds a number.
  func isNumber(_ index: Int) -> Bool { [SQLITE_INTEGER, SQLITE_FLOAT].contains(sqlite3_column_type(pointer, Int32(index))) }
  func isNull(_ index: Int) -> Bool { sqlite3_column_type(pointer, Int32(index)) == SQLITE_NULL }
  func integer(_ index: Int) -> Int { Int(sqlite3_column_int64(pointer, Int32(index))) }
  func text(_ index: Int) -> String { String(decoding: bytes(index), as: UTF8.self) }

  /// The text of a column as an answer shows it: a whole number has no decimals, whatever it was worked out from.
  func shownBytes(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    // Asked first, since the type is lost once a number has become text.
    let isReal = sqlite3_column_type(pointer, Int32(index)) == SQLITE_FLOAT
    let bytes = bytes(index)
    return isReal && bytes.suffix(2).elementsEqual(".0".utf8) ? UnsafeBufferPointer(rebasing: bytes.dropLast(2)) : bytes
  }

  /// The text of a column, valid until the next step.
  func bytes(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: sqlite3_column_text(pointer, Int32(index)), count: Int(sqlite3_column_bytes(pointer, Int32(index))))
  }

  /// True if two columns hold the same; nothing is made of them.
  func isSame(_ first: Int, _ second: Int) -> Bool {
    let (a, b) = (sqlite3_column_type(pointer, Int32(first)), sqlite3_column_type(pointer, Int32(second)))
    guard a == b else { return false }
    switch a {
    case SQLITE_NULL: return true
    case SQLITE_TEXT: return bytes(first).elementsEqual(bytes(second))
    default: return value(first) == value(second)
    }
  }

  func value(_ index: Int) -> Value {
    switch sqlite3_column_type(pointer, Int32(index)) {
    case SQLITE_NULL: .null
    case SQLITE_INTEGER: .integer(integer(index))
    case SQLITE_FLOAT: .real(sqlite3_column_double(pointer, Int32(index)))
    default: .text(text(index))
    }
  }
}

/// Tells SQLite to copy what it is given.
private let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

/// The functions that kip adds to SQL; they work on raw bytes, since they run once a row.
private enum TextFunctions {
  static func add(to handle: OpaquePointer?) {
    let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC
    sqlite3_create_function_v2(
      handle, "kip_fold", 1, flags, nil,
      { context, _, values in
        TextFunctions.answer(context, values) { source, bytes in Fold.append(source, to: &bytes) }
      }, nil, nil, nil)
    // Whether a text begins with one that is folded, without folding all of it.
    sqlite3_create_function_v2(
      handle, "kip_begins", 2, flags, nil,
      { context, _, values in
        guard let values, let text = sqlite3_value_text(values[0]), let beginning = sqlite3_value_text(values[1]) else {
          return sqlite3_result_int(context, 0)
        }
        let begins = TextFunctions.begins(
          UnsafeBufferPointer(start: text, count: Int(sqlite3_value_bytes(values[0]))),
          UnsafeBufferPointer(start: beginning, count: Int(sqlite3_value_bytes(values[1]))))
        sqlite3_result_int(context, begins ? 1 : 0)
      }, nil, nil, nil)
    sqlite3_create_function_v2(
      handle, "kip_natural", 1, flags, nil,
      { context, _, values in
        TextFunctions.answer(context, values) { source, bytes in
          bytes.append(contentsOf: Label.sortKey(String(decoding: source, as: UTF8.self)).utf8)
        }
      }, nil, nil, nil)
    // The last day that a date covers, since what is due "2024" is overdue from 2025 on.
    sqlite3_create_function_v2(
      handle, "kip_day", 1, flags, nil,
      { context, _, values in
        guard let date = TextFunctions.date(values) else { return sqlite3_result_null(context) }
        sqlite3_result_int64(context, Int64(date.lastDay))
      }, nil, nil, nil)
    sqlite3_create_function_v2(
      handle, "kip_first_day", 1, flags, nil,
      { context, _, values in
        guard let date = TextFunctions.date(values) else { return sqlite3_result_null(context) }
        sqlite3_result_int64(context, Int64(date.firstDay))
      }, nil, nil, nil)
    // The number of that day, from which days are counted; SQLite's date() makes it a day again.
    sqlite3_create_function_v2(
      handle, "kip_julian", 1, flags, nil,
      { context, _, values in
        guard let date = TextFunctions.date(values) else { return sqlite3_result_null(context) }
        sqlite3_result_int64(context, Int64(date.julianDay))
      }, nil, nil, nil)
    // A number as people write it.
    sqlite3_create_function_v2(
      handle, "kip_german", 1, flags, nil,
      { context, _, values in
        TextFunctions.answer(context, values) { source, bytes in
          bytes.append(contentsOf: CellText.shown(String(decoding: source, as: UTF8.self), as: .number).utf8)
        }
      }, nil, nil, nil)
    // How many different values stand in a list of them.
    sqlite3_create_function_v2(
      handle, "kip_distinct", 1, flags, nil,
      { context, _, values in
        guard let value = values?[0], let text = sqlite3_value_text(value) else { return sqlite3_result_int(context, 0) }
        let bytes = UnsafeBufferPointer(start: text, count: Int(sqlite3_value_bytes(value)))
        sqlite3_result_int(context, Int32(Set(bytes.split(separator: Table.separator).map(Array.init)).count))
      }, nil, nil, nil)
    // The figure of an amount such as "ca. 2 T€"; NULL where it has none.
    sqlite3_create_function_v2(
      handle, "kip_amount", 1, flags, nil,
      { context, _, values in
        guard let value = TextFunctions.amount(values)?.value else { return sqlite3_result_null(context) }
        sqlite3_result_double(context, value)
      }, nil, nil, nil)
    sqlite3_create_function_v2(
      handle, "kip_inexact", 1, flags, nil,
      { context, _, values in sqlite3_result_int(context, TextFunctions.amount(values)?.isInexact ?? false ? 1 : 0) }, nil, nil, nil)
  }

  private static func begins(_ text: UnsafeBufferPointer<UInt8>, _ folded: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let wanted = folded.first else { return true }
    // Most texts differ in their first letter, which folding leaves alone but for its case.
    if let first = text.first, (0x21...0x7E).contains(first), (0x21...0x7E).contains(wanted), first | 0x20 != wanted | 0x20 { return false }
    var bytes: [UInt8] = []
    // A folded letter comes of at most three bytes.
    Fold.append(UnsafeBufferPointer(rebasing: text.prefix(3 * folded.count + 16)), to: &bytes)
    return bytes.starts(with: folded)
  }

  private static func amount(_ values: UnsafeMutablePointer<OpaquePointer?>?) -> Betrag? {
    guard let text = values.flatMap({ sqlite3_value_text($0[0]) }) else { return nil }
    return Betrag(String(cString: text))
  }

  private static func date(_ values: UnsafeMutablePointer<OpaquePointer?>?) -> Datum? {
    guard let text = values.flatMap({ sqlite3_value_text($0[0]) }) else { return nil }
    return Datum(String(cString: text))
  }

  private static func answer(
    _ context: OpaquePointer?, _ values: UnsafeMutablePointer<OpaquePointer?>?, _ body: (UnsafeBufferPointer<UInt8>, inout [UInt8]) -> Void
  ) {
    guard let value = values?[0], let text = sqlite3_value_text(value) else { return sqlite3_result_null(context) }
    var bytes: [UInt8] = []
    body(UnsafeBufferPointer(start: text, count: Int(sqlite3_value_bytes(value))), &bytes)
    bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { sqlite3_result_text(context, $0.baseAddress, Int32($0.count), transient) }
    }
  }
}
