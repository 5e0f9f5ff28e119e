// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// Reads a column that holds one of a few words, such as the status: the kernel's words, the layout's codes, what towns say instead.
struct WordReader: CellReader {
  let name: String
  let words: [String]
  let codes: [Layout.Code]

  func read(_ text: String) -> MarkMeaning {
    let meaning = MarkMeaning()
    if let word = exact(text) {
      meaning.word = word
    } else if let word = synonym(text) {
      meaning.word = word
      meaning.notes.append(Hinweis("\(name) \"\(text)\" gelesen als \(word)").grade(.hinweis).rule("\(name)-gelesen"))
    } else if Denial.isNothing(text) {
      meaning.unplaced = Denial.note(text)
    } else {
      meaning.unplaced = Hinweis("\"\(text)\" ist kein Wort für \(name); erlaubt sind \(words.joined(separator: ", "))").grade(.warnung)
        .rule("\(name)-unbekannt").help("im Layout sagen, was es heißt: \"\(text)\" = …")
    }
    return meaning
  }

  private func exact(_ text: String) -> String? {
    let key = Fold.key(text)
    if let code = codes.first(where: { Fold.key($0.mark) == key }), let value = code.values.first {
      return words.first { Fold.key($0) == Fold.key(value) } ?? value
    }
    return words.first { Fold.key($0) == key }
  }

  private func synonym(_ text: String) -> String? {
    var key = Fold.key(text)
    while let last = key.last, ".!;,".contains(last) { key.removeLast() }
    let found = WordReader.synonyms[key] ?? WordReader.synonyms[key.replacing("-", with: " ")]
    return found?.first(where: words.contains)
  }

  /// What towns say, and the kernel's words for it; the first that the column knows is meant.
  private static let synonyms: [String: [String]] = {
    var all: [String: [String]] = [:]
    func say(_ word: String, _ others: String) {
      for other in others.split(separator: ";") { all[Fold.key(other.trimmed), default: []].append(word) }
    }
    say(
      "geplant",
      "in Planung; noch nicht begonnen; nicht begonnen; vorgesehen; in Vorbereitung; offen; ausstehend; beantragt; neu; angedacht; steht aus"
    )
    say(
      "laufend",
      "in Arbeit; läuft; begonnen; in Umsetzung; in Bearbeitung; gestartet; angelaufen; teilweise umgesetzt; teilweise; aktiv; teils umgesetzt"
    )
    say("laufend", "im Gange; in der Umsetzung; wird umgesetzt; im Aufbau; in Durchführung")
    say(
      "dauerhaft",
      "fortlaufend; Daueraufgabe; ständig; verstetigt; kontinuierlich; laufende Aufgabe; unbefristet; laufend; Dauermaßnahme; immer")
    say(
      "umgesetzt",
      "abgeschlossen; erledigt; fertig; realisiert; durchgeführt; vollständig umgesetzt; beendet; erreicht; ist umgesetzt; done")
    say("zurückgestellt", "verschoben; ruht; pausiert; ausgesetzt; unterbrochen; vertagt; in Wartestellung")
    say(
      "entfallen",
      "entfällt; gestrichen; aufgegeben; nicht umgesetzt; nicht weiterverfolgt; abgebrochen; wird nicht umgesetzt; nicht mehr verfolgt; abgelehnt"
    )
    say("hoch", "sehr hoch; A; I; 1; Prio 1; dringend; kurzfristig; Priorität 1; +++; hohe Priorität")
    say("mittel", "B; II; 2; Prio 2; mittelfristig; normal; Priorität 2; ++; mittlere Priorität")
    say("niedrig", "gering; C; III; 3; Prio 3; langfristig; nachrangig; Priorität 3; +; niedrige Priorität; geringe Priorität")
    say("einmalig", "einmal; 1x; 1 x; einmalige Maßnahme")
    say("monatlich", "jeden Monat; mtl")
    say("vierteljährlich", "quartalsweise; 4x jährlich; 4 x jährlich; je Quartal")
    say("halbjährlich", "2x jährlich; 2 x jährlich; zweimal jährlich; zweimal im Jahr")
    say("jährlich", "jedes Jahr; 1x jährlich; 1 x jährlich; einmal jährlich; einmal im Jahr; p. a; p.a; jährl; alljährlich")
    say("alle zwei Jahre", "zweijährlich; alle 2 Jahre; zweijährig")
    say("bei Bedarf", "nach Bedarf; bedarfsweise; anlassbezogen")
    return all
  }()
}
