// SPDX-License-Identifier: GPL-3.0-or-later
internal import CSQLite
internal import PlanKit

/// The functions that kip adds to SQL; they work on raw bytes, since they run once a row.
enum SQLFunctions {
  static func add(to handle: OpaquePointer?) {
    let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC
    sqlite3_create_function_v2(
      handle, "kip_fold", 1, flags, nil,
      { context, _, values in
        SQLFunctions.answer(context, values) { source, bytes in Fold.append(source, to: &bytes) }
      }, nil, nil, nil)
    // Whether a text begins with one that is folded, without folding all of it.
    sqlite3_create_function_v2(
      handle, "kip_begins", 2, flags, nil,
      { context, _, values in
        guard let values, let text = sqlite3_value_text(values[0]), let beginning = sqlite3_value_text(values[1]) else {
          return sqlite3_result_int(context, 0)
        }
        let begins = SQLFunctions.begins(
          UnsafeBufferPointer(start: text, count: Int(sqlite3_value_bytes(values[0]))),
          UnsafeBufferPointer(start: beginning, count: Int(sqlite3_value_bytes(values[1]))))
        sqlite3_result_int(context, begins ? 1 : 0)
      }, nil, nil, nil)
    sqlite3_create_function_v2(
      handle, "kip_natural", 1, flags, nil,
      { context, _, values in
        SQLFunctions.answer(context, values) { source, bytes in
          bytes.append(contentsOf: Label.sortKey(String(decoding: source, as: UTF8.self)).utf8)
        }
      }, nil, nil, nil)
    // The last day that a date covers, since what is due "2024" is overdue from 2025 on.
    sqlite3_create_function_v2(
      handle, "kip_day", 1, flags, nil,
      { context, _, values in
        guard let date = SQLFunctions.date(values) else { return sqlite3_result_null(context) }
        sqlite3_result_int64(context, Int64(date.lastDay))
      }, nil, nil, nil)
    sqlite3_create_function_v2(
      handle, "kip_first_day", 1, flags, nil,
      { context, _, values in
        guard let date = SQLFunctions.date(values) else { return sqlite3_result_null(context) }
        sqlite3_result_int64(context, Int64(date.firstDay))
      }, nil, nil, nil)
    // The number of that day, from which days are counted; SQLite's date() makes it a day again.
    sqlite3_create_function_v2(
      handle, "kip_julian", 1, flags, nil,
      { context, _, values in
        guard let date = SQLFunctions.date(values) else { return sqlite3_result_null(context) }
        sqlite3_result_int64(context, Int64(date.julianDay))
      }, nil, nil, nil)
    // A number as people write it.
    sqlite3_create_function_v2(
      handle, "kip_german", 1, flags, nil,
      { context, _, values in
        SQLFunctions.answer(context, values) { source, bytes in
          let text = String(decoding: source, as: UTF8.self)
          bytes.append(contentsOf: CellText.shown(text.hasSuffix(".0") ? String(text.dropLast(2)) : text, as: .number).utf8)
        }
      }, nil, nil, nil)
    // Of several values the one that sorts first, or last where the second argument is 1; the third says how: 0 words, 1 labels, 2 numbers.
    sqlite3_create_function_v2(
      handle, "kip_extreme", 3, flags, nil,
      { context, _, values in
        guard let values, let text = sqlite3_value_text(values[0]) else { return sqlite3_result_null(context) }
        let how = sqlite3_value_int(values[2])
        func key(_ value: String) -> String { how == 1 ? Label.sortKey(value) : Fold.key(value) }
        let all = CellText.values(String(cString: text))
        let sorted = how == 2 ? all.sorted { (Double($0) ?? 0) < (Double($1) ?? 0) } : all.sorted { key($0) < key($1) }
        guard let found = sqlite3_value_int(values[1]) == 0 ? sorted.first : sorted.last else { return sqlite3_result_null(context) }
        sqlite3_result_text(context, found, -1, transient)
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
        guard let value = SQLFunctions.amount(values)?.value else { return sqlite3_result_null(context) }
        sqlite3_result_double(context, value)
      }, nil, nil, nil)
    sqlite3_create_function_v2(
      handle, "kip_inexact", 1, flags, nil,
      { context, _, values in sqlite3_result_int(context, SQLFunctions.amount(values)?.isInexact ?? false ? 1 : 0) }, nil, nil, nil)
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

extension Connection {
  /// Adds a function to SQL that changes a text; nil leaves it as it is.
  func define(_ name: String, _ body: @escaping @Sendable (String) -> String?) {
    let box = Unmanaged.passRetained(TextChange(body)).toOpaque()
    sqlite3_create_function_v2(
      handle, name, 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, box,
      { context, _, values in
        guard let value = values?[0], let change = sqlite3_user_data(context) else { return sqlite3_result_null(context) }
        let isText = sqlite3_value_type(value) == SQLITE_TEXT
        guard isText, let text = sqlite3_value_text(value),
          let changed = Unmanaged<TextChange>.fromOpaque(change).takeUnretainedValue().body(String(cString: text))
        else { return sqlite3_result_value(context, value) }
        sqlite3_result_text(context, changed, -1, transient)
      }, nil, nil, { box in box.map { Unmanaged<TextChange>.fromOpaque($0).release() } })
  }
}

private final class TextChange {
  let body: @Sendable (String) -> String?
  init(_ body: @escaping @Sendable (String) -> String?) { self.body = body }
}
