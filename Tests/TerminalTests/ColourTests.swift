// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

/// Colours by what a text means.
@Suite("Colours", .serialized) struct ColourTests {
  /// What a terminal gets for a wrong line and an answer; readline's own sequences are left out.
  private func shown(_ environment: [String: String] = [:], _ lines: [String] = []) throws -> String {
    let kip = try KipTerminal(Home(), environment)
    for line in lines + ["quatsch", "hilfe melde"] {
      kip.type(line)
      try kip.expectPrompt()
    }
    return String(decoding: kip.pty.raw, as: UTF8.self)
  }

  private static let marks = [
    "\u{1B}[1;31mFehler:\u{1B}[0m", "\u{1B}[1;31m^^^^^^^\u{1B}[0m", "\u{1B}[32mHilfe:\u{1B}[0m", "\u{1B}[1mmelde\u{1B}[0m",
    "\u{1B}[36mmelde TEXT\u{1B}[0m",
  ]

  @Test("tell errors, remedies, headings and words to be typed apart")
  func meaning() throws {
    let shown = try shown()
    for mark in ColourTests.marks { #expect(shown.contains(mark), "\(mark.debugDescription)") }
  }

  @Test("are not used with NO_COLOR, on a dumb terminal, or where the setting says aus; the words stay")
  func none() throws {
    for (environment, lines) in [(["NO_COLOR": "1"], []), (["TERM": "dumb"], []), ([:], ["einstellung farbe = aus"])] {
      let shown = try shown(environment, lines)
      #expect(!shown.contains("\u{1B}[1;31m") && !shown.contains("\u{1B}[0m") && !shown.contains("\u{1B}[36m"))
      #expect(shown.contains("Fehler: unbekannter Befehl") && shown.contains("Hilfe: "))
    }
  }

  @Test("are used again where the setting says ein; an empty NO_COLOR says nothing")
  func forced() throws {
    #expect(try shown(["NO_COLOR": "1"], ["einstellung farbe = ein"]).contains(ColourTests.marks[0]))
    #expect(try shown(["NO_COLOR": ""]).contains(ColourTests.marks[0]))
  }

  @Test("never go into a pipe or a file, each stream for itself")
  func pipes() throws {
    let home = Home()
    let pty = try Pty(
      "/bin/sh",
      [
        "-c",
        "cd \(home.path); printf 'einstellung farbe = ein\\nquatsch\\n' | \(Home.kip) >aus 2>fehler; \(Home.kip) -c 'hilfe melde' | cat; cat fehler; \(Home.kip) -c quatsch >aus",
      ],
      environment: home.environment)
    #expect(try pty.exitStatus() == 1)
    let shown = String(decoding: pty.raw, as: UTF8.self)
    #expect(
      shown.components(separatedBy: "\u{1B}[1;31mFehler:").count == 2, "only what goes to the terminal itself: \(shown.debugDescription)")
    #expect(!shown.contains("\u{1B}[36m"))
  }
}
