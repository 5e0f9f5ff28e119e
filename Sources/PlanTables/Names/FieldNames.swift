// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

/// The Handlungsfelder of a plan by all their spellings.
final class FieldNames {
  private let writer: Writer
  private var ids: [String: Int] = [:]
  /// What was already looked up; emptied when it grows, so that it does not grow with the file.
  private var known: [String: FieldLabel] = [:]
  /// Fields that this import made.
  private(set) var new: [String] = []

  /// A field label as it stands in a table: the field, and what it refers to in brackets.
  struct FieldLabel {
    var field: Int?
    var reference: String?
  }

  init(_ store: PlanStore, _ writer: Writer) throws(Hinweis) {
    self.writer = writer
    let columns = ["id", "name", "kurz"].map { Shown(Path([Name($0)])) }
    for row in try store.rows(Query(Name("handlungsfelder"), [.show(columns)])).rows.all() {
      for name in row[1...] where !name.isEmpty { ids[FieldNames.key(name)] = Int(row[0]) }
    }
    for spelling in try store.spellings(of: "handlungsfeld") { ids[FieldNames.key(spelling.name)] = spelling.id }
  }

  /// Reads a label: `IKO - Zugangsbarrieren (vorschulische Bildung)` is IKO and refers to vorschulische Bildung. An unknown field is made.
  func read(_ label: String) throws(Hinweis) -> FieldLabel {
    if let known = known[label] { return known }
    var read = FieldLabel()
    if let whole = find(label) ?? find(FieldNames.bare(label)) {
      read.field = whole
    } else {
      let label = FieldNames.bare(label)
      var name = label[...]
      if let open = label.firstIndex(of: "("), let close = label.lastIndex(of: ")"), open < close {
        name = label[..<open]
        let inner = label[label.index(after: open)..<close]
        read.reference = String(inner)
      }
      let main = name.split(separator: " - ", maxSplits: 1).first.map(String.init) ?? String(name)
      let trimmed = main.trimmed
      read.field = find(name.trimmed) ?? find(trimmed)
      if read.field == nil { read.field = try make(trimmed.isEmpty ? label : trimmed) }
    }
    // Where the bracket is the field's own short name it refers to nothing.
    if let reference = read.reference, find(reference) == read.field { read.reference = nil }
    if known.count > 10_000 { known.removeAll() }
    known[label] = read
    return read
  }

  /// The field of a name, with tolerance for order, inflection and cut ends.
  func find(_ name: some StringProtocol) -> Int? {
    let key = FieldNames.key(String(name))
    if let id = ids[key] { return id }
    // The hyphen of a word break may have stayed: "Wohn- en".
    return name.contains("- ") ? ids[FieldNames.key(String(name).replacing("- ", with: ""))] : nil
  }

  /// A label without what only counts it: `Handlungsfeld 3: Sprache`, `HF 3 - Sprache` and `3. Sprache` are Sprache.
  static func bare(_ label: String) -> String {
    var rest = label[...]
    for word in ["Handlungsfeld", "HANDLUNGSFELD", "HF"] where rest.hasPrefix(word) && !(rest.dropFirst(word.count).first?.isLetter ?? true)
    {
      rest = rest.dropFirst(word.count)
      break
    }
    let counted = rest.drop { $0.isNumber || $0.isWhitespace || ".:)-–".contains($0) }
    // A name may begin with a number: "50 plus" counts nothing, "3. Sprache" and "3 Sprache" do.
    let behind = rest.drop { $0.isNumber }
    let isPoint = behind.first.map { ".:)".contains($0) } ?? false
    let isShort = rest.prefix { $0.isNumber }.count == 1 && behind.first == " " && (behind.dropFirst().first?.isUppercase ?? false)
    let isCounting = rest.count < label.count || behind.count < rest.count && (isPoint || isShort)
    return isCounting && counted.contains(where: \.isLetter) ? counted.trimmed : label
  }

  private func make(_ name: String) throws(Hinweis) -> Int {
    let id = try writer.insert("handlungsfeld", ["name": .text(name)])
    ids[FieldNames.key(name)] = id
    new.append(name)
    return id
  }

  /// The words of a name without `und`, endings and order: `Bildung-Vorschulisch` and `vorschulische Bildung` are one field.
  static func key(_ name: String) -> String {
    Fold.key(name).split { !$0.isLetter && !$0.isNumber }.filter { $0 != "und" }.map { word in
      for ending in ["en", "er", "es", "em", "e"] where word.count > 6 && word.hasSuffix(ending) { return word.dropLast(ending.count) }
      return word
    }.sorted().joined(separator: " ")
  }
}

extension StringProtocol {
  /// Without blanks around it.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(self[first...last])
  }
}
