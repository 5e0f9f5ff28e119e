// SPDX-License-Identifier: GPL-3.0-or-later

extension Completer {
  static let moments = [
    Candidate("stand", "was an einem Tag galt: stand 31.12.2018"), Candidate("bekannt", "was der Plan damals sagte: bekannt 31.12.2018"),
    Candidate("gültig am", "was an einem Tag gültig war: gültig am 31.12.2018"),
  ]

  static let views = [
    Candidate("aus", "in einem anderen offenen Plan: aus NAME"), Candidate("fassung", "wie es in einer Fassung steht: fassung \"2016\""),
  ]

  static let steps = [
    Candidate("wo", "Bedingung: wo hut unter \"FB 51\" und status = geplant"), Candidate("mit", "hat etwas: mit hut"),
    Candidate("ohne", "hat etwas nicht: ohne hut"),
    Candidate("zeige", "Spalten wählen: zeige nr, text"), Candidate("sortiere", "ordnen: sortiere nach nr absteigend"),
    Candidate("gruppiere", "zusammenfassen: gruppiere nach handlungsfeld: anzahl"), Candidate("anzahl", "zählen"),
    Candidate("summe", "addieren"),
    Candidate("durchschnitt", "mitteln"), Candidate("min", "kleinster Wert"), Candidate("max", "größter Wert"),
    Candidate("erste", "die ersten: erste 10"),
    Candidate("letzte", "die letzten: letzte 10"), Candidate("kreuz", "zwei Spalten gegeneinander: kreuz handlungsfeld x status"),
    Candidate("anteil", "Anteil am Ganzen, in Prozent"), Candidate("eindeutig", "gleiche Zeilen einmal"),
    Candidate("balken", "als Balken gezeichnet"), Candidate("linie", "als Linie gezeichnet"), Candidate("matrix", "als Matrix gezeichnet"),
    Candidate("baum", "als Baum gezeichnet"), Candidate("zeitstrahl", "auf einem Zeitstrahl gezeichnet"),
  ]

  static let comparisons = [
    Candidate("=", "ist"), Candidate("!=", "ist nicht"), Candidate("<", "kleiner, davor"), Candidate(">", "größer, danach"),
    Candidate("<=", "höchstens"), Candidate(">=", "mindestens"), Candidate("unter", "Einheit oder Feld und alles darunter"),
    Candidate("enthält", "enthält den Text"), Candidate("beginnt mit", "beginnt mit dem Text"), Candidate("in (", "ist eines von"),
    Candidate("zwischen", "von … bis …: zwischen 10 und 20"), Candidate("leer", "nichts gesagt"), Candidate("nicht leer", "etwas gesagt"),
  ]

  /// What words and signs mean that join others.
  static let meanings = [
    "und": "beides gilt", "oder": "eines von beiden gilt", "nicht": "das Gegenteil", "mit": "hat etwas", "ohne": "hat etwas nicht",
    "|": "nächster Schritt", ",": "noch eine Spalte", ";": "noch ein Wert", ")": "Ende der Werte", "(": "die Werte", "als": "unter anderem Namen",
    ":": "die Kennzahlen", "absteigend": "das Größte zuerst", "aufsteigend": "das Kleinste zuerst", "nach": "wonach", "x": "mal",
    "leer": "nichts gesagt", "anzahl": "zählen", "summe": "addieren", "durchschnitt": "mitteln", "min": "kleinster Wert",
    "max": "größter Wert", "anteil": "Anteil am Ganzen", "eindeutig": "verschiedene Werte zählen",
  ]
}
