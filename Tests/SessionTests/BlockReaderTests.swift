// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

@testable import KipShell

/// How lines become a tree.
@Suite struct BlockReaderTests {
  @Test("whatever the lines are, they are a tree that has all of them, or an error at one of them; what is said to be open is")
  func random() {
    let lines = [
      "melde a", "wenn 1 = 1", "sonst", "sonst wenn 1 = 2", "ende", "für jede x in ziele", "maßnahmen", "  | anzahl", "# nichts", "",
      "ende",
      "parameter A = 1", "ENDE", "Wenn nicht ziele",
    ]
    var generator = Numbers(state: 7)
    var trees = 0
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 0...8, using: &generator)).map { _ in lines.randomElement(using: &generator) ?? "" }.joined(
        separator: "\n")
      let statements = Statement.all(in: text, source: "probe")
      do throws(Hinweis) {
        let script = try Script(statements)
        trees += 1
        #expect(BlockReader.open(in: statements) == nil, "\(text)")
        // `sonst` and `ende` are no statements of the tree.
        let count = statements.count { !($0.word == "ende" || Fold.key($0.text) == "sonst") }
        #expect(script.parameters.count + script.pieces.statements.count == count, "\(text)")
      } catch {
        #expect(error.place?.file == "probe" && error.place?.line != nil, "\(text)")
      }
    }
    #expect(trees > 1000)
  }

  @Test("an open block is known by its innermost word, and a prompt waits for it")
  func open() {
    let inputs: [(String, String?)] = [
      ("wenn ziele", "wenn"), ("wenn ziele\nfür jedes z in ziele", "für"), ("wenn ziele\nfür jedes z in ziele\nende", "wenn"),
      ("wenn ziele\nsonst", "wenn"), ("wenn ziele\nende", nil), ("ende", nil), ("melde wenn", nil), ("FUER JEDE x IN ziele", "für"),
    ]
    for (text, word) in inputs { #expect(BlockReader.open(in: Statement.all(in: text, source: "")) == word, "\(text)") }
  }
}

/// The same numbers in every run.
private struct Numbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
