// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import PlanQuery
import Testing

/// Errors in a variant name the line and what was expected.
@Suite struct VariantErrorTests {
  /// Lines of which the third is wrong.
  private func error(_ line: String, inLayout: Bool = false) -> Hinweis? {
    let before = inLayout ? "variante p 1 P\nlayout l L\n" : "variante p 1 P\n\n"
    return #expect(throws: Hinweis.self) { try VariantParser.parse(Variant(before + line + (inLayout ? "\nende" : ""))) }
  }

  @Test(
    "outside of a layout",
    arguments: [
      ("begrif a = b", "Variante:3:1", "unbekannte Zeile \"begrif\"", "gemeint ist vielleicht begriff"),
      (
        "spalte Nr ist nr", "Variante:3:1", "unbekannte Zeile \"spalte\"",
        "möglich sind variante, neu, begriff, merkmal, schreibweise, layout"
      ),
      ("begriff a b", "Variante:3:11", "erwartet war \"=\"", nil),
      ("begriff a =", "Variante:3:12", "hier fehlt ein Wort", nil),
      ("begriff = b", "Variante:3:9", "unerwartet: \"=\"", nil),
      ("begriff a = b c", "Variante:3:15", "unerwartet: \"c\"", nil),
      ("merkmal ort für maßnahme x", "Variante:3:13", "erwartet war \"von\"", nil),
      ("merkmal ort von maßnahme x = A (B; C", "Variante:3:37", "erwartet war \")\"", nil),
      (
        "merkmal \"Ort und Zeit\" von maßnahme x", "Variante:3:9", "\"Ort und Zeit\" kann kein Merkmal heißen",
        "der Name ist ein Wort aus Buchstaben, Ziffern und _, wie es in Abfragen steht"
      ),
      ("neu einheit \"FB 51", "Variante:3:13", "das Anführungszeichen wird nicht geschlossen", nil),
      ("neu einheit A name", "Variante:3:19", "hier fehlt ein Wort", nil),
    ] as [(String, String, String, String?)])
  func outside(_ line: String, _ place: String, _ text: String, _ help: String?) {
    let error = error(line)
    #expect(error?.text == text)
    #expect(error?.place?.description == place)
    #expect(error?.help == help)
    #expect(error?.excerpt?.line == line)
  }

  @Test(
    "inside of a layout",
    arguments: [
      ("spallte Nr ist nr", "Variante:3:1", "unbekannte Zeile \"spallte\"", "gemeint ist vielleicht spalte"),
      ("spalte Nr nr", "Variante:3:11", "erwartet war \"ist\"", nil),
      (
        "spalte Nr ist ordnung", "Variante:3:15", "\"ordnung\" kann eine Spalte nicht sein",
        "möglich sind nr, handlungsfeld, ziel, text, bemerkung, klärungsbedarf, status, seite, zeitraum, merkmal, rolle, sachstand, "
          + "mittel, kennung, nichts und jede Spalte der Maßnahmen"
      ),
      ("spalte Nr ist statuss", "Variante:3:15", "\"statuss\" kann eine Spalte nicht sein", "gemeint ist vielleicht status"),
      ("kopfzeilen drei maßgeblich 1", "Variante:3:12", "\"drei\" ist keine Anzahl", nil),
      ("kopfzeilen 0 maßgeblich 1", "Variante:3:12", "\"0\" ist keine Anzahl", nil),
      ("kopfzeilen 3 entscheidend 1", "Variante:3:14", "erwartet war \"maßgeblich\"", nil),
      ("nummern anders", "Variante:3:9", "\"anders\" ist keine Lesart von Nummern", "möglich sind einfach und maßnahme.eintrag"),
      (
        "layout zwei Zwei", "Variante:3:1", "unbekannte Zeile \"layout\"",
        "möglich sind kopfzeilen, nummern, zeilen, blatt, farbe, gruppe, spalte, ende"
      ),
      ("spalte Nr ist nr weil", "Variante:3:22", "hier fehlt ein Wort", nil),
    ] as [(String, String, String, String?)])
  func inside(_ line: String, _ place: String, _ text: String, _ help: String?) {
    let error = error(line, inLayout: true)
    #expect(error?.text == text)
    #expect(error?.place?.description == place)
    #expect(error?.help == help)
  }

  @Test("what is missing in the whole is said too")
  func whole() {
    let nameless = #expect(throws: Hinweis.self) { try VariantParser.parse(Variant("begriff a = b")) }
    #expect(nameless?.text == "die Variante beginnt nicht mit: variante NAME FASSUNG TITEL")
    let endless = #expect(throws: Hinweis.self) { try VariantParser.parse(Variant("variante p 1 P\nlayout l L\n  nummern einfach")) }
    #expect(endless?.text == "das Layout endet nicht")
    #expect(endless?.help == "ende als letzte Zeile des Layouts")
  }

  @Test("no soup of lines crashes it", arguments: 0..<4)
  func soup(_ seed: Int) {
    let words =
      [
        "variante", "neu", "begriff", "merkmal", "schreibweise", "layout", "ende", "kopfzeilen", "maßgeblich", "nummern", "gruppe",
        "spalte", "oben", "ist", "rolle",
      ]
      + [
        "nichts", "von", "weil", "=", ";", ",", "(", ")", "\"x\"", "\"", "3", "-1", "9999999999999999999", "nr", "einfach", "\n", "\n",
        "\n", "#",
      ]
    var generator = QueryGenerator(seed: UInt64(seed) + 400)
    for _ in 0..<1000 {
      let text = "variante p 1 P\n" + generator.several(0...40) { $0.pick(words) }.joined(separator: " ")
      do throws(Hinweis) { _ = try VariantParser.parse(Variant(text)) } catch { #expect(!error.text.isEmpty) }
    }
  }
}
