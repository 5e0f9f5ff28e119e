// SPDX-License-Identifier: Apache-2.0

/// How a format writes its rows.
struct Dialect: Sendable {
  var delimiter: UInt8
  var lineEnd: [UInt8]
  /// What stands before the first row.
  var begin: [UInt8]
  /// Whether numbers and dates are written for a German Excel, headings instead of keys, and nothing that it would run.
  var isForExcel: Bool

  static let csv = Dialect(delimiter: .comma, lineEnd: [.carriageReturn, .lineFeed], begin: [], isForExcel: false)
  static let tsv = Dialect(delimiter: .tab, lineEnd: [.lineFeed], begin: [], isForExcel: false)
  static let excel = Dialect(delimiter: .semicolon, lineEnd: [.carriageReturn, .lineFeed], begin: [0xEF, 0xBB, 0xBF], isForExcel: true)
}

extension UInt8 {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let quote: UInt8 = 0x22
  static let comma: UInt8 = 0x2C
  static let semicolon: UInt8 = 0x3B
  static let bar: UInt8 = 0x7C
}
