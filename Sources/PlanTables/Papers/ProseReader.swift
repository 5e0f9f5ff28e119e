// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

/// Finds in the sentences of a paper what decides on its way: meetings that were, consultations that were not, dates and amounts.
struct ProseReader {
  private(set) var stations: [Paper.Station] = []
  private(set) var remarks: [Hinweis] = []

  init(_ paragraphs: [String]) {
    for sentence in paragraphs.flatMap(ProseReader.sentences) {
      let dates = TextDate.all(in: sentence)
      takeStation(sentence, dates)
      for date in dates {
        if date.date == nil {
          remarks.append(
            Hinweis("\"\(date.text)\" nennt kein Jahr: \(ProseReader.around(date.range, sentence))").grade(.warnung).rule("datum-ohne-jahr")
              .help("das Jahr in der Vorlage nachsehen und dort eintragen, wo es hingehört"))
        } else {
          remarks.append(
            Hinweis("im Text steht ein Datum: \(ProseReader.around(date.range, sentence))").grade(.hinweis).rule("datum-im-text"))
        }
      }
      for amount in ProseReader.amounts(sentence) {
        remarks.append(Hinweis("im Text steht ein Betrag: \(ProseReader.around(amount, sentence))").grade(.hinweis).rule("betrag-im-text"))
      }
    }
  }

  /// A Gremium that met (`in seiner Sitzung am …`), or that could not be asked (`keine Vorberatung im Integrationsrat`).
  private mutating func takeStation(_ sentence: String, _ dates: [TextDate]) {
    let key = Fold.key(sentence)
    guard let body = ProseReader.body(in: sentence) else { return }
    var station = Paper.Station(body)
    station.reason = sentence
    let isAboutAsking = ["vorberat", "beraten", "beratung", "beteilig"].contains(where: key.contains)
    let wasNot = ["keine ", "nicht moeglich", "konnte nicht", "konnten nicht", "nicht vorberaten", "nicht beraten", "nicht beteiligt"]
    if isAboutAsking, wasNot.contains(where: key.contains), !key.contains("keine bedenken") {
      station.status = "entfallen"
      station.role = "vorberatend"
    } else if let meeting = key.firstRange(of: "sitzung"), let date = dates.first(where: { Fold.key($0.text).isEmpty == false }),
      key[meeting.upperBound...].contains(Fold.key(date.text))
    {
      station.date = date.date
      station.withoutYear = date.day.map { .init(date.text, day: $0.day, month: $0.month) }
      station.status = "beraten"
      let decided = ["entschieden", "beschlossen", "beschluss", "zugestimmt", "befuerwortet", "beauftragt"]
      station.role = decided.contains(where: key.contains) ? "entscheidend" : key.contains("kenntnis") ? "zur Kenntnis" : nil
    } else {
      return
    }
    stations.append(station)
  }

  /// The Gremium that a sentence names first.
  private static func body(in sentence: String) -> String? {
    let words = sentence.split { $0.isWhitespace || ",;()„“\"".contains($0) }.map { $0.hasSuffix(".") ? $0.dropLast() : $0 }
    for (index, word) in words.enumerated() {
      let key = Fold.key(String(word))
      let stem = key.hasSuffix("es") ? key.dropLast(2) : key.hasSuffix("s") && !key.hasSuffix("ss") ? key.dropLast() : key[...]
      guard word.first?.isUppercase ?? false,
        ["rat", "ausschuss", "beirat", "kreistag", "magistrat", "stadtverordnetenversammlung"].contains(where: stem.hasSuffix),
        !["vorrat", "beirat ", "apparat", "referat", "dezernat"].contains(where: stem.hasSuffix)
      else { continue }
      var name = String(word)
      if stem.count < key.count { name = String(word.dropLast(key.count - stem.count)) }
      // Rat der Stadt Bergkamen, Ausschuss für Soziales: the name goes on.
      if index + 2 < words.count, ["der", "des"].contains(words[index + 1]),
        ["Stadt", "Gemeinde", "Landkreises", "Kreises"].contains(words[index + 2])
      {
        name += " \(words[index + 1]) \(words[index + 2])"
        if index + 3 < words.count, words[index + 3].first?.isUppercase ?? false { name += " \(words[index + 3])" }
      } else if index + 2 < words.count, words[index + 1] == "für" {
        var rest = words[(index + 2)...].prefix { $0.first?.isUppercase ?? false || $0 == "und" }
        if rest.last == "und" { rest.removeLast() }
        name += " für " + rest.joined(separator: " ")
      }
      return name
    }
    return nil
  }

  /// The sentences of a paragraph; a point behind a number or a short word ends none.
  private static func sentences(_ text: String) -> [String] {
    var found: [String] = []
    var sentence = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      sentence += sentence.isEmpty ? String(word) : " \(word)"
      guard let last = word.last, ".!?".contains(last) else { continue }
      let bare = word.dropLast()
      if last == ".", bare.allSatisfy(\.isNumber) || bare.count < 4 && bare.first?.isLetter ?? false || bare.contains(".") { continue }
      found.append(sentence)
      sentence = ""
    }
    return sentence.isEmpty ? found : found + [sentence]
  }

  /// Where figures with a unit of money stand.
  private static func amounts(_ sentence: String) -> [Range<String.Index>] {
    let words = sentence.split(whereSeparator: \.isWhitespace)
    return words.indices.compactMap { index in
      let key = Fold.key(String(words[index])).filter { !".,;:()".contains($0) }
      guard ["€", "euro", "eur", "t€", "teur", "mio", "vzae"].contains(key) || key.hasSuffix("€") else { return nil }
      let hasFigure = words[index].contains(where: \.isNumber)
      guard hasFigure || index > 0 && words[index - 1].contains(where: \.isNumber) else { return nil }
      return words[hasFigure ? index : index - 1].startIndex..<words[index].endIndex
    }
  }

  /// The words around a place, as much as one line takes.
  private static func around(_ range: Range<String.Index>, _ text: String) -> String {
    let start = text.index(range.lowerBound, offsetBy: -50, limitedBy: text.startIndex) ?? text.startIndex
    let end = text.index(range.upperBound, offsetBy: 40, limitedBy: text.endIndex) ?? text.endIndex
    return (start > text.startIndex ? "…" : "") + text[start..<end] + (end < text.endIndex ? "…" : "")
  }
}
