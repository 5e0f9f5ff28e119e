// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery

/// What a command is called and takes; help, completion and errors follow from it.
struct Declaration: Sendable {
  var word: String
  var synonyms: [String] = []
  var summary: String
  var parameters: [Parameter] = []
  /// Lines that a user may try; a test runs them all.
  var examples: [String] = []
  /// What else one must know to use it.
  var notes: [String] = []

  /// A value, or a word that stands for itself.
  struct Parameter: Sendable {
    /// The word before the value; for a value without one what it is called in the help.
    var name: String
    var kind: Kind
    var summary: String
    var synonyms: [String] = []
    var isRequired = false

    enum Kind: Hashable, Sendable {
      /// A value that stands without a word before it.
      case positional(Values)
      /// A word followed by a value.
      case named(Values)
      /// A word without a value.
      case flag
    }
  }

  /// What a value may be, which decides what is completed.
  enum Values: Hashable, Sendable {
    case text, day, file
    /// A thing with its kind before it, two words: `sitzung "StG 24.04.2017"`.
    case anything
    case thing(String)
    case offer(Manifest.Point)
    case noun, command, plugin
    case words([String])
  }

  /// Reads the values of a call.
  func read(_ tokens: ArraySlice<Token>) throws(Hinweis) -> Call {
    var call = Call()
    var positions = parameters.compactMap { parameter in
      if case .positional(let values) = parameter.kind { (name: parameter.name, values: values) } else { nil }
    }[...]
    var tokens = tokens
    while let token = tokens.popFirst() {
      if token.kind == .word, let parameter = named(token.text) {
        guard case .named(let values) = parameter.kind else {
          call.flags.insert(parameter.name)
          continue
        }
        guard let value = tokens.popFirst(), value.kind != .sign else {
          throw Hinweis("hinter \"\(token.text)\" fehlt: \(parameter.summary)").marked(token.span)
        }
        guard values == .anything else {
          call.values[parameter.name, default: []].append(value.taken(as: values))
          continue
        }
        guard let key = tokens.popFirst(), key.kind != .sign else {
          throw Hinweis("hinter \"\(value.text)\" fehlt, welches Ding es ist").marked(value.span).help(
            "etwa: \(token.text) \(value.text) \"…\"")
        }
        let length = key.span.start + key.span.length - value.span.start
        call.values[parameter.name, default: []].append(
          Token(kind: .text, text: "\(value.text) \(key.text)", span: Span(start: value.span.start, length: length)))
      } else if token.kind != .sign, let position = positions.popFirst() {
        call.values[position.name, default: []].append(token.taken(as: position.values))
      } else {
        let words = parameters.filter { if case .positional = $0.kind { false } else { true } }.map(\.name)
        throw Hinweis("unerwartet: \"\(token.text)\"").marked(token.span).didYouMean(token.text, words)
      }
    }
    for parameter in parameters where parameter.isRequired && call.values[parameter.name] == nil {
      throw Hinweis("\(word) braucht: \(parameter.summary)").help(usage)
    }
    return call
  }

  private func named(_ word: String) -> Parameter? {
    let key = Fold.key(word)
    return parameters.first { parameter in
      if case .positional = parameter.kind { return false }
      return Fold.key(parameter.name) == key || parameter.synonyms.contains { Fold.key($0) == key }
    }
  }

  /// The form of a call: `importiere DATEI [layout NAME] [vorschau]`.
  var usage: String {
    ([word]
      + parameters.map { parameter in
        let form =
          switch parameter.kind {
          case .positional: parameter.name.uppercased()
          case .named: "\(parameter.name) …"
          case .flag: parameter.name
          }
        return parameter.isRequired ? form : "[\(form)]"
      }).joined(separator: " ")
  }
}

extension Token {
  /// The token as a value of some kind.
  fileprivate func taken(as values: Declaration.Values) -> Token {
    guard values == .file, let file else { return self }
    var token = self
    token.text = file
    return token
  }
}

/// The values given in a call.
struct Call {
  fileprivate(set) var values: [String: [Token]] = [:]
  fileprivate(set) var flags: Set<String> = []

  /// The last value given for a parameter.
  subscript(name: String) -> String? { values[name]?.last?.text }

  func all(_ name: String) -> [String] { values[name]?.map(\.text) ?? [] }
  func span(_ name: String) -> Span? { values[name]?.last?.span }
}
