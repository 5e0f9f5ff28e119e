// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

/// How words are compared.
@Suite struct FoldTests {
  @Test(
    "case, umlauts, ß and outer blanks do not count",
    arguments: [
      ("Maßnahme", "massnahme"), ("MASSNAHME", "massnahme"), ("MAẞNAHME", "massnahme"), ("  Maßnahme\t", "massnahme"),
      ("Übersicht", "uebersicht"), ("ÄÖÜäöüß", "aeoeueaeoeuess"), ("Träger", "traeger"), ("", ""), (" \n ", ""),
    ])
  func words(_ word: String, _ key: String) { #expect(Fold.key(word) == key) }

  @Test("ue does not become ü, so that Steuer is not Stür")
  func neverBack() {
    #expect(Fold.key("Steuer") == "steuer")
    #expect(Fold.key("Steuer") != Fold.key("Stür-"))
    #expect(Fold.key("Neue Wege") == "neue wege")
  }

  @Test(
    "every kind of blank is one blank, and several are one",
    arguments: ["FB 51", "FB\u{A0}51", "FB\u{202F}51", "FB\u{2009}51", "FB \t\r\n 51"])
  func blanks(_ text: String) { #expect(Fold.key(text) == "fb 51") }

  @Test("a soft hyphen is nothing, a hyphen or dash of any length is a hyphen")
  func hyphens() {
    #expect(Fold.key("Integra\u{AD}tion") == "integration")
    for dash in ["-", "\u{2010}", "\u{2011}", "\u{2013}", "\u{2014}"] { #expect(Fold.key("Ost\(dash)West") == "ost-west") }
  }

  /// macOS writes letters and their accents apart. The bytes are compared, since the database does that too.
  @Test(
    "a letter and its accent apart are the letter with its accent",
    arguments: ["äÖü", "Café", "Čelik", "Şahin", "Ngọc", "Ñandú", "Ångström"])
  func accentsApart(_ text: String) {
    let apart = text.unicodeScalars.reduce(into: "") { $0 += Accents.apart[$1] ?? String($1) }
    #expect(Array(apart.utf8) != Array(text.utf8))
    #expect(Array(Fold.key(apart).utf8) == Array(Fold.key(text).utf8))
  }

  @Test(
    "case does not count in other languages either",
    arguments: [
      ("ÉCOLE", "école"), ("ŞAHİN", "şahin"), ("ŁUKASZ", "łukasz"), ("ĐORĐEVIĆ", "đorđević"), ("ОЛЕНА", "олена"), ("ΕΛΈΝΗ", "ελένη"),
    ])
  func otherLanguages(_ upper: String, _ lower: String) { #expect(Array(Fold.key(upper).utf8) == Array(Fold.key(lower).utf8)) }

  @Test("what is no letter stays as it is", arguments: ["×", "÷", "€ 12", "(x)", "عربي", "😀", "\u{0}a"])
  func others(_ text: String) { #expect(Fold.key(text) == text) }

  @Test("a key folds to itself", arguments: ["Maßnahmen in Übergangs\u{AD}wohnheimen – Straße", "ŞAHİN", "e\u{301}", "A\u{308}\u{308}"])
  func idempotent(_ text: String) {
    let key = Fold.key(text)
    #expect(Array(Fold.key(key).utf8) == Array(key.utf8))
  }
}

/// Some letters with their accents apart.
enum Accents {
  static let apart: [Unicode.Scalar: String] = [
    "ä": "a\u{308}", "Ö": "O\u{308}", "ü": "u\u{308}", "é": "e\u{301}", "Č": "C\u{30C}", "Ş": "S\u{327}", "ọ": "o\u{323}", "Ñ": "N\u{303}",
    "ú": "u\u{301}", "Å": "A\u{30A}",
  ]
}
