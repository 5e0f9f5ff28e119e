// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// What a part of a council paper says, and the words that stand before it.
enum PaperLabel: Hashable {
  // Of the head, one value each
  case subject, number, file, kind, date, unit, author, openness
  // Sections
  case proposal, reasons, parts, stations, costs

  var isSection: Bool {
    switch self {
    case .proposal, .reasons, .parts, .stations, .costs: true
    default: false
    }
  }

  /// Words that may stand in a text too, and mean the head only before the first section.
  private var isCommonWord: Bool { !isSection }

  private static let labels: [String: PaperLabel] = {
    let words: [(PaperLabel, [String])] = [
      (
        .subject,
        [
          "Betreff", "Betr.", "Betrifft", "Gegenstand", "Gegenstand der Vorlage", "Bezeichnung des Tagesordnungspunktes",
          "Bezeichnung der Vorlage",
          "Bezeichnung", "Titel", "Thema", "Beratungsgegenstand",
        ]
      ),
      (
        .number,
        [
          "Vorlage", "Vorlage-Nr.", "Vorlage Nr.", "Vorlagen-Nr.", "Vorlagennummer", "Vorlagennr.", "Drucksache", "Drucksachen-Nr.",
          "Drucksache Nr.",
          "Drucksachennummer", "Drs.", "Nummer", "Nr.", "DS-Nr.", "Sitzungsvorlage Nr.",
        ]
      ),
      (.file, ["Aktenzeichen", "Az.", "Az", "Geschäftszeichen", "Unser Zeichen"]),
      (.kind, ["Art", "Art der Vorlage", "Vorlagenart", "Vorlageart", "Typ"]),
      (.date, ["Datum", "Erstellungsdatum", "Erstellt am", "Stand", "Vom"]),
      (
        .unit,
        [
          "Federführung", "Federführend", "Federführendes Amt", "Federführende Dienststelle", "Federführender Fachbereich", "Fachbereich",
          "Fachdienst", "Amt",
          "Dezernat", "Dienststelle", "Organisationseinheit", "Zuständig", "Verantwortlich",
        ]
      ),
      (
        .author,
        ["Verfasser", "Verfasserin", "Verfasser/in", "Bearbeiter", "Bearbeiterin", "Bearbeiter/in", "Ansprechpartner", "Auskunft erteilt"]
      ),
      (.openness, ["Öffentlichkeitsstatus", "Öffentlich", "Öffentlichkeit", "Status"]),
      (
        .proposal,
        [
          "Beschlussvorschlag", "Beschlussentwurf", "Beschlussempfehlung", "Beschlussantrag", "Beschlusstext", "Beschluss",
          "Vorschlag zum Beschluss",
          "Vorschlag der Verwaltung", "Antrag der Verwaltung",
        ]
      ),
      (
        .reasons,
        [
          "Sachdarstellung", "Sachdarstellung und Begründung", "Begründung", "Sachverhalt", "Sachverhalt und Begründung",
          "Sach- und Rechtslage",
          "Erläuterung", "Erläuterungen", "Problembeschreibung", "Mitteilung",
        ]
      ),
      (
        .parts,
        [
          "Bestandteile dieser Vorlage sind", "Bestandteile der Vorlage", "Bestandteile", "Anlagen", "Anlage", "Anlage(n)",
          "Anlagenverzeichnis",
        ]
      ),
      (.stations, ["Beratungsfolge", "Beratungsgang", "Beratungsverlauf", "Beratungen", "Gremien und Termine"]),
      (
        .costs,
        [
          "Finanzielle Auswirkungen", "Finanzielle Auswirkung", "Auswirkungen auf den Haushalt", "Haushaltsmäßige Auswirkungen",
          "Haushaltsrechtliche Auswirkungen",
          "Finanzierung", "Kosten und Finanzierung", "Kosten",
        ]
      ),
    ]
    return Dictionary(words.flatMap { label, words in words.map { (key($0), label) } }, uniquingKeysWith: { first, _ in first })
  }()

  /// A word as it is compared: without points, hyphens and blanks around it.
  private static func key(_ word: some StringProtocol) -> String {
    Fold.key(String(word)).filter { $0.isLetter || $0.isNumber || $0 == " " }.trimmed
  }

  /// The label with which a line begins, and what stands behind it; nil if it begins with none.
  ///
  /// - Parameter isHead: no section has begun, so that common words (`Art`, `Datum`) are labels too.
  static func read(_ line: String, isHead: Bool) -> (label: PaperLabel, rest: String)? {
    func known(_ word: some StringProtocol) -> PaperLabel? {
      guard word.count <= 50, let label = PaperLabel.labels[PaperLabel.key(word)], isHead || !label.isCommonWord else { return nil }
      return label
    }
    let line = line.drop { "*#_".contains($0) }.trimmed
    if let label = known(line) { return (label, "") }
    // A number of a section: 2. Sachdarstellung
    let unnumbered = line.drop { $0.isNumber || ".) ".contains($0) }
    if unnumbered.count < line.count, let label = known(unnumbered), label.isSection { return (label, "") }
    if let colon = line.firstIndex(of: ":"), let label = known(line[..<colon]) {
      return (label, line[line.index(after: colon)...].drop { "*_".contains($0) }.trimmed)
    }
    // Vorlage 11/1481, Drucksache Nr. 0815/2024: a number behind the word, and nothing else.
    guard isHead else { return nil }
    let words = line.split(separator: " ")
    for count in [1, 2] where words.count > count && words.count <= count + 1 {
      if known(words.prefix(count).joined(separator: " ")) == .number, isNumber(words[count]) { return (.number, String(words[count])) }
    }
    return nil
  }

  /// True for what looks like the number of a paper: `11/1481`, `0815-2024`, `VO/24/017`.
  static func isNumber(_ word: some StringProtocol) -> Bool {
    word.count <= 24 && word.contains(where: \.isNumber) && word.allSatisfy { $0.isLetter || $0.isNumber || "/-._".contains($0) }
      && !word.hasSuffix(".")
  }
}
