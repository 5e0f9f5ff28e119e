// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery

/// Sets the moment of which all further questions are: `stand 31.12.2018`, until `stand heute`.
struct ViewCommand: ShellCommand {
  let declaration: Declaration

  static let all = [
    ViewCommand(
      "stand", ["zum"], "fragt von hier an, was an einem Tag galt; stand heute beendet es", "der Tag; heute fragt wieder nach jetzt",
      ["stand 31.12.2018\nmaßnahmen | anzahl\nstand heute"]),
    ViewCommand(
      "bekannt", [], "fragt von hier an, was der Plan damals sagte; bekannt heute beendet es", "der Tag; heute fragt wieder nach jetzt",
      ["bekannt 31.12.2018\nbekannt heute"]),
    ViewCommand(
      "gültig", [], "fragt von hier an nach dem, was an einem Tag gültig war: gültig am 01.07.2018; gültig am heute beendet es",
      "am und der Tag; heute fragt wieder nach jetzt", ["gültig am 01.07.2018\nstand heute"]),
  ]

  private init(_ word: String, _ synonyms: [String], _ summary: String, _ day: String, _ examples: [String]) {
    declaration = Declaration(
      word: word, synonyms: synonyms, summary: summary, parameters: [.init(name: "tag", kind: .positional(.day), summary: day)],
      examples: examples)
  }

  func run(_ invocation: Invocation) throws(Hinweis) {
    let session = invocation.session
    guard let last = invocation.tokens.last else { return session.tellView() }
    let words = invocation.tokens.map { Fold.key($0.text) }
    if [["heute"], ["jetzt"], ["am", "heute"], ["am", "jetzt"]].contains(words) { return try session.look(at: Moment()) }
    let (moment, rest) = try MomentReader.extract(from: invocation.all)
    // Where no date was found, the command's own word is left as well.
    if let wrong = moment.isNow ? rest.dropFirst().first ?? last : rest.first {
      throw Hinweis("\"\(wrong.text)\" ist kein Datum").marked(wrong.span)
        .help("Daten stehen so: \(Fold.key(declaration.word) == "gueltig" ? "gültig am" : declaration.word) 31.12.2018")
    }
    try session.look(at: moment)
  }
}
