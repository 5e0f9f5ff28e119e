// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import PlanStore

/// The forms in which the name of a person is found.
@Suite struct ErasedNameTests {
  private func erased(_ name: String, _ text: String) -> String? { ErasedName(name, replacement: "X")?.replaced(in: text) }

  @Test(
    "every usual form of a name is found, and only what names the person is replaced",
    arguments: [
      ("Antrag von Erika Müller, Mai", "Antrag von X, Mai"), ("Müller, Erika (FB 51)", "X (FB 51)"), ("ERIKA MUELLER", "X"),
      ("erika  müller", "X"), ("Frau Müller rief an; Frau Dr. Müller auch", "X rief an; X auch"), ("E. Müller", "X"),
      ("erika.mueller@musterau.de", "X@musterau.de"), ("Erika Mu\u{308}ller", "X"), ("Erika\u{A0}Müller", "X"), ("Erika Mül\u{AD}ler", "X"),
      ("Erika Müllers Vorschlag", "X Vorschlag"), ("Zeile 1\nErika\nMüller", "Zeile 1\nX"), (#"{"a":"Erika\nMüller"}"#, #"{"a":"X"}"#),
      ("Erika-Müller-Preis", "X-Preis"), ("Herrn Müller und Frau Müller", "X und X"), ("„Erika Müller“", "„X“"),
    ])
  func found(_ text: String, _ wanted: String) { #expect(erased("Erika Müller", text) == wanted) }

  @Test(
    "what is another name, or a word, stays",
    arguments: [
      "Erika", "Müller", "Müllerstraße", "Erika Müllermann", "Erika. Dann kam, lange danach, Müller", "Veronika Müller", "Frau Muller", "",
      "Erika (Müller)", "Müllerin Erika",
    ])
  func stays(_ text: String) { #expect(erased("Erika Müller", text) == nil) }

  @Test("titles, particles, hyphens and single words")
  func kinds() {
    #expect(erased("Dr. Erika Müller", "Prof. Erika Müller") == "Prof. X")
    #expect(erased("Müller, Erika", "Erika Müller") == "X")
    #expect(erased("Anna von der Aue", "Frau von der Aue, Anna von der Aue, Frau Aue") == "X, X, X")
    #expect(erased("Anna Meyer-Schulz", "Meyer-Schulz, Anna; Anna Meyer; Frau Meyer-Schulz") == "X; Anna Meyer; X")
    #expect(erased("Anna Maria Beck", "Anna Beck, A. Beck, Beck, Anna Maria, Maria Beck") == "X, X, X, Maria Beck")
    #expect(erased("Muster", "Muster und Musterau, muster") == "X und Musterau, X")
    #expect(erased("Frau Muster", "Koordinator (Frau Muster)") == "Koordinator (X)")
    #expect(erased("René Öz", "Rene\u{301} O\u{308}z") == "X")
    #expect(ErasedName("  ", replacement: "X") == nil && ErasedName("Frau", replacement: "X") == nil)
  }

  @Test("the last name alone is told, not replaced")
  func surname() throws {
    let name = try #require(ErasedName("Erika Müller", replacement: "X"))
    #expect(name.surnameStands(in: "Müller fragen") && !name.surnameStands(in: "Erika Müller") && !name.surnameStands(in: "Müllerstraße"))
  }
}
