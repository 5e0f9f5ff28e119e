// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// What a cell names that says who is responsible: `FB 51/50, Fr. M.` names two units and a person.
struct NamedActors {
  enum Part: Hashable {
    case unit(String), person(String), name(String)
    /// Every unit of a kind: `alle FB`.
    case every(String)
  }

  private(set) var parts: [Part] = []

  /// - Parameter isKnown: says whether the plan knows a name, so that one with a comma or `und` in it stays whole.
  init(_ text: String, separator: String = "", isKnown: (String) -> Bool) {
    var kind = ""
    for piece in NamedActors.split(text, separator, isKnown) {
      // "FB 51/50": what stands before the first number holds for the second.
      if UnitCode(piece)?.kind == "", !kind.isEmpty {
        parts.append(.unit("\(kind) \(piece)"))
        continue
      }
      for part in NamedActors.read(piece, isKnown) where !parts.contains(part) { parts.append(part) }
      if UnitCode(piece)?.kind.isEmpty == false { kind = String(piece.prefix { !$0.isNumber }).trimmed }
    }
  }

  private static func read(_ text: String, _ isKnown: (String) -> Bool) -> [Part] {
    if isKnown(text), UnitCode(text) == nil { return [.name(text)] }
    if UnitCode(text) != nil { return [.unit(text)] }
    if PersonName.isPerson(text) { return [.person(text)] }
    let words = Fold.key(text).split(separator: " ").map(String.init)
    if words.count == 2, ["alle", "saemtliche"].contains(words[0]), let kind = kinds[words[1]] { return [.every(kind)] }
    // "Caritas (Fr. Muster)" and "Jugendamt (FB 51)".
    guard let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"), open < close else { return [.name(text)] }
    let (before, inner) = (text[..<open].trimmed, text[text.index(after: open)..<close].trimmed)
    if UnitCode(before) != nil { return [.unit(before)] + (PersonName.isPerson(inner) ? [.person(inner)] : []) }
    if PersonName.isPerson(inner) { return (before.isEmpty ? [] : [.name(before)]) + [.person(inner)] }
    if UnitCode(inner) != nil { return [.unit(inner)] }
    return [.name(text)]
  }

  private static let kinds = [
    "fb": "fb", "fachbereiche": "fb", "fbs": "fb", "fbe": "fb", "aemter": "amt", "referate": "ref", "fachdienste": "fd",
    "abteilungen": "abt",
    "dezernate": "dez",
  ]

  /// The pieces of a list; what stands in brackets stays together.
  private static func split(_ text: String, _ separator: String, _ isKnown: (String) -> Bool) -> [String] {
    if isKnown(text) { return [text] }
    var pieces = [""]
    var depth = 0
    for letter in text {
      if letter == "(" { depth += 1 }
      if letter == ")" { depth -= 1 }
      let ends = separator.isEmpty ? ",;/+&\n".contains(letter) : separator.contains(letter)
      if depth <= 0, ends { pieces.append("") } else { pieces[pieces.count - 1].append(letter) }
    }
    return pieces.map(clean).filter { !$0.isEmpty }.flatMap { piece -> [String] in
      guard !isKnown(piece), piece.contains(" und ") else { return [piece] }
      let parts = piece.split(separator: " und ").map { clean(String($0)) }
      // "Kinder- und Jugendamt" is one; "FB 50 und FB 51" are two.
      return parts.allSatisfy { isKnown($0) || UnitCode($0) != nil || PersonName.isPerson($0) } ? parts : [piece]
    }
  }

  /// A name of a list, without the dash or dot that begins its line.
  static func clean(_ part: String) -> String {
    var part = part[...].drop { $0.isWhitespace || "-–•·*".contains($0) }
    while let last = part.last, last.isWhitespace || last == "-" { part.removeLast() }
    return String(part)
  }
}
