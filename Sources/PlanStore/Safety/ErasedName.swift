// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// The name of a person, found in texts in all the forms in which German offices write it, and replaced by something that names nobody.
///
/// Words are compared without case, accents of either normal form and umlauts apart; what is replaced is what stood there.
public struct ErasedName: Sendable {
  public var replacement: String
  /// Words that stand for the person when they follow each other, the longest first.
  private let forms: [[String]]
  /// The last name, which alone may be another's.
  let surname: [String]
  /// What every form holds, by which most texts are passed over quickly; empty if it is not plain ASCII.
  private let needle: [UInt8]

  private static let titles: Set<String> = [
    "herr", "herrn", "frau", "dr", "prof", "professor", "professorin", "dipl", "ing", "med", "phil",
  ]
  private static let particles: Set<String> = [
    "von", "vom", "van", "zu", "zur", "zum", "de", "der", "den", "del", "da", "di", "el", "al", "ten",
  ]

  /// - Parameter name: as it is called: `Erika Muster`, `Muster, Erika` or `Frau Muster`; nil if there is no word in it.
  public init?(_ name: String, replacement: String) {
    let halves = name.split(separator: ",", maxSplits: 1).map(ErasedName.parts)
    let core = halves.count == 2 ? halves[1] + halves[0] : halves.first ?? []
    guard let last = core.last else { return nil }
    self.replacement = replacement
    let given = core.dropLast().filter { !ErasedName.particles.contains($0.joined()) }
    let particles = core.dropLast().reversed().prefix { ErasedName.particles.contains($0.joined()) }.reversed().flatMap { $0 }
    var forms: [[String]] = []
    for surname in particles.isEmpty ? [last] : [particles + last, last] {
      for title in ["herr", "herrn", "frau"] {
        forms += [[title] + surname, [title, "dr"] + surname, [title, "prof"] + surname, [title, "prof", "dr"] + surname]
      }
      guard let first = given.first else { continue }
      let all = Array(given.joined())
      forms += [all + surname, surname + all, first + surname, surname + first]
      if let initial = first.first?.first.map(String.init) { forms += [[initial] + surname, surname + [initial]] }
    }
    if given.isEmpty { forms.append(last) }
    self.forms = Set(forms).sorted { ($1.count, $0.joined()) < ($0.count, $1.joined()) }
    surname = last
    let bytes = Array((last.max { $0.count < $1.count } ?? "").utf8)
    needle = bytes.allSatisfy { $0 < 0x80 } ? bytes : []
  }

  /// The parts of a name, each as its folded words, without titles.
  private static func parts(_ name: Substring) -> [[String]] {
    name.split(whereSeparator: \.isWhitespace).map { part in words(in: String(part)).map(\.folded) }.filter {
      !$0.isEmpty && !($0.count == 1 && titles.contains($0[0]))
    }
  }

  /// True if this is how a name is spelled, titles and order apart.
  func names(_ name: String) -> Bool {
    guard let other = ErasedName(name, replacement: "") else { return false }
    return other.forms == forms
  }

  // MARK: Texts

  /// The text with the name replaced; nil if it does not stand there.
  public func replaced(in text: String) -> String? {
    guard mayHold(text) else { return nil }
    let found = occurrences(of: forms, in: text)
    guard !found.isEmpty else { return nil }
    var result = String.UnicodeScalarView()
    var start = text.unicodeScalars.startIndex
    for range in found {
      result += text.unicodeScalars[start..<range.lowerBound]
      result += replacement.unicodeScalars
      start = range.upperBound
    }
    return String(result + text.unicodeScalars[start...])
  }

  /// True if the name stands in a text.
  func stands(in text: String) -> Bool { mayHold(text) && !occurrences(of: forms, in: text).isEmpty }

  /// True if the last name stands there without what makes it this person's.
  func surnameStands(in text: String) -> Bool {
    mayHold(text) && !occurrences(of: [surname], in: replaced(in: text) ?? text).isEmpty
  }

  private func mayHold(_ text: String) -> Bool {
    if needle.isEmpty { return true }
    var folded: [UInt8] = []
    var text = text
    text.withUTF8 { Fold.append($0, to: &folded) }
    guard let first = needle.first, folded.count >= needle.count else { return false }
    // Whole files are looked through, for which the library's search is too slow.
    return folded.withUnsafeBufferPointer { bytes in
      (0...(bytes.count - needle.count)).contains { bytes[$0] == first && bytes[$0..<($0 + needle.count)].elementsEqual(needle) }
    }
  }

  private func occurrences(of forms: [[String]], in text: String) -> [Range<String.Index>] {
    let words = ErasedName.words(in: text)
    var found: [Range<String.Index>] = []
    var index = 0
    while index < words.count {
      if let form = forms.first(where: { stands($0, at: index, words, text.unicodeScalars) }) {
        found.append(words[index].range.lowerBound..<words[index + form.count - 1].range.upperBound)
        index += form.count
      } else {
        index += 1
      }
    }
    return found
  }

  private func stands(_ form: [String], at start: Int, _ words: [Word], _ text: String.UnicodeScalarView) -> Bool {
    guard start + form.count <= words.count else { return false }
    for (offset, wanted) in form.enumerated() {
      let word = words[start + offset]
      // "Erika Musters Vorschlag" names her too.
      guard word.folded == wanted || (offset == form.count - 1 && word.folded == wanted + "s") else { return false }
      guard offset > 0 else { continue }
      let between = String(text[words[start + offset - 1].range.upperBound..<word.range.lowerBound])
      let gap = between.replacing("\\n", with: " ").replacing("\\t", with: " ").replacing("\\r", with: " ").unicodeScalars
      guard gap.count <= 4, gap.allSatisfy({ $0.properties.isWhitespace || ",.-_‐‑–".unicodeScalars.contains($0) }) else { return false }
    }
    return true
  }

  // MARK: Words

  private struct Word {
    var range: Range<String.Index>
    var folded: String
  }

  /// The runs of letters in a text.
  private static func words(in text: String) -> [Word] {
    var words: [Word] = []
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    while index < scalars.endIndex {
      // In the JSON that some columns hold, a line break is a backslash and a letter.
      if scalars[index] == "\\", let next = scalars.index(index, offsetBy: 2, limitedBy: scalars.endIndex),
        "ntr".unicodeScalars.contains(scalars[scalars.index(after: index)])
      {
        index = next
        continue
      }
      guard isLetter(scalars[index]) else {
        index = scalars.index(after: index)
        continue
      }
      let start = index
      while index < scalars.endIndex, isLetter(scalars[index]) { index = scalars.index(after: index) }
      var letters = String.UnicodeScalarView()
      letters.append(contentsOf: scalars[start..<index].filter { !isInvisible($0) })
      words.append(Word(range: start..<index, folded: Fold.key(String(letters))))
    }
    return words
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool { [0xAD, 0x200B, 0x200C, 0x200D, 0x2060].contains(scalar.value) }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.properties.isAlphabetic }
    return scalar.properties.isAlphabetic || isInvisible(scalar) || scalar.properties.generalCategory == .nonspacingMark
  }
}
