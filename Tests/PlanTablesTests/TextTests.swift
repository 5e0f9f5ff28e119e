// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import PlanTables

@Suite struct TextTests {
  @Test(
    "numbers that a spreadsheet changed get their form back",
    arguments: [
      ("28,1", "28,1", "28"), ("1.8", "1,8", "1"), ("28. Jan", "28,1", "28"), ("01. Aug", "1,8", "1"), ("5. März", "5,3", "5"),
      ("12.Dez", "12,12", "12"),
      ("7", "7", "7"), ("30 , 2", "30,2", "30"), ("0120", "0120", "0120"), ("A3", "A3", "A3"), ("1.2.3", "1.2.3", "1.2.3"),
      ("12. Foo", "12. Foo", "12. Foo"),
    ])
  func numbers(_ read: String, _ number: String, _ stem: String) {
    let entry = EntryNumber(read, .measureAndEntry)
    #expect(entry.number == number)
    #expect(entry.stem == stem)
    #expect(entry.asRead == (read == number ? nil : read))
  }

  @Test("where numbers are labels and nothing more, nothing is read into them", arguments: ["1.8", "28. Jan", "28,1"])
  func plainNumbers(_ read: String) {
    let entry = EntryNumber(read, .plain)
    #expect((entry.number, entry.stem, entry.asRead) == (read, read, nil))
  }

  @Test(
    "a remark names a page and the fields or numbers of other entries",
    arguments: [
      ("S.15, Maßnahme ist auch unter IKO gelistet", "15", ["IKO"]),
      ("S. 09, Maßnahme auch unter Steuer-Koordination gelistet", "9", ["Steuer-Koordination"]),
      ("Maßnahme ist auch unter Kinder- und Jugendhilfe gelistet", nil, ["Kinder- und Jugendhilfe"]), ("unter Bildung-", nil, ["Bildung"]),
      ("auch unter Wohnen, Antrag läuft", nil, ["Wohnen"]), ("siehe auch Nr. 12,1 (Sport)", nil, ["Nr. 12,1"]),
      ("siehe Nr. 4.", nil, ["Nr. 4"]),
      ("auch unter- Wohnen gelistet", nil, ["Wohnen"]), ("siehe auch Nr. 6- 23,1 (Sport)", nil, ["Nr. 623,1"]),
      ("siehe auch Nr.- 23,1", nil, ["Nr. 23,1"]), ("siehe auch Nr- . 23,1", nil, ["Nr. 23,1"]),
      ("Kooperation zwischen Sozialarbeit vor Ort und 51.3 ist anzustreben", nil, []), ("alles unter einem Dach", nil, []),
      ("FBS.5 prüft", nil, []),
      ("r Bildung -", nil, []), ("vgl. Wohnen, S. 29", "29", []), ("unter Vorbehalt, S. 7", "7", ["Vorbehalt"]),
    ] as [(String, String?, [String])])
  func remarks(_ text: String, _ page: String?, _ references: [String]) {
    let remark = Remark(text)
    #expect(remark.page == page)
    #expect(remark.references == references)
  }

  @Test(
    "texts that were cut show it at their ends",
    arguments: [
      "Übungsraum, wenn möglich durch", "Anmeldeformulare v. mehrsprachig vorge", "unter Bildung-", "r Bildung -",
      "Fortbildung (zwei Tage im Jahr", "für die",
      "Informationen und",
    ])
  func cut(_ text: String) { #expect(CutText.sign(Array(text.utf8)[...]) != nil) }

  @Test(
    "whole texts are not taken for cut",
    arguments: [
      "Personal wird geschult", "in der Bücherei", "Die Schulen stellen sich darauf ein", "Kurse (auch abends)", "x", "AG", "S. 12",
      "im Quartier", "zu Hause lernen",
      "Beginn im Mai", "Kita-Plätze", "",
    ])
  func whole(_ text: String) { #expect(CutText.sign(Array(text.utf8)[...]) == nil) }

  @Test(
    "cells are cleaned of what office programs leave in them",
    arguments: [
      ("  a  b ", "a b"), ("Gemein\u{AD}schaft", "Gemeinschaft"), ("S.\u{A0}3", "S. 3"), ("Spiele-\nnachmittag", "Spielenachmittag"),
      ("Nord-\nSüd", "Nord- Süd"),
      ("Zeile\r\nnoch eine", "Zeile noch eine"), ("\u{A0}", ""), ("150 €", "150 €"), ("Übergrö-\r\nße", "Übergröße"),
      ("2016-\n2018", "2016- 2018"),
    ])
  func clean(_ text: String, _ cleaned: String) { #expect(CleanText.string(text) == cleaned) }

  @Test(
    "in a cell of names each line is one, unless commas say where they end",
    arguments: [
      ("AWO\nCaritas\n", "AWO; Caritas"), ("\nAWO\r\n\r\nCaritas", "AWO; Caritas"), ("AWO, Agentur\nfür Arbeit", "AWO, Agentur für Arbeit"),
      ("Bürger-\nstiftung\nVHS", "Bürgerstiftung; VHS"), ("x\n", "x"), ("FB 51", "FB 51"),
    ])
  func lists(_ text: String, _ list: String) {
    var text = text
    #expect(text.withUTF8 { CleanText.list($0) } == list)
  }

  @Test(
    "headings are known though hyphens, breaks, footnotes or single letters differ",
    arguments: [
      ("Dezentrale Unterbringung", "Dezentrale Unter-\nbringung", 2), ("Dezentrale Unterbringung", "Dezentrale Unterbrlngung", 1),
      ("FB 50", "FB50", 2), ("FB 50", "FB 51", 0),
      ("eigene Wohnung (nach Ablauf des Asylverfahrens)", "eigene Wohnung", 1), ("Stadt", "weitere Stadt", 0),
      ("offen / Klärungsbedarf", "Klärungsbedarf", 1),
      ("Koordinator Ehrenamt ({inhaber})", "Koordinator Ehrenamt (Frau Muster)", 2),
      ("Koordinator Ehrenamt ({inhaber})", "Koordinator Ehrenamt", 2), ("Kinder", "Kinder 1)", 2),
      ("Kinder", "", 0), ("andere", "Lernen, Märier, Paten und andere", 0),
    ])
  func headings(_ heading: String, _ cell: String, _ match: Int) { #expect(Heading(heading).match(cell) == match) }

  @Test(
    "a name in a heading is found",
    arguments: [
      ("Koordinator Ehrenamt (Frau Muster)", "Frau Muster"), ("Koordinator Ehrenamt (Frau Muster", "Frau Muster"),
      ("Koordinator Ehrenamt ()", nil), ("Koordinator Ehrenamt", nil),
    ]
      as [(String, String?)])
  func holders(_ heading: String, _ name: String?) { #expect(Heading("Koordinator Ehrenamt ({inhaber})").name(in: heading) == name) }

  @Test(
    "spellings of a field are one, also in other order and inflection",
    arguments: [
      ("Bildung-Vorschulisch", "vorschulische Bildung"), ("Arbeit und Ausbildung", "Arbeit-Ausbildung"),
      ("BEGEGNUNG UND KULTUR", "Begegnung und Kultur"),
    ])
  func fields(_ a: String, _ b: String) { #expect(FieldNames.key(a) == FieldNames.key(b)) }

  @Test("different fields stay apart", arguments: [("Steuer", "Steuerung"), ("Bildung", "Ausbildung"), ("Sport", "Sport und Spiel")])
  func otherFields(_ a: String, _ b: String) { #expect(FieldNames.key(a) != FieldNames.key(b)) }
}
