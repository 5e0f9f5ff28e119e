// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery

/// Puts the values of variables into the tokens of a line: `${ZIEL}/katalog.html`.
///
/// A value never becomes more than a part of its token, so that no value can change what a line means.
struct Variables {
  var values: [String: String] = [:]

  func expand(_ tokens: [Token]) throws(Hinweis) -> [Token] {
    var expanded: [Token] = []
    for var token in tokens {
      if token.text.contains("${") { token.text = try expand(token) }
      expanded.append(token)
    }
    return expanded
  }

  private func expand(_ token: Token) throws(Hinweis) -> String {
    var text = ""
    var rest = token.text[...]
    while let start = rest.firstRange(of: "${") {
      text += rest[..<start.lowerBound]
      guard let end = rest[start.upperBound...].firstIndex(of: "}") else {
        throw Hinweis("\"${\" wird nicht geschlossen").marked(token.span)
      }
      let name = String(rest[start.upperBound..<end])
      guard let value = values[name] else {
        throw Hinweis("die Variable \"\(name)\" hat keinen Wert").marked(token.span).help("beim Aufruf angeben: -D \(name)=WERT")
      }
      text += value
      rest = rest[rest.index(after: end)...]
    }
    return text + rest
  }
}
