// SPDX-License-Identifier: Apache-2.0
import PlanKit

/// A file that is no ZIP file although its name says so, and what to do instead.
struct ForeignFile {
  private let kind: String
  private let help: String

  /// What a file is if it is no ZIP file; a file that begins in an unknown way may be one.
  static func find(in source: any ByteSource) throws(Hinweis) -> ForeignFile? {
    let start = try source.bytes(at: 0, count: 512)
    if start.isEmpty { return ForeignFile(kind: "die Datei ist leer", help: "die Datei noch einmal beschaffen") }
    if start.starts(with: [0x50, 0x4B]) { return nil }
    if start.starts(with: OLEFile.start) { return old(try OLEFile(source).streams) }
    return known.first { starts(start, with: $0.start) }.map { ForeignFile(kind: $0.kind, help: $0.help) }
  }

  func refusal(expected: String, file: String) -> Hinweis {
    Hinweis("erwartet war \(expected); \(kind)").at(Place(file: file)).help(help)
  }

  /// Office files before 2007, and newer ones behind a password, are small file systems; the names in them tell which it is.
  private static func old(_ streams: Set<String>) -> ForeignFile {
    if streams.contains("EncryptedPackage") {
      return ForeignFile(
        kind: "die Datei ist mit einem Kennwort geschützt", help: "die Datei ohne Kennwort speichern und noch einmal einlesen")
    }
    if streams.contains("Workbook") || streams.contains("Book") {
      return ForeignFile(
        kind: "das ist das alte Format von Excel (.xls)", help: "die Datei in Excel oder LibreOffice öffnen und als .xlsx speichern")
    }
    if streams.contains("WordDocument") {
      return ForeignFile(
        kind: "das ist das alte Format von Word (.doc)", help: "die Datei in Word oder LibreOffice öffnen und als .docx speichern")
    }
    return ForeignFile(
      kind: "das ist eine Office-Datei von vor 2007",
      help: "die Datei in Excel, Word oder LibreOffice öffnen und als .xlsx oder .docx speichern")
  }

  private static func starts(_ bytes: [UInt8], with start: String) -> Bool {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    return text.drop { $0 <= 0x20 }.prefix(start.utf8.count).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 } == Array(start.utf8)
  }

  private static let known: [(start: String, kind: String, help: String)] = [
    (
      "%pdf-", "das ist eine PDF-Datei",
      "die Tabelle dort beschaffen, wo das PDF entstand; oder sie im PDF markieren, in Excel oder LibreOffice einfügen und speichern"
    ),
    ("{\\rtf", "das ist eine RTF-Datei", "die Datei in Word oder LibreOffice öffnen und als .docx speichern"),
    ("<!doctype html", "das ist eine HTML-Datei", "die Datei mit der Endung .html einlesen"),
    ("<html", "das ist eine HTML-Datei", "die Datei mit der Endung .html einlesen"),
    ("<table", "das ist eine HTML-Datei", "die Datei mit der Endung .html einlesen"),
    ("<?xml", "das ist eine einzelne XML-Datei", "die Datei in Excel oder LibreOffice öffnen und als .xlsx speichern"),
  ]
}
