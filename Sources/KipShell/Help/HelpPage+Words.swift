// SPDX-License-Identifier: GPL-3.0-or-later

extension HelpPage {
  static let comparisons: [HelpPage] = [
    .init(
      name: "=", words: ["ist", "gleich"], kind: .comparison, summary: "ist gleich; bei mehreren Werten: einer davon ist es",
      forms: ["SPALTE = WERT"],
      text: ["Groß und klein und ü und ue sind gleich, sonst muss alles stimmen; ein Stück des Textes findet enthält."],
      examples: ["maßnahmen wo handlungsfeld = Wohnen", "maßnahmen wo hut = \"FB 51\""], related: ["enthält", "unter", "in"]),
    .init(
      name: "!=", words: ["ungleich", "<>"], kind: .comparison, summary: "ist nicht gleich; bei mehreren Werten: keiner davon ist es",
      forms: ["SPALTE != WERT"],
      examples: ["maßnahmen wo hut != \"FB 51\" | anzahl"], related: ["=", "nicht"]),
    .init(
      name: "<", words: ["kleiner", "vor", "weniger"], kind: .comparison, summary: "ist kleiner; bei Daten: liegt davor",
      forms: ["SPALTE < WERT", "SPALTE < SPALTE"],
      examples: ["aufträge wo frist < heute  # überfällig", "maßnahmen wo hut.anzahl < 1 | anzahl"], related: ["<=", ">", "zwischen"]),
    .init(
      name: ">", words: ["größer", "nach dem", "mehr"], kind: .comparison, summary: "ist größer; bei Daten: liegt dahinter",
      forms: ["SPALTE > WERT", "SPALTE > SPALTE"],
      examples: ["maßnahmen wo hut.anzahl > 1", "maßnahmen wo abschluss > ende_geplant  # später fertig als geplant"], related: [">=", "<"]),
    .init(
      name: "<=", words: ["höchstens", "bis zu"], kind: .comparison, summary: "ist höchstens", forms: ["SPALTE <= WERT"],
      examples: ["einträge wo zeile <= 10"], related: ["<"]),
    .init(
      name: ">=", words: ["mindestens", "ab"], kind: .comparison, summary: "ist mindestens", forms: ["SPALTE >= WERT"],
      examples: ["einträge wo zeile >= 60"], related: [">"]),
    .init(
      name: "enthält", words: ["enthalten", "like", "teil", "textsuche", "wort suchen", "kommt vor"], kind: .comparison,
      summary: "der Text enthält ein Stück, gleich an welcher Stelle", forms: ["SPALTE enthält TEXT"],
      text: ["Welche Texte es gibt, sagt hilfe maßnahmen: text, bemerkung, beschreibung …"],
      examples: ["maßnahmen wo text enthält Kita | zeige nr, text", "maßnahmen wo text enthält Kita oder bemerkung enthält Kita | anzahl"],
      related: ["beginnt mit", "suche"]),
    .init(
      name: "beginnt mit", words: ["beginnt", "anfang"], kind: .comparison, summary: "der Text beginnt so",
      forms: ["SPALTE beginnt mit TEXT"],
      examples: ["maßnahmen wo text beginnt mit Runder", "einheiten wo kürzel beginnt mit FB"], related: ["enthält"]),
    .init(
      name: "unter", words: ["unterhalb", "darunter", "gehört zu"], kind: .comparison,
      summary: "eine Einheit oder ein Feld und alles, was dazu gehört",
      forms: ["SPALTE unter WERT"],
      text: ["= meint nur das eine; unter auch alles darunter: FB 51 und 51.3. einheiten | baum zeigt, was worunter liegt."],
      examples: [
        "maßnahmen wo hut unter \"FB 51\" | zeige nr, text, hut  # geführt von FB 51 oder darunter",
        "maßnahmen wo zuständige unter \"FB 51\" | anzahl  # gleich in welcher Rolle",
      ],
      related: ["=", "baum"]),
    .init(
      name: "in", words: ["eines von", "liste"], kind: .comparison, summary: "ist eines von mehreren", forms: ["SPALTE in (WERT; WERT; …)"],
      examples: ["einträge wo nr in (28,1; 28,2)", "maßnahmen wo handlungsfeld in (Bildung; Sprache) | anzahl"], related: ["="]),
    .init(
      name: "zwischen", words: ["von bis", "zeitraum"], kind: .comparison, summary: "liegt dazwischen, beide Enden eingeschlossen",
      forms: ["SPALTE zwischen WERT und WERT"],
      examples: ["einträge wo zeile zwischen 10 und 12", "sitzungen wo datum zwischen 01.01.2024 und 31.12.2024"], related: ["<=", ">="]),
    .init(
      name: "leer", words: ["keine", "kein", "null", "fehlt etwas", "nichts", "nicht leer"], kind: .comparison,
      summary: "nichts ist gesagt; nicht leer: etwas ist gesagt",
      forms: ["SPALTE leer", "SPALTE nicht leer"],
      examples: ["maßnahmen wo hut leer | zeige nr, text  # ohne Federführung", "maßnahmen wo bemerkung nicht leer | anzahl"],
      related: ["ohne", "mit"]),
  ]

