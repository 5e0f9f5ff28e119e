// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

/// Numbers that are names.
@Suite struct LabelTests {
  @Test("numbers of entries sort as people count")
  func entries() {
    expectOrder(["7,0", "7,1", "28,1", "28,2", "28,10", "100,1"])
    expectOrder(["2", "10", "10,1", "10,1 a", "10,1 b", "11"])
  }

  @Test("codes of units sort as people count")
  func units() {
    expectOrder(["51", "51.2", "51.10", "51.10.1", "52"])
    expectOrder(["Abt. 50.2", "FB 9", "FB 50", "FB 51", "Ref. 0120"])
  }

  @Test("comma and point separate alike")
  func separators() { #expect(Label.sortKey("51.2") == Label.sortKey("51,2")) }

  @Test("a zero in front is kept: 0120 is not 120, and stands beside it")
  func zeros() {
    #expect(Label.sortKey("0120") != Label.sortKey("120"))
    #expect(Fold.key("0120") != Fold.key("120"))
    expectOrder(["119", "120", "0120", "121"])
    expectOrder(["9", "0010", "11"])
  }

  @Test("a number of any length sorts")
  func long() {
    let nines = String(repeating: "9", count: 70)
    #expect(Label.sortKey(nines) > Label.sortKey("1"))
    expectOrder(["1" + String(repeating: "0", count: 30), "1" + String(repeating: "0", count: 31)])
  }

  @Test("case and umlauts do not count, and nothing comes first")
  func words() {
    #expect(Label.sortKey("FB 51") == Label.sortKey("fb  51"))
    expectOrder(["", "Ämter", "Bau"])
  }

  private func expectOrder(_ labels: [String], sourceLocation: SourceLocation = #_sourceLocation) {
    // The database compares bytes, as this does.
    let keys = labels.map { Array(Label.sortKey($0).utf8) }
    for (before, after) in zip(keys, keys.dropFirst()) {
      #expect(before.lexicographicallyPrecedes(after), sourceLocation: sourceLocation)
    }
  }
}
