// SPDX-License-Identifier: GPL-3.0-or-later

extension HelpPage {
  static let steps: [HelpPage] = [
    .init(
      name: "wo", words: ["where", "filtere", "suchen nach", "nur"], kind: .step, summary: "behält die Zeilen, für die eine Bedingung gilt",
      forms: ["DINGE wo BEDINGUNG", "… | wo BEDINGUNG"],
      text: ["Gleich hinter dem ersten Wort braucht wo keinen |. Hinter gruppiere gilt es für die Gruppen."],
      examples: [
        "maßnahmen wo hut unter \"FB 51\" und status = geplant", "maßnahmen wo text enthält Kita",
        "maßnahmen | gruppiere handlungsfeld: anzahl | wo anzahl > 5",
      ], related: ["bedingungen", "mit", "ohne"]),
    .init(
      name: "mit", kind: .step, summary: "behält die Zeilen, zu denen etwas gesagt ist", forms: ["DINGE mit SPALTE"],
      examples: ["maßnahmen mit hut | anzahl"], related: ["ohne", "leer"]),
    .init(
      name: "ohne", words: ["fehlt", "fehlende", "lücken"], kind: .step, summary: "behält die Zeilen, zu denen nichts gesagt ist",
      forms: ["DINGE ohne SPALTE"], text: ["Dasselbe wie wo SPALTE leer."],
      examples: ["maßnahmen ohne hut | zeige nr, text  # die niemand führt", "akteure ohne maßnahmen"], related: ["mit", "leer"]),
    .init(
      name: "zeige", words: ["spalten wählen", "select", "ausblenden", "berechnen", "formel"], kind: .step,
      summary: "wählt die Spalten, auch ausgerechnete", forms: ["… | zeige SPALTE [als NAME], …", "… | zeige SPALTE + SPALTE als NAME"],
      text: [
        "Rechnen: + - * / mit Zahlen; Datum - Datum sind Tage, Datum + Zahl ist ein Tag; & fügt Texte zusammen. Vor und hinter dem Zeichen steht ein Leerzeichen.",
        "Welche Spalten es gibt, sagt hilfe maßnahmen oder spalten maßnahmen; mit einem Punkt kommt man zu Spalten anderer Dinge.",
      ],
      examples: [
        "maßnahmen | zeige nr, text als Vorhaben, hut.name als \"Wer führt\"",
        "maßnahmen | zeige nr, hut.anzahl + umsetzung.anzahl als Beteiligte | sortiere Beteiligte absteigend | erste 5",
        "maßnahmen | zeige nr & \": \" & text als Kurz",
      ], related: ["als", "wege", "spalten"]),
    .init(
      name: "sortiere", words: ["sortieren", "ordne", "ordnen", "reihenfolge", "order"], kind: .step,
      summary: "ordnet die Zeilen nach einer oder mehreren Spalten",
      forms: ["… | sortiere [nach] SPALTE [absteigend], …"],
      examples: [
        "maßnahmen | sortiere nach handlungsfeld, nr absteigend", "änderungen | sortiere zeit absteigend | erste 5  # die neuesten zuerst",
      ],
      related: ["erste", "letzte", "absteigend"]),
    .init(
      name: "gruppiere", words: ["gruppieren", "group", "pro", "je", "summewenn", "teilergebnis"], kind: .step,
      summary: "fasst Zeilen mit gleichem Wert zusammen und zählt oder summiert sie",
      forms: ["… | gruppiere [nach] SPALTE, …: KENNZAHL, …"],
      text: ["Kennzahlen sind anzahl, anteil, summe S, durchschnitt S, min S, max S, eindeutig S. Ohne Kennzahl wird gezählt."],
      examples: [
        "maßnahmen | gruppiere handlungsfeld: anzahl  # wie viele je Feld",
        "maßnahmen | gruppiere handlungsfeld: anzahl als Zahl, anteil | sortiere Zahl absteigend",
        "maßnahmen | gruppiere handlungsfeld, status: anzahl",
      ], related: ["zählen", "kreuz", "balken"]),
    .init(
      name: "kreuz", words: ["pivot", "pivottabelle", "kreuztabelle", "x"], kind: .step,
      summary: "stellt zwei Spalten gegeneinander, wie eine Pivottabelle", forms: ["… | kreuz SPALTE x SPALTE [: KENNZAHL]"],
      text: [
        "Die Werte der ersten Spalte stehen untereinander, die der zweiten nebeneinander, in den Zellen die Anzahl oder eine andere Kennzahl, an den Rändern die Summe. Am Rand zählt ein Ding nur einmal."
      ],
      examples: ["maßnahmen | kreuz handlungsfeld x zielgruppe", "maßnahmen | kreuz hut x status: anteil"],
      related: ["matrix", "gruppiere"]),
    .init(
      name: "erste", words: ["top", "limit", "die ersten"], kind: .step, summary: "behält die ersten Zeilen", forms: ["… | erste ZAHL"],
      examples: ["maßnahmen | sortiere nr | erste 5"], related: ["letzte", "sortiere"]),
    .init(
      name: "letzte", words: ["die letzten", "neueste", "jüngste"], kind: .step, summary: "behält die letzten Zeilen",
      forms: ["… | letzte ZAHL"],
      examples: ["änderungen | letzte 5  # die fünf jüngsten Änderungen", "maßnahmen | sortiere nr | letzte 5"],
      related: ["erste", "sortiere"]),
  ]

