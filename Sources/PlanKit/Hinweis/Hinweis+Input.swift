// SPDX-License-Identifier: Apache-2.0

extension Hinweis {
  /// The finding with the part of the input that it means; whoever holds the input fills in the line.
  public func marked(_ span: Span?) -> Hinweis {
    guard let span else { return self }
    var copy = self
    copy.excerpt = Excerpt(line: "", start: span.start, length: span.length)
    return copy
  }

  /// The finding with the known names that come nearest to a word, or all of them if they are few.
  public func didYouMean(_ word: String, _ known: [String]) -> Hinweis {
    let nearest = Fold.nearest(word, among: known)
    if !nearest.isEmpty { return help("gemeint ist vielleicht \(nearest.map(Hinweis.quoted).joined(separator: " oder "))") }
    guard !known.isEmpty, known.count <= 40 else { return self }
    return help("möglich sind " + known.map(Hinweis.quoted).joined(separator: ", "))
  }

  /// A name as it must be typed: in quotation marks where it holds a blank.
  public static func quoted(_ name: String) -> String { name.contains(" ") ? "\"\(name)\"" : name }
}
