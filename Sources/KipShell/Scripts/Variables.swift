// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery

/// Puts the values of variables into the tokens of a line: `${ZIEL}/katalog.html`.
///
/// A value never becomes more than a part of its token, and never a word of the language, so that no value can change what a line means. Names
/// are compared without case and umlauts.
struct Variables {
  /// A value, and whether it is the plan's and not what the user gave: only the user may name folders.
  struct Value {
    var name: String
    var text: String
    var isOfPlan = false
    /// What it says in the name of a file, where the user put it together with a value of the plan.
    var file: String?
  }

  private var values: [String: Value] = [:]
  /// The rows of the loops that run, by the folded names of their variables.
  private var rows: [String: LoopRow] = [:]

  init(_ values: [String: String] = [:]) {
    for (name, text) in values { self[name] = Value(name: name, text: text) }
  }

  /// All that have a value, by their names.
  var all: [Value] { values.values.sorted { $0.name < $1.name } }

  subscript(name: String) -> Value? {
    get { values[Fold.key(name)] }
    set { values[Fold.key(name)] = newValue }
  }

  subscript(row name: String) -> LoopRow? {
    get { rows[Fold.key(name)] }
    set { rows[Fold.key(name)] = newValue }
  }

  func expand(_ tokens: [Token]) throws(Hinweis) -> [Token] {
    var expanded: [Token] = []
    for token in tokens { expanded.append(token.text.utf8.contains(UInt8(ascii: "$")) ? try expand(token) : token) }
    return expanded
  }

  private func expand(_ token: Token) throws(Hinweis) -> Token {
    var (text, file, holdsPlan) = ("", "", false)
    var rest = token.text[...]
    while let start = rest.firstRange(of: "${") {
      text += rest[..<start.lowerBound]
      file += rest[..<start.lowerBound]
      guard let end = rest[start.upperBound...].firstIndex(of: "}") else {
        throw Hinweis("\"${\" wird nicht geschlossen").marked(token.span)
      }
      let value = try value(String(rest[start.upperBound..<end]), token.span)
      text += value.text
      file += value.isOfPlan ? FileName.part(value.text, behind: file) : value.file ?? value.text
      holdsPlan = holdsPlan || value.isOfPlan || value.file != nil
      rest = rest[rest.index(after: end)...]
    }
    var expanded = token
    expanded.text = text + rest
    expanded.file = holdsPlan ? file + rest : nil
    // What is no plain name or number, or is a word of the language, is a value as in quotation marks.
    if token.kind == .word, !Variables.isPlain(expanded.text) { expanded.kind = .text }
    return expanded
  }

  private static func isPlain(_ text: String) -> Bool {
    let key = Fold.key(text)
    return !text.isEmpty && !QueryParser.reserved.contains(key) && !EditParser.tailWords.contains(key)
      && text.allSatisfy { $0.isLetter || $0.isNumber || "_-.,/:".contains($0) }
  }

  private func value(_ name: String, _ span: Span) throws(Hinweis) -> Value {
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    if let row = parts.first.flatMap({ self[row: $0] }) {
      do throws(Hinweis) {
        return Value(name: name, text: parts.count == 1 ? try row.key() : try row.value(parts[1]), isOfPlan: true)
      } catch {
        throw error.marked(span)
      }
    }
    if let value = self[name] { return value }
    let known = values.values.map(\.name) + rows.keys
    throw Hinweis("die Variable \"\(name)\" hat keinen Wert").marked(span).help("beim Aufruf angeben: -D \(name)=WERT")
      .didYouMean(name, Fold.nearest(name, among: known))
  }
}
