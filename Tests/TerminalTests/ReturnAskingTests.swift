// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

/// What `rücklauf` asks at the prompt.
@Suite(.serialized) struct ReturnAskingTests {
  @Test("a conflict is shown with all three values and who changed it, and decided; a new row becomes a measure if somebody says so")
  func conflict() throws {
    let home = Home()
    let catalogue = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../SessionTests/Files/lindenau.csv")
      .standardizedFileURL
    let kip = try KipTerminal(home, arguments: ["--neu", home.path + "/p.kip", "--variante", "braunschweig"])
    for line in [
      "importiere \"\(catalogue.path)\" stand 03.05.2018", "exportiere rückmeldebogen für \"FB 51\" nach \(home.path)/b als tsv",
      "setze maßnahme \"5,0\" status = laufend weil \"begonnen\"",
    ] {
      kip.type(line)
      try kip.expectPrompt()
    }
    let form = home.path + "/b/rueckmeldebogen-fb-51.tsv"
    var rows = try String(contentsOfFile: form, encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    let status = try #require(rows[2].firstIndex(of: "Status"))
    let row = try #require(rows.firstIndex { $0[0].contains("5,0") })
    rows[row][status] = "umgesetzt"
    rows.append(["11,0", "Wohnen", "", "Neue Werkstatt"])
    try rows.map { $0.joined(separator: "\t") }.joined(separator: "\n").write(toFile: form, atomically: true, encoding: .utf8)

    kip.type("rücklauf \(form)")
    let question = try kip.pty.expect("oder = WERT: ")
    #expect(
      question.contains("damals    (nichts)") && question.contains("hier      laufend") && question.contains("im Bogen  umgesetzt"),
      "\(question)")
    #expect(question.contains("(Änderung 4): begonnen"), "\(question)")
    kip.type("vielleicht")
    try kip.pty.expect("erwartet ist u, i oder z")
    try kip.pty.expect("oder = WERT: ")
    kip.type("= dauerhaft")
    try kip.pty.expect("als Maßnahme in den Katalog aufnehmen? [j/N] ")
    kip.type("j")
    let answer = try kip.expectPrompt()
    #expect(answer.contains("neu, aufgenommen"), "\(answer)")
    kip.type("maßnahmen wo nr in (5,0; 11,0) | zeige nr, text, status, handlungsfeld")
    let found = try kip.expectPrompt()
    #expect(found.contains("dauerhaft") && found.contains("Neue Werkstatt"), "\(found)")
    #expect(try kip.end() == 0)
  }
}
