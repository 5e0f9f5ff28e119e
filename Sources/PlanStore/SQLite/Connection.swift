// SPDX-License-Identifier: GPL-3.0-or-later
internal import CSQLite
internal import PlanKit

/// An open file, its statements and its transactions; kip works on it from one thread. Nothing outside of this folder knows SQLite.
final class Connection: @unchecked Sendable {
  let path: String
  let waiting: Waiting
  private let isQueryOnly: Bool
  let handle: OpaquePointer
  /// Every statement that was compiled, and those of them that nobody uses now.
  private var statements: [Statement] = []
  private var idle: [String: [Statement]] = [:]
  private var depth = 0
  private var isMakingTemporary = false

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
    let flags = canClear ? SQLITE_OPEN_READWRITE | (access == .create ? SQLITE_OPEN_CREATE : 0) : SQLITE_OPEN_READONLY
    let name = canClear ? path : Connection.unchanging(path)
    _ = Connection.countsNoMemory
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(name, &opened, flags | SQLITE_OPEN_NOMUTEX | (name == path ? 0 : SQLITE_OPEN_URI), nil)
    guard code == SQLITE_OK, let opened else {
      sqlite3_close(opened)
      throw Connection.explain(code, nil, path: path, waiting)
    }
    handle = opened
    sqlite3_extended_result_codes(handle, 1)
    kip_use_strict_quotes(handle)
    sqlite3_busy_handler(
      handle,
      { waiting, tries in
        waiting.map { Unmanaged<Waiting>.fromOpaque($0).takeUnretainedValue().goOn(tries: Int(tries)) } ?? false ? 1 : 0
      },
      Unmanaged.passUnretained(waiting).toOpaque())
    SQLFunctions.add(to: handle)
    do throws(Hinweis) {
      try execute("PRAGMA foreign_keys = 1" + (access == .read ? "; PRAGMA query_only = 1" : ""))
      // A file that is no database says so now.
      try execute("SELECT 1 FROM sqlite_schema LIMIT 1")
    } catch {
      sqlite3_close(handle)
      throw error
    }
  }

  private static let countsNoMemory: Void = { kip_count_no_memory() }()

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
    try check(sqlite3_close(handle))
  }

  // MARK: Statements

  /// Runs statements that answer nothing, several separated by semicolons.
  func execute(_ sql: String) throws(Hinweis) {
    try check(sqlite3_exec(handle, sql, nil, nil, nil))
  }

  /// A compiled statement; give it back with `release` when done, so that the next use need not compile it again.
  func statement(_ sql: String) throws(Hinweis) -> Statement {
    if let statement = idle[sql]?.popLast() { return statement }
    var pointer: OpaquePointer?
    try check(sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &pointer, nil))
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
    guard isQueryOnly, !isMakingTemporary else { return try body() }
    try execute("PRAGMA query_only = 0")
    isMakingTemporary = true
    defer {
      isMakingTemporary = false
      try? execute("PRAGMA query_only = 1")
    }
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
}
