// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

@Suite struct GoldenTests {
  @Test("files as real programs write them are read as expected", arguments: Golden.names(in: "Reading", without: ".expected"))
  func reading(_ name: String) throws {
    let table = try Formats.read(Golden.bytes("Reading/\(name)"), name: name)
    var text = table.document.properties.map { "\($0.name): \($0.value)\n" }.joined()
    for (line, cells) in zip(table.lines, table.rows) {
      text += "\(line): " + cells.map { $0.debugDescription }.joined(separator: " ") + "\n"
    }
    text += table.notes.map { "\($0.grade.rawValue) \($0.place?.description ?? ""): \($0.text)\n" }.joined()
    try Golden.expect(Array(text.utf8), toEqual: "Reading/\(name).expected")
  }

  @Test("there are golden files to read")
  func readingIsNotEmpty() { #expect(Golden.names(in: "Reading", without: ".expected").count >= 10) }

  @Test(
    "documents are written as expected", arguments: ["abfrage", "katalog", "bericht"],
    [
      ("csv", "csv"), ("csv-excel", "excel.csv"), ("tsv", "tsv"), ("json", "json"), ("jsonl", "jsonl"), ("markdown", "md"),
      ("html", "html"),
    ])
  func writing(_ name: String, _ format: (name: String, ending: String)) throws {
    let document = name == "abfrage" ? Samples.query : name == "katalog" ? Samples.catalogue : Samples.report
    try Golden.expect(Formats.write(document, as: format.name), toEqual: "Writing/\(name).\(format.ending)")
  }
}
