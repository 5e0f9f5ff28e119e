// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

/// A catalogue that stands in a table of Word or LibreOffice goes the way of every catalogue.
@Suite struct WordCatalogueTests {
  @Test("its table is found among the text and read line by line", arguments: ["katalog.docx", "katalog.odt"])
  func imported(_ file: String) throws {
    let home = try Home()
    for name in [file, "lindenau.csv"] {
      let source = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Files/\(name)")
      try FileManager.default.copyItem(at: source, to: URL(filePath: "\(home.path)/\(name)"))
    }
    let question = "einträge | zeige nr, text, handlungsfeld, bemerkung | sortiere nr"
    let word = try KipProcess(
      home, ["--neu", "a.kip", "--variante", "braunschweig", "--format", "csv", "-c", "importiere \(file)", "-c", question])
    let table = try KipProcess(
      home, ["--neu", "b.kip", "--variante", "braunschweig", "--format", "csv", "-c", "importiere lindenau.csv", "-c", question])
    #expect(word.status == 0, "\(word.messages)")
    func rows(_ kip: KipProcess) -> ArraySlice<Substring> {
      kip.output.split(whereSeparator: \.isNewline).drop { !$0.hasPrefix("nr,") }.dropFirst()
    }
    #expect(rows(word).count > 3)
    #expect(rows(word) == rows(table))
  }
}
