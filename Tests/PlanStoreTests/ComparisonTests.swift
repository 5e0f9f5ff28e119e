// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

/// Which measures meet a condition.
@Suite struct ComparisonTests {
  @Test(
    "labels: equal as written, ordered naturally; of several numbers one suffices",
    arguments: [
      ("nr = 30,2", ["30,2"]), ("nr = 28,2", ["28,1; 28,2"]), ("nr = 28", []), ("nr = 30.2", []),
      ("nr != 28,1", ["7,0", "28,10", "30,2", "0120"]),
      ("nr < 28,2", ["7,0", "28,1; 28,2"]), ("nr >= 28,10", ["28,10", "30,2", "0120"]), ("nr <= 7,0", ["7,0"]), ("nr > 30,2", ["0120"]),
      ("nr = 120", []),
      ("nr = 0120", ["0120"]), ("nr in (7,0; 30,2)", ["7,0", "30,2"]), ("nicht nr in (7,0; 30,2)", ["28,1; 28,2", "28,10", "0120"]),
      ("nr zwischen 28,1 und 28,9", ["28,1; 28,2"]), ("nr beginnt mit \"28,1\"", ["28,1; 28,2", "28,10"]),
      ("stamm = 28", ["28,1; 28,2", "28,10"]),
    ])
  func labels(_ condition: String, _ numbers: [String]) throws { try expect(condition, numbers) }

  @Test(
    "texts: without case and umlauts; what SQL or LIKE take for signs are letters",
    arguments: [
      ("text = praktika", ["30,2"]), ("text = Praktik", []), ("text enthält \"KITA UND\"", ["28,1; 28,2"]), ("text enthält ubergang", []),
      ("text enthält UEBERGANG", ["28,1; 28,2"]), ("text beginnt mit über", ["28,1; 28,2"]), ("text beginnt mit gang", []),
      ("text enthält \"100 %\"", ["28,10"]),
      ("text enthält %", ["28,10"]), ("text enthält \"_\"", []), ("text enthält \"*\"", []),
      ("text enthält \"\"", ["7,0", "28,1; 28,2", "28,10", "30,2"]),
      ("text > Q", ["7,0", "28,1; 28,2"]), ("text <= praktika", ["28,10", "30,2"]),
      ("text != praktika", ["7,0", "28,1; 28,2", "28,10", "0120"]),
    ])
  func texts(_ condition: String, _ numbers: [String]) throws { try expect(condition, numbers) }

  @Test(
    "words: one of those that the column allows, in any spelling",
    arguments: [
      ("status = laufend", ["7,0", "30,2"]), ("status = LAUFEND", ["7,0", "30,2"]), ("status = keine Angabe", ["28,10", "0120"]),
      ("status != laufend", ["28,1; 28,2", "28,10", "0120"]),
      ("status in (laufend; geplant)", ["7,0", "28,1; 28,2", "30,2"]), ("status enthält lauf", ["7,0", "30,2"]), ("status = dauerhaft", []),
    ])
  func words(_ condition: String, _ numbers: [String]) throws { try expect(condition, numbers) }

  @Test(
    "nothing said",
    arguments: [
      ("text leer", ["0120"]), ("text nicht leer", ["7,0", "28,1; 28,2", "28,10", "30,2"]), ("ohne hut", ["28,10", "0120"]),
      ("mit hut", ["7,0", "28,1; 28,2", "30,2"]),
      ("hut leer", ["28,10", "0120"]), ("ohne ziel und mit hut", ["30,2"]), ("mit ehrenamt", []),
      ("ohne zielgruppe", ["28,10", "30,2", "0120"]),
    ])
  func empty(_ condition: String, _ numbers: [String]) throws { try expect(condition, numbers) }

  @Test(
    "columns with several values: one of them is, none of them is not",
    arguments: [
      ("zielgruppe = Kinder", ["7,0", "28,1; 28,2"]), ("zielgruppe = jugendliche", ["7,0"]), ("zielgruppe = Allgemein", ["28,1; 28,2"]),
      ("zielgruppe = Institutionen", []),
      ("zielgruppe != Kinder", ["28,10", "30,2", "0120"]), ("zielgruppe = Kinder und zielgruppe = Allgemein", ["28,1; 28,2"]),
      ("handlungsfeld = IKO", ["28,1; 28,2", "28,10"]),
      ("themenfeld = Früh", ["28,1; 28,2"]), ("handlungsfeld = \"Arbeit und Ausbildung\"", ["30,2"]), ("handlungsfeld = Beruf", ["30,2"]),
      ("ziel enthält deutsch", ["7,0", "28,1; 28,2"]), ("partner = AWO", ["7,0"]), ("zuständige = AWO", ["7,0"]),
      ("umsetzung = \"Referat 0120\"", ["30,2"]),
    ])
  func lists(_ condition: String, _ numbers: [String]) throws { try expect(condition, numbers) }

  @Test("und, oder, nicht and brackets")
  func logic() throws {
    try expect("status = laufend und hut = \"FB 51\"", ["30,2"])
    try expect("hut = \"FB 50\" oder ohne hut und nr = 0120", ["7,0", "0120"])
    try expect("(hut = \"FB 50\" oder ohne hut) und text leer", ["0120"])
    try expect("nicht (status = laufend oder mit hut)", ["28,10", "0120"])
    try expect("nicht text enthält a", ["28,10", "0120"])
  }

  @Test("very many conditions are one question", arguments: ["oder", "und"])
  func many(_ word: String) throws {
    let condition = Array(repeating: "nr = 30,2", count: 3000).joined(separator: " \(word) ")
    try expect(condition, ["30,2"])
  }

  private func expect(_ condition: String, _ numbers: [String], sourceLocation: SourceLocation = #_sourceLocation) throws {
    let found = try SamplePlan.column("maßnahmen wo \(condition) | zeige nr")
    #expect(found == numbers, sourceLocation: sourceLocation)
  }
}
