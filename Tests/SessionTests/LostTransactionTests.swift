// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import PlanKit
import PluginHost
import Testing

@testable import KipShell
@testable import PlanStore

/// SQLite takes a whole transaction back when a write in it is interrupted, or when the disk is full.
@Suite struct LostTransactionTests {
  private func session(_ options: SessionOptions = SessionOptions()) throws -> (Session, Said) {
    let said = Said()
    let home = try Home()
    let session = Session(options, host: PluginHost(.init(executableFolder: Home.products)), out: Bytes()) { said.text += $0 }
    try session.create(home.path + "/p.kip", variant: nil)
    said.home = home
    return (session, said)
  }

  private final class Said {
    var text = ""
    var home: Home?
  }

  private func lose(_ session: Session) throws { try #require(session.store).connection.execute("ROLLBACK") }

  @Test("a transaction that is lost is told of at once, and what follows stands for itself")
  func atPrompt() throws {
    let (session, said) = try session()
    defer { session.close() }
    for line in ["beginne", "neu ziel A"] { #expect(session.run(input: line)) }
    try lose(session)
    #expect(session.run(input: "melde weiter"))
    #expect(said.text.contains("Warnung: alles seit beginne ist zurückgenommen"))
    #expect(session.prompt == "p> ")
    for line in ["neu ziel B", "beginne", "neu ziel C", "verwirf"] { #expect(session.run(input: line)) }
    #expect(try session.plan().rows("ziele | zeige text") == ["B"])
  }

  @Test("a run that is one transaction writes nothing more once that is lost", arguments: [true, false])
  func run(isDry: Bool) throws {
    var options = SessionOptions()
    (options.isDry, options.isAtomic, options.goesOn) = (isDry, !isDry, true)
    let (session, said) = try session(options)
    _ = session.run(script: "neu ziel A", source: "a.kips")
    try lose(session)
    _ = session.run(script: "melde weiter\nneu ziel B\nstand heute\nneu ziel C", source: "a.kips")
    #expect(said.text.components(separatedBy: "der Lauf ist schon zurückgenommen").count == 3, "\(said.text)")
    #expect(session.status == 1)
    #expect(try session.plan().rows("ziele | anzahl") == ["0"])
    session.close()
  }
}

extension PlanStore {
  fileprivate func rows(_ text: String) throws -> [String] { try PlanView(store: self).rows(text).rows.all().map { $0[0] } }
}
