// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery
internal import PlanStore

struct ReportCommand: ShellCommand {
  let declaration = Declaration(
    word: "bericht", synonyms: ["report"], summary: "macht einen Bericht",
    parameters: [
      .init(name: "name", kind: .positional(.offer(.report)), summary: "Name des Berichts; berichte zeigt alle", isRequired: true),
      .init(name: "als", kind: .named(.offer(.format)), summary: "Format; sonst sagt es die Endung der Datei"),
      .init(name: "nach", kind: .named(.file), summary: "Datei, in die er geschrieben wird"),
    ],
    examples: [
      "bericht katalog als csv", "bericht auszug für \"FB 51\" als markdown", "bericht katalog stand heute als csv",
    ])
  let takesMoments = true

  func declaration(for invocation: Invocation) -> Declaration {
    invocation.tokens.first.map { declaration(for: $0.text, invocation.session) } ?? declaration
  }

  func run(_ invocation: Invocation) throws(Hinweis) {
    let session = invocation.session
    guard let name = invocation.tokens.first, name.kind != .sign else { throw Hinweis("welcher Bericht?").help("berichte zeigt alle") }
    let report: any Report
    do throws(Hinweis) { report = try session.host.report(name.text) } catch { throw error.marked(name.span) }
    let call = try declaration(for: name.text, session).read(invocation.tokens.dropFirst())
    let store = try session.plan()
    let offer = session.offer(name.text, at: .report)
    var document = try report.document(PlanView(store: store), try Arguments(offer?.parameters ?? [], call, store))
    if !store.moment.isNow { document.properties.append(.init("Zeitpunkt", store.moment.description)) }

    guard let path = call["nach"] else {
      return try session.show(document, as: call["als"] ?? session.options.format)
    }
    let format = try session.formatToWrite(path, named: call["als"])
    if session.options.isDry { return session.tell("\(path) würde geschrieben (\(format))") }
    try OutputFile.write(path) { (sink) throws(Hinweis) in try session.write(document, as: format, to: &sink) }
    session.tell("geschrieben: \(path)")
  }

  /// The declaration with the parameters of one report.
  func declaration(for report: String, _ session: Session) -> Declaration {
    guard let offer = session.offer(report, at: .report) else { return declaration }
    var full = declaration
    full.word = "bericht \(offer.name)"
    full.summary = offer.summary
    full.examples = []
    full.parameters = offer.parameters.map(\.declared) + full.parameters.dropFirst()
    return full
  }
}

extension Manifest.Parameter {
  /// The parameter as a command declares it.
  var declared: Declaration.Parameter {
    let values: Declaration.Values =
      switch type {
      case .date: .day
      case .file: .file
      case .thing(let noun): .thing(noun)
      default: .text
      }
    // One parameter names every kind of unit, whatever the town calls it.
    let synonyms = Fold.key(name) == "fuer" ? ["fachbereich", "amt", "fachdienst"] : []
    return Declaration.Parameter(name: name, kind: .named(values), summary: summary, synonyms: synonyms, isRequired: isRequired)
  }
}

extension Arguments {
  /// Takes the values of declared parameters from a call; a thing that the plan does not have is an error.
  init(_ parameters: [Manifest.Parameter], _ call: Call, _ store: PlanStore) throws(Hinweis) {
    var values: [String: String] = [:]
    for parameter in parameters {
      guard let value = call[parameter.name] else { continue }
      if case .thing(let word) = parameter.type, let noun = try store.noun(word), try store.find(noun, value).isEmpty {
        throw Hinweis("\(noun.singular) \"\(value)\" gibt es in diesem Plan nicht").marked(call.span(parameter.name))
          .didYouMean(value, try store.names(of: noun, atMost: 5000))
      }
      values[parameter.name] = value
    }
    self.init(values)
  }
}

/// A command that a plug-in offers.
struct PluginCommand: ShellCommand {
  let offer: Manifest.Offer
  let takesMoments = true

  var declaration: Declaration {
    Declaration(word: offer.name, summary: offer.summary, parameters: offer.parameters.map(\.declared))
  }

  func run(_ invocation: Invocation) throws(Hinweis) {
    let session = invocation.session
    let call = try declaration.read(invocation.tokens)
    let store = try session.plan()
    let command = try session.host.command(offer.name)
    try session.answer(try command.answer(PlanView(store: store), try Arguments(offer.parameters, call, store)))
  }
}