  static let moments: [HelpPage] = [
    .init(
      name: "stand", words: ["zum", "am", "stichtag"], kind: .moment, summary: "was an einem Tag galt",
      forms: ["DINGE stand DATUM …", "DING NAME stand DATUM", "bericht NAME stand DATUM"],
      text: ["Beim Einlesen und Ändern sagt stand, von welchem Tag die Änderung spricht. zum ist dasselbe."],
      examples: ["maßnahmen stand 31.12.2018 | anzahl", "maßnahmen stand heute - 1 jahr wo hut leer | anzahl"],
      related: ["bekannt", "zeit"]),
    .init(
      name: "bekannt", words: ["wusste"], kind: .moment, summary: "was der Plan an einem Tag sagte, ohne später Eingetragenes",
      forms: ["DINGE bekannt DATUM …"],
      examples: ["maßnahmen bekannt heute wo status = laufend | anzahl"], related: ["stand", "zeit"]),
    .init(
      name: "gültig am", words: ["gültig", "galt am"], kind: .moment,
      summary: "lässt weg, was an einem Tag nicht gültig war: Rollen, Einheiten, Besetzungen",
      forms: ["DINGE gültig am DATUM …"], examples: ["einheiten gültig am heute | anzahl"], related: ["stand", "zeit"]),
    .init(
      name: "seit", words: ["geändert seit", "neuerungen"], kind: .moment, summary: "Änderungen von einem Tag an",
      forms: ["änderungen seit DATUM"],
      examples: ["änderungen seit 01.01.2017", "änderungen seit heute - 7 tage | anzahl"], related: ["unterschied", "verlauf", "zeit"]),
  ]

