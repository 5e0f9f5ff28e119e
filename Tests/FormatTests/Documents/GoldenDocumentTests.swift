// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

@Suite struct GoldenDocumentTests {
  private static let formats = [
    "html": "html", "htm": "html", "xls": "html", "md": "markdown", "json": "json", "jsonl": "jsonl", "oparl": "oparl",
  ]

  @Test(
    "pages, texts and data as real programs write them are read as expected", arguments: Golden.names(in: "Documents", without: ".expected")
  )
  func reading(_ name: String) throws {
    let ending = name.split(separator: ".").last.map(String.init) ?? ""
    let format = try #require(GoldenDocumentTests.formats[ending])
    let read = try ReadDocument(Golden.bytes("Documents/\(name)"), as: format, name: name)
    try Golden.expect(Array(read.form.utf8), toEqual: "Documents/\(name).expected")
  }

  @Test("there are golden documents of every format")
  func everyFormat() {
    let endings = Set(Golden.names(in: "Documents", without: ".expected").compactMap { $0.split(separator: ".").last.map(String.init) })
    #expect(endings.isSuperset(of: GoldenDocumentTests.formats.keys))
  }
}
