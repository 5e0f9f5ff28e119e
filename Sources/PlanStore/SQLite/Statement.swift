// SPDX-License-Identifier: GPL-3.0-or-later
internal import CSQLite
internal import PlanKit

/// A compiled statement, to be bound, stepped and read.
final class Statement {
  let sql: String
  private let pointer: OpaquePointer
  private unowned let connection: Connection

  init(_ pointer: OpaquePointer, sql: String, connection: Connection) {
    self.pointer = pointer
    self.sql = sql
    self.connection = connection
  }

  func finalize() { sqlite3_finalize(pointer) }

  /// Readies it for the next run; what was bound is forgotten.
  func reset() {
    sqlite3_reset(pointer)
    sqlite3_clear_bindings(pointer)
  }

  /// Goes to the next row; false when there is none.
  func step() throws(Hinweis) -> Bool {
    let code = sqlite3_step(pointer)
    if code == SQLITE_ROW { return true }
    try connection.check(code)
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
  var expanded: String {
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
let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
