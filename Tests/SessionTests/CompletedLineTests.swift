// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import PlanKit
import PlanQuery
import PluginHost
import Testing

@testable import KipShell

/// Completion measured by the handbook: whatever may be typed there is offered where it is typed.
@Suite struct CompletedLineTests {
  private static let words = Set(
    (QueryParser.steps + ["und", "oder", "unter", "enthaelt", "zwischen", "leer", "absteigend"]).map(Fold.key))

  @Test("each word of the language and each column in the examples is offered behind what stands before it")
  func examples() throws {
    let home = try Home()
    let session = try session(home)
    defer { session.close() }
    let page = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/abfragesprache.md")
    let lines = try String(contentsOf: page, encoding: .utf8).components(separatedBy: "```kip\n").dropFirst().flatMap {
      $0.components(separatedBy: "```")[0].split(separator: "\n").map(String.init)
    }
    var checked = 0
    for line in lines where (try? QueryParser.parse(line)) != nil {
      let tokens = try Lexer.tokens(line)
      let noun = try #require(try session.store?.noun(tokens[0].text))
      for (index, token) in tokens.enumerated().dropFirst() where token.kind == .word {
        let key = Fold.key(token.text)
        // Behind `als` stands a name of the user's own, and a word may be a value.
        guard Self.words.contains(key) || noun.column(token.text) != nil, !["als", "="].contains(Fold.key(tokens[index - 1].text)) else {
          continue
        }
        let before = String(line.prefix(token.span.start))
        let offered = session.completions(before, cursor: before.utf8.count).candidates.map { Fold.key($0.text) }
        #expect(offered.contains { $0 == key || $0.hasPrefix(key + " ") }, "\(before)▸\(token.text)")
        checked += 1
      }
    }
    #expect(checked >= 60)
  }

  @Test("nothing that is typed makes completion fail, and what it replaces ends at the cursor")
  func anything() throws {
    let home = try Home()
    let session = try session(home)
    defer { session.close() }
    for line in [
      "maßnahmen wo (hut = \"FB 51\" oder nicht status in (geplant; laufend)) und ziel.name enthält „Kita“ | gruppiere nach hut: anzahl als \"wie viele\" | wo anzahl > 3",
      "suche \"Kita\" aus nachbar stand 2018 | wo art = maßnahme", "synopse \"2008\" \"2016\" wo art = neu", "))((;;||",
      "maßnahmen | | wo = = =",
      "maßnahmen wo ..a.b = \"", "setze maßnahme \"1,0\" hut += \"FB", "verlauf verlauf verlauf", "sql \"select * from massnahmen",
    ] {
      for end in line.indices {
        let text = String(line[..<end])
        let found = session.completions(text, cursor: text.utf8.count)
        #expect(found.replaced.upperBound == text.utf8.count && found.replaced.lowerBound <= text.utf8.count, "\(text)")
        #expect(found.candidates.count <= 200)
      }
    }
  }

  private func session(_ home: Home) throws -> Session {
    var options = PluginHost.Options(executableFolder: Home.products)
    let path = home.path
    options.variable = { ["HOME": path][$0] }
    let session = Session(SessionOptions(), host: PluginHost(options), out: Silent()) { _ in }
    try session.create("\(home.path)/p.kip", variant: "braunschweig")
    return session
  }

  private final class Silent: ByteSink {
    func write(_ bytes: [UInt8]) {}
  }
}
