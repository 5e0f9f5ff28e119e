// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

@testable import PlanStore

@Suite struct StemTests {
  @Test(
    "forms of one word have one stem",
    arguments: [
      ["Sprachkurs", "Sprachkurse", "Sprachkurses", "Sprachkursen"], ["Kita", "Kitas"], ["Maßnahme", "Maßnahmen"], ["Kind", "Kinder", "Kindern"],
      ["Flüchtling", "Flüchtlinge", "Fluechtlingen", "Flüchtlings"], ["Raum", "Räume", "Räumen"], ["Amt", "Ämter", "Amtes"], ["Land", "Länder"],
      ["Lehrerin", "Lehrerinnen"], ["Person", "Personen"], ["Verein", "Vereine", "Vereins"], ["Schule", "Schulen"], ["Beratung", "Beratungen"],
      ["jugendlich", "Jugendliche", "Jugendlichen", "Jugendlicher"], ["Mittel", "Mitteln"], ["Prozess", "Prozesse"], ["Ausweis", "Ausweise"],
    ])
  func forms(_ words: [String]) {
    #expect(Set(words.map { Stem.of(Array(Fold.key($0).utf8)) }).count == 1, "\(words)")
  }

  @Test(
    "different words have different stems",
    arguments: [("Kind", "Kinn"), ("Kita", "Kitt"), ("Steuer", "Stufe"), ("Amt", "Art"), ("Schule", "Schuld"), ("Haus", "Hut")])
  func others(_ one: String, _ other: String) {
    #expect(Stem.of(Array(Fold.key(one).utf8)) != Stem.of(Array(Fold.key(other).utf8)))
  }

  @Test("a stem keeps at least three letters, and of an empty word nothing is taken")
  func short() {
    #expect(Stem.of(Array("es".utf8)) == Array("es".utf8))
    #expect(Stem.of(Array("der".utf8)) == Array("der".utf8))
    #expect(Stem.of([]) == [])
  }
}
