// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

/// `layout neu` at the prompt: what a table leaves open is asked for.
@Suite(.serialized) struct LayoutWalkTests {
  private let table = """
    Nr;Maßnahme;Frist;Wetter;Kontakt
    1;Sprachkurse;nach Haushaltslage;Regen;Erika Muster
    2;Beratung;offen;Sonne;Herr Beispiel
    3;Treffpunkt;bei Bedarf;Regen;Muster, Erika
    ;;;Regen;
    4;Training;2024;Sonne;Frau Probe

    """

  private func terminal() throws -> KipTerminal {
    let home = Home()
    home.write(table, to: "kunde.csv")
    return try KipTerminal(home, arguments: ["--neu", home.path + "/p.kip"])
  }

  @Test("Enter takes the suggestion, a number or word another one, and at the end stands a layout of the plan that one step takes back")
  func walk() throws {
    let kip = try terminal()
    kip.type("layout neu probe aus \(kip.home.path)/kunde.csv")
    // What a heading says and its cells do not is asked first.
    try kip.pty.expect("Spalte C \"Frist\"")
    try kip.pty.expect("ist [ende_geplant]: ")
    kip.type("frist")
    try kip.pty.expect("\"frist\" kann eine Spalte nicht sein")
    try kip.pty.expect("]: ")
    kip.type("?")
    try kip.pty.expect("nichts – wird ausgelassen")
    try kip.pty.expect("]: ")
    kip.pty.send("bem\t\r")
    try kip.pty.expect("Spalte D \"Wetter\"")
    try kip.pty.expect("ist [merkmal wetter]: ")
    kip.type("")
    let contact = try kip.pty.expect("ist [nichts]: ")
    #expect(!contact.contains("Erika") && !contact.contains("Beispiel"))
    kip.type("rolle partner")
    try kip.pty.expect("gehört das zur Zeile darüber? [j/N] ")
    kip.type("j")
    let lines = try kip.pty.expect("so behalten? [J/n] ")
    #expect(lines.contains("zeilen verbunden") && lines.contains("spalte \"Frist\" ist bemerkung"))
    kip.type("")
    let answer = try kip.expectPrompt()
    #expect(answer.contains("dazu angelegt: Merkmal wetter"), "\(answer)")
    kip.type("layout probe")
    #expect(try kip.expectPrompt().contains("spalte \"Kontakt\" ist rolle partner"))
    kip.type("rückgängig")
    try kip.expectPrompt()
    kip.type("layouts | anzahl")
    #expect(try kip.expectPrompt().contains("0"))
    kip.type("merkmale | anzahl")
    #expect(try kip.expectPrompt().contains("0"))
    #expect(try kip.end() == 0)
  }

  @Test("Ctrl-C leaves nothing, whatever was answered before")
  func cancel() throws {
    let kip = try terminal()
    kip.type("layout neu probe aus \(kip.home.path)/kunde.csv nach \(kip.home.path)/probe.layout")
    try kip.pty.expect("ist [ende_geplant]: ")
    kip.type("")
    try kip.pty.expect("ist [merkmal wetter]: ")
    kip.pty.send("\u{3}")
    #expect(try kip.expectPrompt().contains("abgebrochen; nichts wurde geändert"))
    kip.type("änderungen | anzahl")
    #expect(try kip.expectPrompt().contains("0"))
    #expect(kip.home.contents("probe.layout").isEmpty)
    #expect(try kip.end() == 0)
  }
}
