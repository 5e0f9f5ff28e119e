// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

/// The first steps at the prompt.
@Suite("einführung", .serialized) struct TourTests {
  /// A terminal with the plan of the example catalogue.
  private func terminal() throws -> KipTerminal {
    let home = Home()
    let catalogue = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/beispiel/massnahmenkatalog.csv")
    let kip = try KipTerminal(home, arguments: ["--neu", home.path + "/p.kip", "--variante", "braunschweig"])
    kip.type("importiere \"\(catalogue.path)\" stand 24.04.2017")
    // The example names units that the plan does not have.
    try kip.pty.expect("a auch alle weiteren: ")
    kip.type("a")
    try kip.expectPrompt()
    return kip
  }

  @Test("Enter runs the line of a step and then goes to the next; beende ends the tour, not kip, and says how to go on")
  func steps() throws {
    let kip = try terminal()
    kip.type("einführung")
    #expect(try kip.pty.expect("die Zeile ausführen; Strg-D: genug > ").contains("Schritt 1 von 10"))
    kip.type("")
    #expect(try kip.pty.expect("weiter; Strg-D: genug > ").contains("54"))
    kip.type("")
    #expect(try kip.pty.expect("genug > ").contains("Schritt 2 von 10"))
    kip.type("beende")
    #expect(try kip.expectPrompt().contains("weiter geht es mit: einführung 2"))
    #expect(kip.home.inputs.last == "einführung", "what was typed in the tour is no input of the history")
    #expect(try kip.end() == 0)
  }

  @Test("the line may be typed, also another one; a slip is told and ends nothing; nothing that writes runs")
  func typing() throws {
    let kip = try terminal()
    kip.type("einführung 9")
    #expect(try kip.pty.expect("genug > ").contains("setze maßnahme"))
    kip.type("setze maßnahme \"1,0\" status = laufend")
    #expect(try kip.pty.expect("genug > ").contains("in der Einführung wird nur gefragt"))
    kip.type("maßnahmen | setze status = laufend")
    #expect(try kip.pty.expect("genug > ").contains("nur gefragt"))
    kip.type("maßnahmen wo statuss = laufend")
    #expect(try kip.pty.expect("genug > ").contains("gemeint ist vielleicht status"))
    kip.type("maßnahmen wo status = laufend | anzahl")
    #expect(try kip.pty.expect("genug > ").contains("0"))
    kip.type("")
    #expect(try kip.pty.expect("genug > ").contains("Schritt 10 von 10"))
    kip.type("")
    try kip.pty.expect("genug > ")
    kip.type("")
    try kip.expectPrompt()
    kip.type("änderungen | anzahl")
    #expect(try kip.expectPrompt().contains("2"), "making the plan and the import; the tour wrote nothing")
    #expect(try kip.end() == 0)
  }

  @Test("Ctrl-C and Ctrl-D end the tour, not kip", arguments: ["\u{3}", "\u{4}"])
  func refusal(_ key: String) throws {
    let kip = try terminal()
    kip.type("einführung 2")
    try kip.pty.expect("genug > ")
    kip.pty.send(key)
    #expect(try kip.expectPrompt().contains("einführung 2"))
    kip.type("maßnahmen | anzahl")
    #expect(try kip.expectPrompt().contains("54"))
    #expect(try kip.end() == 0)
  }

  @Test("a picture fills the window and goes no further")
  func pictures() throws {
    let kip = try terminal()
    kip.type("maßnahmen | gruppiere handlungsfeld: anzahl | balken")
    let lines = try kip.expectPrompt().split(separator: "\n").filter { $0.contains("│") }
    #expect(lines.count == 12)
    #expect(lines.map(\.count).max() == 80)
  }
}