  static let figures: [HelpPage] = [
    .init(
      name: "anzahl", words: ["wie viele", "zähle", "count", "anzahl2"], kind: .figure, summary: "zählt",
      forms: ["… | anzahl", "gruppiere SPALTE: anzahl", "SPALTE.anzahl"],
      examples: ["maßnahmen | anzahl", "maßnahmen wo status = \"keine Angabe\" | anzahl", "ziele wo maßnahmen.anzahl > 1"],
      related: ["gruppiere", "anteil"]),
    .init(
      name: "anteil", words: ["prozent", "%"], kind: .figure, summary: "Anteil an allen, in Prozent",
      forms: ["gruppiere SPALTE: anteil", "gruppiere SPALTE: anteil S"],
      text: ["Ohne Spalte der Anteil an der Anzahl, mit Spalte der an ihrer Summe."],
      examples: ["maßnahmen | gruppiere status: anzahl, anteil"], related: ["anzahl", "gruppiere"]),
    .init(
      name: "summe", words: ["addieren", "sum", "zusammenzählen"], kind: .figure, summary: "addiert eine Spalte mit Zahlen oder Beträgen",
      forms: ["… | summe SPALTE"],
      text: ["Beträge ohne Zahl (\"im Rahmen vorhandener Mittel\") zählen nicht mit; wie viele das sind, steht darunter."],
      examples: ["mittel | gruppiere jahr: summe bewilligt", "quellen | summe zellen"], related: ["durchschnitt", "gruppiere"]),
    .init(
      name: "durchschnitt", words: ["mittelwert", "avg", "mitteln"], kind: .figure, summary: "der Mittelwert einer Spalte mit Zahlen",
      forms: ["… | durchschnitt SPALTE"],
      examples: ["quellen | durchschnitt zellen"], related: ["summe", "min", "max"]),
    .init(
      name: "min", words: ["minimum", "kleinster", "frühester"], kind: .figure, summary: "der kleinste Wert, bei Daten der früheste",
      forms: ["… | min SPALTE"],
      examples: ["änderungen | min stand", "maßnahmen | gruppiere handlungsfeld: min beginn_geplant"], related: ["max"]),
    .init(
      name: "max", words: ["maximum", "größter", "spätester"], kind: .figure, summary: "der größte Wert, bei Daten der späteste",
      forms: ["… | max SPALTE"],
      examples: ["änderungen | max stand"], related: ["min"]),
    .init(
      name: "eindeutig", words: ["duplikate", "distinct", "verschiedene", "duplikate entfernen"], kind: .figure,
      summary: "macht aus gleichen Zeilen eine; mit Spalte: zählt verschiedene Werte",
      forms: ["… | zeige SPALTE, … | eindeutig", "… | eindeutig SPALTE"],
      examples: ["maßnahmen | zeige status | eindeutig  # welche Werte vorkommen", "maßnahmen | eindeutig hut  # wie viele verschiedene"],
      related: ["gruppiere", "zeige"]),
  ]

