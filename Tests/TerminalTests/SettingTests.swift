// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

/// What is set at the prompt.
@Suite("Settings at the prompt", .serialized) struct SettingTests {
  @Test("zeit says behind each line how long it took")
  func time() throws {
    let kip = try KipTerminal()
    kip.type("einstellung zeit = ein")
    try kip.pty.expect("Zeit: ")
    try kip.expectPrompt()
    kip.type("melde fertig")
    let answer = try kip.expectPrompt()
    #expect(answer.contains("fertig\nZeit: ") && (answer.contains(" ms") || answer.contains(" s")), "\(answer)")
    kip.type("quatsch")
    #expect(try kip.expectPrompt().contains("Zeit: "))
    kip.type("einstellung zeit = aus")
    try kip.expectPrompt()
    kip.type("melde fertig")
    #expect(try !kip.expectPrompt().contains("Zeit: "))
  }

  @Test("breite holds until it is auto again, which is the window of now")
  func width() throws {
    let kip = try KipTerminal()
    func widest(_ line: String) throws -> Int {
      kip.type(line)
      return try kip.expectPrompt().split(separator: "\n").dropFirst().map(\.count).max() ?? 0
    }
    #expect((60...80).contains(try widest("formate")))
    kip.pty.resize(columns: 50, rows: 24)
    #expect((30...50).contains(try widest("formate")))
    kip.type("einstellung breite = 120")
    try kip.expectPrompt()
    #expect(try widest("formate") > 80)
    kip.type("einstellung breite = auto")
    try kip.expectPrompt()
    #expect(try widest("formate") <= 50)
  }

  @Test("neither the window nor a colour shapes what goes into a file")
  func files() throws {
    let home = Home()
    let sample = URL(filePath: #filePath).appending(path: "../../SessionTests/Files/lindenau.csv").standardized.path
    let kip = try KipTerminal(home, arguments: ["--neu", home.path + "/p.kip", "--variante", "braunschweig"])
    for line in ["importiere \"\(sample)\"", "einstellung breite = 40", "bericht katalog nach \(home.path)/k.txt"] {
      kip.type(line)
      try kip.expectPrompt()
    }
    let text = home.contents("k.txt")
    #expect(text.contains("Aufnahmegesellschaft (AG) und Institutionen (I) │") && !text.contains("\u{1B}"))
  }

  @Test("names and values are completed")
  func completion() throws {
    let kip = try KipTerminal()
    kip.pty.send("einstellung ze" + Key.tab + "= e" + Key.tab + "\r")
    try kip.pty.expect("Zeit: ")
    try kip.expectPrompt()
    #expect(kip.home.inputs == ["einstellung zeit = ein "])
  }
}