  static let otherWords: [HelpPage] = [
    .init(
      name: "spalte", words: ["eigenschaft", "feld einer karte", "attribut"], kind: .word,
      summary: "was man von einem Ding weiß: nr, text, status",
      forms: ["spalten DINGE"],
      text: [
        "hilfe maßnahmen nennt die Spalten der maßnahmen, so auch bei allen anderen Dingen: wie sie heißen, was sie bedeuten und welche Werte sie haben können. Die Tabulatortaste ergänzt sie."
      ], examples: ["spalten maßnahmen", "maßnahmen | zeige nr, status"], related: ["zeige", "wege", "arten"]),
    .init(
      name: "|", words: ["strich", "senkrechter strich", "dann"], kind: .word, summary: "gibt die Zeilen an den nächsten Schritt weiter",
      forms: ["… | SCHRITT"],
      text: ["Auf deutschen Tastaturen AltGr und <."], examples: ["maßnahmen wo hut leer | anzahl"], related: ["schritte"]),
    .init(
      name: "und", kind: .word, summary: "beide Bedingungen müssen gelten", forms: ["BEDINGUNG und BEDINGUNG"],
      examples: ["maßnahmen wo handlungsfeld = Bildung und hut leer"], related: ["oder", "bedingungen"]),
    .init(
      name: "oder", kind: .word, summary: "eine der Bedingungen muss gelten", forms: ["BEDINGUNG oder BEDINGUNG"],
      text: ["und bindet stärker; Klammern sagen es anders."],
      examples: ["maßnahmen wo hut leer und (handlungsfeld = Bildung oder handlungsfeld = Wohnen)"], related: ["und", "in"]),
    .init(
      name: "nicht", words: ["außer", "kein wert"], kind: .word, summary: "das Gegenteil einer Bedingung",
      forms: ["nicht BEDINGUNG", "SPALTE nicht leer"],
      examples: ["maßnahmen wo nicht hut unter \"FB 51\" und mit hut | anzahl"], related: ["!=", "ohne"]),
    .init(
      name: "als", words: ["umbenennen", "überschrift"], kind: .word, summary: "gibt einer Spalte einen Namen", forms: ["SPALTE als NAME"],
      examples: ["maßnahmen | zeige nr, text als Vorhaben | erste 3"], related: ["zeige"]),
    .init(
      name: "absteigend", words: ["rückwärts", "größte zuerst"], kind: .word, summary: "das Größte oder Späteste zuerst",
      forms: ["sortiere SPALTE absteigend"],
      examples: ["maßnahmen | gruppiere handlungsfeld: anzahl | sortiere anzahl absteigend"], related: ["sortiere", "aufsteigend"]),
    .init(
      name: "aufsteigend", kind: .word, summary: "das Kleinste oder Früheste zuerst, wie ohne das Wort",
      forms: ["sortiere SPALTE aufsteigend"],
      examples: ["maßnahmen | sortiere nr aufsteigend | erste 3"], related: ["absteigend"]),
    .init(
      name: "nach", kind: .word, summary: "liest sich besser hinter sortiere und gruppiere; bei Berichten die Datei",
      forms: ["sortiere nach SPALTE", "gruppiere nach SPALTE", "bericht NAME nach DATEI"],
      examples: ["maßnahmen | gruppiere nach handlungsfeld: anzahl"], related: ["sortiere", "gruppiere", "bericht"]),
    .init(
      name: "heute", words: ["gestern", "morgen", "tage", "wochen", "monate", "jahre", "überfällig", "verspätet", "fällig"], kind: .word,
      summary: "ein Tag, von heute aus gezählt",
      forms: ["heute", "heute - ZAHL tage|wochen|monate|jahre"],
      examples: [
        "änderungen wo zeit > heute - 90 tage", "aufträge wo frist < heute + 2 wochen",
        "maßnahmen wo ende_geplant < heute und status nicht in (umgesetzt; entfallen)  # überfällig",
      ], related: ["werte"]),
    .init(
      name: "weil", words: ["grund", "begründung"], kind: .word, summary: "nennt bei einer Änderung den Grund", forms: ["… weil TEXT"],
      examples: ["setze maßnahme \"14,1\" status = laufend weil \"Schulung begonnen\""], related: ["laut", "schreiben"]),
    .init(
      name: "laut", words: ["beleg"], kind: .word, summary: "nennt bei einer Änderung, worauf sie beruht: Sitzung, Beschluss, Dokument",
      forms: ["… laut DING NAME"],
      examples: ["setze maßnahme \"14,1\" status = laufend laut katalog \"Maßnahmenkatalog zur Umsetzung der Integrationsplanung\""],
      related: ["weil", "schreiben"]),
    .init(
      name: "aus", words: ["anderer plan"], kind: .word, summary: "fragt einen anderen Plan, der daneben offen ist",
      forms: ["DINGE aus NAME …", "DINGE aus allen …"],
      examples: ["pläne"], related: ["öffne", "schließe"]),
  ]
}
