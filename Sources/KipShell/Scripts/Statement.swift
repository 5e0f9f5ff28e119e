// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery

/// One input of a script or a prompt: the lines of one command, and where they stand.
struct Statement {
  var text: String
  /// Name of the script, `-c` or `Eingabe`.
  var source: String
  /// Line of the source on which it begins, counted from 1.
  var line: Int
  /// Its tokens, as far as it was read when it was found.
  private var read: [Token]?

  init(text: String, source: String, line: Int) { (self.text, self.source, self.line) = (text, source, line) }

  /// Its tokens; the error is a text that nothing closes.
  var tokens: [Token] {
    get throws(Hinweis) { if let read { read } else { try Lexer.tokens(text) } }
  }

  /// Splits a script into its statements.
  ///
  /// A statement goes on where a quotation mark or bracket is open, where a line ends in `|`, `:`, a comma, `und`, `oder` or `wo`, and where the
  /// next line begins with `|`, `und` or `oder`.
  static func all(in script: String, source: String) -> [Statement] {
    var statements: [Statement] = []
    let text = plain(script)
    var open: Statement?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if index == 0, line.hasPrefix("#!") { continue }
      if open == nil, goesOn(line), let last = statements.popLast() { open = last }
      var statement = open ?? Statement(text: String(line), source: source, line: index + 1)
      if open != nil { statement.text += "\n" + line }
      let (tokens, end) = Lexer.scan(statement.text)
      statement.read = tokens
      open = statement
      if Statement.open(end, in: statement.text) == nil {
        if !statement.isEmpty { statements.append(statement) }
        open = nil
      }
    }
    if var open, !open.isEmpty {
      // Whoever runs it is told what is not closed.
      open.read = nil
      statements.append(open)
    }
    return statements
  }

  /// The script without the BOM and the carriage returns of editors, and with blanks where Word puts no-break spaces.
  private static func plain(_ script: String) -> String {
    // In UTF-8 only they begin with these bytes, besides much else that is left alone.
    guard script.utf8.contains(where: { $0 == 0xEF || $0 == 0x0D || $0 == 0xC2 }) else { return script }
    return script.replacing("\u{FEFF}", with: "").replacing("\r\n", with: "\n").replacing("\u{A0}", with: " ")
  }

  /// What is still open at the end of a text. The word at the end of `hilfe wo` or of an alias is none that must go on.
  static func open(in text: String) -> String? { open(Lexer.open(in: text), in: text) }

  private static func open(_ open: String?, in text: String) -> String? {
    guard let open else { return nil }
    let command = open.first?.isLetter ?? false ? Commands.named(Statement(text: text, source: "", line: 1).word) : nil
    return command is HelpCommand || command is AliasCommand ? nil : open
  }

  /// True if a line can only belong to the statement before it.
  private static func goesOn(_ line: Substring) -> Bool {
    let rest = line.drop(while: \.isWhitespace)
    // Most lines begin with another letter, which is all that need be read of them.
    guard let first = rest.utf8.first, "|uUoO".utf8.contains(first) else { return false }
    return rest.hasPrefix("|") || ["und", "oder"].contains(Fold.key(String(rest.prefix { !$0.isWhitespace })))
  }

  /// True if it holds nothing but blanks and comments.
  var isEmpty: Bool {
    text.split(separator: "\n").allSatisfy { line in line.first { !$0.isWhitespace }.map { $0 == "#" } ?? true }
  }

  /// The first word, folded.
  var word: String { Fold.key(String(text.drop(while: \.isWhitespace).prefix { !$0.isWhitespace })) }

  /// An error of this statement with its place, and the line that it means.
  func located(_ error: Hinweis) -> Hinweis {
    var error = error
    if let place = error.place { error.text = "\(place): \(error.text)" }
    let characters = Array(text)
    let firstCharacter = characters.firstIndex { !$0.isWhitespace } ?? 0
    let start = min(error.excerpt?.start ?? firstCharacter, characters.count)
    let before = characters[..<start]
    let lineStart = (before.lastIndex(of: "\n") ?? -1) + 1
    let line = characters[lineStart...].prefix { $0 != "\n" }
    error.place = Place(file: source, line: self.line + before.count { $0 == "\n" }, column: start - lineStart + 1)
    error.excerpt = Hinweis.Excerpt(
      line: String(line), start: start - lineStart,
      length: error.excerpt?.length ?? max(1, line.dropFirst(start - lineStart).prefix { !$0.isWhitespace }.count))
    return error
  }
}
