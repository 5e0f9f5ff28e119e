// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// A date as it stands in a text: `21.02.2019`, `21. Februar 2019`, `Oktober 2019`, `21. Februar` without a year.
struct TextDate {
  /// The words.
  var text: String
  /// What they say; nil where the year is missing.
  var date: Datum?
  /// Day and month of a date without a year.
  var day: (day: Int, month: Int)?
  /// Where it stands in the text.
  var range: Range<String.Index>

  private static let months = [
    "januar", "februar", "maerz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "dezember",
  ]

  /// The dates of a text, in order.
  static func all(in text: String) -> [TextDate] {
    var found: [TextDate] = []
    let words = text.split { $0.isWhitespace || "()|;".contains($0) }
    func bare(_ index: Int) -> String? {
      words.indices.contains(index)
        ? String(words[index].reversed().drop { ",;:)".contains($0) || $0 == "." && words[index].count > 3 }.reversed()) : nil
    }
    func year(_ index: Int) -> Int? {
      guard let word = bare(index), word.count == 4, let year = Int(word), (1900...2199).contains(year) else { return nil }
      return year
    }
    var index = 0
    while index < words.count {
      defer { index += 1 }
      let word = bare(index) ?? ""
      if word.contains("."), let date = Datum(word), case .day = date.part {
        found.append(TextDate(text: word, date: date, day: nil, range: words[index].startIndex..<words[index].endIndex))
        continue
      }
      guard let month = months.firstIndex(of: Fold.key(word)).map({ $0 + 1 }) else { continue }
      let before = index > 0 ? words[index - 1] : ""
      let day = before.hasSuffix(".") ? Int(before.dropLast()) : nil
      let start = day == nil ? words[index].startIndex : words[index - 1].startIndex
      let year = year(index + 1)
      let end = year == nil ? words[index].endIndex : words[index + 1].endIndex
      let said = String(text[start..<end]).trimmed
      if let year {
        let iso = "\(year)-\(month < 10 ? "0" : "")\(month)" + (day.map { "-\($0 < 10 ? "0" : "")\($0)" } ?? "")
        guard let date = Datum(iso) else { continue }
        found.append(TextDate(text: said, date: date, day: nil, range: start..<end))
      } else if let day, (1...31).contains(day) {
        found.append(TextDate(text: said, date: nil, day: (day, month), range: start..<end))
      }
    }
    return found
  }

  /// The one date that a text is, with or without the words around it (`Musterstadt, den 3. Mai 2024`).
  static func one(in text: String) -> Datum? {
    let all = all(in: text).compactMap(\.date)
    return all.count == 1 ? all[0] : Datum(text)
  }
}