  static let pictures: [HelpPage] = [
    .init(
      name: "balken", words: ["balkendiagramm", "säulen", "säulendiagramm"], kind: .picture, summary: "zeichnet einen Balken für jede Zahl",
      forms: ["… | gruppiere SPALTE: KENNZAHL | balken", "DINGE | balken SPALTE"],
      text: ["Vorn steht, wie die Zeile heißt; jede Spalte mit Zahlen wird ein Balken. balken SPALTE zählt die Dinge nach der Spalte."],
      examples: ["maßnahmen | gruppiere handlungsfeld: anzahl | sortiere anzahl absteigend | balken", "maßnahmen | balken status"],
      related: ["bilder", "gruppiere"]),
    .init(
      name: "linie", words: ["liniendiagramm", "kurve", "entwicklung", "zeitreihe"], kind: .picture,
      summary: "zeichnet Zahlen über der Zeit",
      forms: ["werte | linie", "… | linie DATUM, SPALTE, …"],
      text: [
        "Bei werte hat jede Art ihre Linie, Ist und Soll, und jeder Indikator, wenn es mehrere sind. Sonst steht vorn die Spalte mit dem Datum."
      ],
      examples: ["werte | linie datum, ist, soll", "änderungen | gruppiere stand: anzahl | linie"], related: ["bilder", "indikatoren"]),
    .init(
      name: "matrix", words: ["heatmap", "wärmebild"], kind: .picture, summary: "zeichnet eine Kreuztabelle, dunkler für mehr",
      forms: ["… | kreuz SPALTE x SPALTE | matrix", "DINGE | matrix SPALTE, SPALTE"],
      text: [
        "Die Zahl steht in der Zelle, · ist nichts. Finden die Überschriften keinen Platz, stehen Buchstaben darüber, und darunter, was sie heißen."
      ],
      examples: ["maßnahmen | kreuz handlungsfeld x zielgruppe | matrix", "maßnahmen | matrix hut, status"], related: ["kreuz", "bilder"]),
    .init(
      name: "baum", words: ["hierarchie", "gliederung", "baumansicht", "organigramm"], kind: .picture,
      summary: "zeichnet Felder, Ziele und Maßnahmen untereinander; oder den Baum der Einheiten",
      forms: ["DINGE [wo …] | baum", "DINGE | baum SPALTE, …"],
      text: [
        "handlungsfelder zeigt Felder, ihre Ziele und deren Maßnahmen, ziele die Ziele mit ihren Maßnahmen, maßnahmen nur die gefundenen. Was zu mehreren gehört, steht bei jedem, mit auch unter. einheiten, sozialräume und andere haben ihren eigenen Baum. Spalten hinter baum sagen, wie ein Ding heißt."
      ],
      examples: ["handlungsfelder wo name = Bildung | baum", "maßnahmen wo hut unter \"FB 51\" | baum nr", "einheiten | baum"],
      related: ["bilder", "unter"]),
    .init(
      name: "zeitstrahl", words: ["gantt", "balkenplan", "terminplan", "zeitplan", "gantt-diagramm"], kind: .picture,
      summary: "zeichnet, wann Dinge beginnen und enden", forms: ["DINGE | zeitstrahl", "DINGE | zeitstrahl BEGINN, ENDE"],
      text: [
        "Ohne Spalten geplanter und wirklicher Beginn und Ende. Ein ungenaues Datum gilt ganz: III/2024 endet am 30.09.2024. Heute ist markiert; wie viele kein Datum haben, steht darunter."
      ],
      examples: ["maßnahmen | zeitstrahl", "arbeitspakete | zeitstrahl", "aufträge | zeitstrahl frist"], related: ["bilder"]),
  ]
}
