// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// What people write for the words of a status or an Ampel.
enum StatusWords {
  /// The word of the kernel; nil if the text is no status.
  static func status(of text: String) -> String? { byKey[key(text)] }

  /// The colour of an Ampel; nil if the text is none.
  static func light(of text: String) -> String? { lights[key(text)] }

  private static func key(_ text: String) -> String {
    Fold.key(text).filter { $0.isLetter || $0.isNumber || $0 == "%" }
  }

  private static let byKey = Dictionary(
    words.split(separator: "\n").flatMap { line in
      let parts = line.split(separator: ":")
      let word = String(parts[0])
      return ([word] + parts[1].split(separator: ",").map(String.init)).map { (key($0), word) }
    }, uniquingKeysWith: { first, _ in first })

  private static let words = """
    geplant: in Planung, vorgesehen, offen, noch nicht begonnen, nicht begonnen, noch offen, beabsichtigt, in Vorbereitung, Planung, Idee, neu
    laufend: in Umsetzung, in Arbeit, begonnen, in Bearbeitung, läuft, teilweise umgesetzt, teilweise, in Durchführung, gestartet, angelaufen, in Realisierung, Umsetzung
    dauerhaft: Daueraufgabe, fortlaufend, kontinuierlich, Regelaufgabe, verstetigt, permanent, dauernd, ständig
    umgesetzt: erledigt, abgeschlossen, fertig, realisiert, erfolgt, durchgeführt, vollständig umgesetzt, erreicht, beendet, 100 %
    zurückgestellt: verschoben, pausiert, ruht, ausgesetzt, vertagt, zurück gestellt
    entfallen: gestrichen, nicht umgesetzt, entfällt, verworfen, aufgegeben, nicht umsetzbar, wird nicht verfolgt, abgebrochen
    keine Angabe: k. A., unbekannt, keine Rückmeldung, ohne Angabe
    """

  private static let lights = [
    "gruen": "grün", "gelb": "gelb", "rot": "rot", "green": "grün", "g": "grün", "r": "rot", "orange": "gelb",
  ]
}
