// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// What a file is by its first bytes, whatever its ending says.
enum ContentKind {
  case spreadsheet, document, openSpreadsheet, openDocument, html, json, text, pdf, binary

  /// The formats that read it, the likeliest first.
  var formats: [String] {
    switch self {
    case .spreadsheet: ["xlsx"]
    case .document: ["docx"]
    case .openSpreadsheet: ["ods"]
    case .openDocument: ["odt"]
    case .html: ["html", "markdown", "text"]
    case .json: ["json", "jsonl", "oparl"]
    case .text: ["csv", "text", "tsv", "markdown", "html", "json", "jsonl", "oparl"]
    case .pdf, .binary: []
    }
  }

  /// Formats whose content is known here; of others only their plug-in knows what they read.
  static let known = Set(["xlsx", "docx", "ods", "odt"] + text.formats)

  /// What it is called towards users.
  var name: String {
    switch self {
    case .spreadsheet: "eine Mappe von Excel"
    case .document: "ein Dokument von Word"
    case .openSpreadsheet: "eine Tabelle im OpenDocument-Format"
    case .openDocument: "ein Text im OpenDocument-Format"
    case .html: "eine Webseite"
    case .json: "JSON"
    case .text: "Text"
    case .pdf: "PDF"
    case .binary: "unbekannt"
    }
  }

  static func of(_ source: any ByteSource) throws(Hinweis) -> ContentKind {
    let start = try source.bytes(at: 0, count: 4096)
    // Some programs write a few bytes before the mark of a PDF.
    if start.prefix(1024).contains(Array("%PDF-".utf8)) { return .pdf }
    if start.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return try packed(source, start) }
    let isWide = start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF])
    if !isWide && start.count(where: { $0 < 0x09 }) * 10 > start.count { return .binary }
    // The words looked for are ASCII in every encoding, but for the zeros of UTF-16.
    let words = String(decoding: start.filter { $0 > 0 && $0 < 0x80 }, as: UTF8.self).drop(while: \.isWhitespace).lowercased()
    if let kind = markup(words) { return kind }
    if isJSON(words) { return .json }
    // Nothing at all, and XML of an unknown kind: what the ending promised says best what is wrong.
    return start.isEmpty || words.hasPrefix("<?xml") ? .binary : .text
  }

  /// What is in a ZIP file is said by its first entry, or by the names in the list at its end.
  private static func packed(_ source: any ByteSource, _ start: [UInt8]) throws(Hinweis) -> ContentKind {
    let list = try source.bytes(at: max(0, source.size - 1 << 16), count: 1 << 16)
    func holds(_ name: String) -> Bool { list.contains(Array(name.utf8)) || start.contains(Array(name.utf8)) }
    if holds("opendocument.spreadsheet") { return .openSpreadsheet }
    if holds("opendocument.text") { return .openDocument }
    if holds("xl/workbook") { return .spreadsheet }
    return holds("word/document") ? .document : .binary
  }

  private static func markup(_ words: String) -> ContentKind? {
    if words.hasPrefix("<?xml") || words.hasPrefix("<office:document") {
      if words.contains("opendocument.spreadsheet") { return .openSpreadsheet }
      if words.contains("opendocument.text") { return .openDocument }
      return words.contains("<html") ? .html : nil
    }
    // Remarks may stand before the first element.
    var rest = words[...]
    while rest.hasPrefix("<!--"), let end = rest.firstRange(of: "-->") { rest = rest[end.upperBound...].drop(while: \.isWhitespace) }
    return ["<html", "<!doctype html", "<head", "<body", "<table", "<meta"].contains(where: rest.hasPrefix) ? .html : nil
  }

  /// An object with a key, or a list with something in it that no heading of a column begins with.
  private static func isJSON(_ words: String) -> Bool {
    let next = words.dropFirst().first { !$0.isWhitespace }
    return switch words.first {
    case "{": next == "\"" || next == "}"
    case "[": next.map { "{[\"]".contains($0) } ?? false
    default: false
    }
  }
}
