// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

/// The paragraphs of a document from which a thing took its text.
public struct Quote: Sendable {
  /// The document's number and title.
  public var document: String
  public var title: String
  public var file: String
  /// `12`, or `12 bis 14`.
  public var places: String
  /// The heading under which they stand.
  public var section: String
  public var text: String

  /// How a thing and the paragraphs that it was made of are joined.
  static let kind = "beruht auf"
}

extension PlanStore {
  /// The paragraphs on which a change let a thing rest; nil if there are none.
  public func quote(_ thing: Int, by change: Int) throws(Hinweis) -> Quote? {
    var quote: Quote?
    var places: [Int] = []
    let sql = """
      SELECT d.nr, d.titel, d.pfad, a.platz, a.abschnitt, a.text FROM verweis v JOIN absatz a ON a.id = v.bezug JOIN dokument d ON d.id = a.dokument
      WHERE v.ausgang = ? AND v.art = ? AND v.seit = ? ORDER BY a.platz
      """
    try connection.each(sql, [.integer(thing), .text(Quote.kind), .integer(change)]) { (row) throws(Hinweis) in
      places.append(row.integer(3))
      if quote == nil {
        quote = Quote(document: row.text(0), title: row.text(1), file: row.text(2), places: "", section: row.text(4), text: row.text(5))
      } else {
        quote?.text += "\n" + row.text(5)
      }
      return .more
    }
    guard let first = places.first, let last = places.last else { return nil }
    quote?.places = first == last ? String(first) : "\(first) bis \(last)"
    return quote
  }
}
