// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit
internal import PlanQuery
public import PlanStore
public import PluginHost
internal import Synchronization

/// A conversation with one plan: inputs come in, answers and messages go out. It knows no terminal.
public final class Session {
  public internal(set) var options: SessionOptions
  public internal(set) var store: PlanStore?
  let host: PluginHost
  var variables: Variables
  var out: any ByteSink
  private let say: (String) -> Void
  /// What the user has set; `einstellungen` shows it.
  var preferences = Preferences()
  /// The terminal that the session speaks to.
  public var terminal = Terminal()
  /// Shows how far long work is; nil off a terminal.
  public var progress: (any ProgressDisplay)?
  /// The moment of which questions are that say none, set with `stand D`.
  var view = Moment()
  /// True while an init file runs, which may only set.
  var isInInitFile = false
  /// True if something failed since `beginne`.
  var hasFailedSinceBegin = false
  /// Why a run that is one transaction can write nothing more.
  var lostRun: Hinweis?
  /// Asks the user something; nil off a terminal.
  public var ask: Ask?
  /// True if this session made the plan's file.
  private var isNew = false
  /// True between `beginne` and `übernimm` or `verwirf`.
  var isInTransaction = false
  /// The exit status that `beende mit N` asked for.
  var requestedStatus: Int32?
  /// The exit status so far: 1 after an error, 3 after `prüfe` found one, 130 after an interruption.
  public internal(set) var status: Int32 = 0
  /// Set by a signal handler: nothing more of the running input is to run.
  let isInterrupted = Atomic(false)
  /// The names that were erased in this session.
  var erasedNames: [ErasedName] = []
  /// Takes an erased name out of what the program keeps outside of the plan.
  public var onErasure: (_ replaced: (String) -> String?) -> Void = { _ in }
  /// Scripts that are running, outermost first, so that none includes itself.
  var scripts: [String] = []
  /// What an error names besides its place: the lines that called the scripts that run, and the rounds of loops, outermost first.
  var frames: [() -> String] = []
  var aliases = Aliases()
  /// What was typed in this session and before.
  public let inputs = TypedInputs()
  /// Plans open beside this session's own.
  let others = OtherPlans()

  /// - Parameters:
  ///   - out: takes answers.
  ///   - say: takes messages, each ended by a line break.
  public init(_ options: SessionOptions, host: PluginHost, out: any ByteSink, say: @escaping (String) -> Void) {
    self.options = options
    self.host = host
    self.out = out
    self.say = say
    variables = Variables(options.variables)
    tellOfPlugins()
  }

  // MARK: Plan

  /// Opens a plan for this session.
  public func open(_ path: String) throws(Hinweis) {
    try use(try PlanStore.open(path, readOnly: options.isReadOnly, say: { [unowned self] in tell($0) }))
  }

  /// Makes a plan and opens it.
  ///
  /// - Parameter variant: the variant whose declarations it begins with; nil for none.
  public func create(_ path: String, variant: String?) throws(Hinweis) {
    var declarations: (Declarations, Variant)?
    // A variant that cannot be read must not leave a file behind.
    if let variant {
      let found = try host.variant(variant)
      declarations = (try VariantParser.parse(found), found)
    }
    let store = try PlanStore.create(at: path, say: { [unowned self] in tell($0) })
    if let (declarations, variant) = declarations {
      do throws(Hinweis) {
        try store.change(change("kip --neu --variante \(declarations.name)")) { (writer) throws(Hinweis) in
          try writer.seed(declarations, lines: variant.lines)
        }
      } catch {
        try store.discard()
        throw error
      }
    }
    isNew = true
    try use(store)
  }

  private func use(_ store: PlanStore) throws(Hinweis) {
    self.store = store
    if options.isDry || options.isAtomic { try store.begin() }
  }

  /// Ends the session: an atomic run is kept or taken back, and the file is closed; false if that failed.
  @discardableResult
  public func close() -> Bool {
    others.closeAll()
    guard let store else { return true }
    var isDone = true
    do throws(Hinweis) {
      if isInTransaction {
        try endTransaction(isKept: false)
        tell("was seit beginne geschah, wurde nicht übernommen: nichts davon ist im Plan")
      }
      if options.isDry || options.isAtomic {
        let isKept = options.isAtomic && !options.isDry && (status == 0 || status == 3)
        try isKept ? store.commit() : store.rollback()
        // A plan that this run made goes with all else that it did.
        if isNew && !isKept { try store.discard() } else { try store.close() }
        if options.isAtomic && !isKept && !options.isDry {
          tell("nichts wurde geändert: der Lauf war unteilbar (--atomar) und hatte einen Fehler")
        }
      } else if isNew && status == 2 {
        // Where the call was wrong nothing ran.
        try store.discard()
      } else {
        try store.close()
      }
    } catch {
      fail(error)
      isDone = false
    }
    self.store = nil
    return isDone
  }

  /// The plan; the error says how to open one.
  func plan() throws(Hinweis) -> PlanStore {
    guard let store else { throw Hinweis("kein Plan geöffnet").help("kip PLAN.kip, oder kip --neu PLAN.kip für einen neuen") }
    return store
  }

  /// What a change made by a command is to be called.
  func change(_ command: String, reason: String? = nil, day: Int? = nil) -> ChangeInfo {
    ChangeInfo(author: options.author, command: command, day: day ?? options.day ?? Datum.today.firstDay, reason: reason)
  }

  // MARK: Running

  /// Says what came up about plug-ins since it was last said.
  private func tellOfPlugins() { for message in host.takeMessages() { tell(message) } }

  /// Runs one statement; its errors have their place.
  func run(_ statement: Statement) throws(Hinweis) {
    let start = ContinuousClock.now
    defer { tellOfPlugins() }
    do throws(Hinweis) {
      try at(statement) { () throws(Hinweis) in
        let typed = try statement.tokens
        let given = try variables.expand(typed)
        if let first = given.first, typed.first?.text != first.text, Commands.named(first.text) != nil {
          throw Hinweis("ein Befehl kommt nicht aus einer Variablen").marked(first.span)
        }
        let tokens = aliases.expand(given)
        guard let first = tokens.first else { return }
        // A plan that cannot be asked now says so itself to who needs it.
        for plan in [store].compactMap(\.self) + others.all.map(\.store) { try? plan.noticeOthers() }
        try Dispatcher(session: self).run(first, tokens[...], statement)
      }
    } catch {
      try endLine(since: start)
      if error.rule == Session.seenEnough { return }
      throw error
    }
    try endLine(since: start)
  }

  /// Says an error and keeps its status.
  func fail(_ error: Hinweis) {
    hasFailedSinceBegin = hasFailedSinceBegin || isInTransaction
    status = error.rule == PlanStore.interrupted ? 130 : max(status == 3 ? 0 : status, 1)
    if !isQuiet(error) { tell(error) }
  }

  /// True for an error that is not said: who reads the answers has read enough.
  public func isQuiet(_ error: Hinweis) -> Bool { error.rule == FileProblem.readerGone }

  /// Keeps that `prüfe` found an error.
  func foundErrors() { if status == 0 { status = 3 } }

  /// True once nothing more is to run: after an error, an interruption or `beende`.
  public var hasEnded: Bool { requestedStatus != nil || status == 130 || status == 2 || (status == 1 && !options.goesOn) }

  // MARK: Answers and messages

  /// Refuses a form of answers that no plug-in writes.
  public func checkFormat() throws(Hinweis) {
    // The usual form needs no plug-in, and so no look at them.
    guard options.format != "tabelle", !answerFormats.contains(where: { Fold.key($0) == Fold.key(options.format) }) else { return }
    throw Hinweis("--format: unbekannt ist \"\(options.format)\"").didYouMean(options.format, answerFormats)
  }

  /// The forms in which answers may be.
  var answerFormats: [String] { ["tabelle"] + host.offers(.format).map(\.offer).filter { !$0.writes.isEmpty }.map(\.name) }

  /// Gives an answer in the session's form.
  func answer(_ document: Document) throws(Hinweis) {
    let holdsTablesOnly = ["csv", "csv-excel", "tsv"].contains(Fold.key(options.format))
    try show(holdsTablesOnly && document.tables.isEmpty ? document.asFacts : document, as: options.format)
  }

  /// True if answers are for people, not for programs.
  var speaksToPeople: Bool { ["tabelle", "markdown", "html"].contains(options.format) }

  /// Gives a document as an answer, in some form.
  func show(_ document: Document, as format: String) throws(Hinweis) {
    if Fold.key(format) == "tabelle" {
      try TextRenderer(width: width, colours: answerColours).write(document, to: &out)
    } else {
      try write(document, as: format, to: &out)
    }
  }

  /// Writes a document into a file, in some form.
  func write(_ document: Document, as format: String, to sink: inout some ByteSink) throws(Hinweis) {
    if Fold.key(format) == "tabelle" {
      try TextRenderer().write(document, to: &sink)
    } else {
      try host.format(format).write(document, to: &sink)
    }
  }

  /// Says something that is no result.
  func tell(_ text: String) { sayBehindAnswers(PlainText.of(text) + "\n") }
  func tell(_ hinweis: Hinweis) { sayBehindAnswers(ErrorText.lines(hinweis, messageColours)) }

  /// On a terminal answers and messages share the window, and must come in their order.
  private func sayBehindAnswers(_ text: String) {
    // What cannot be written is said when the session ends.
    try? (out as? any AnswerSink)?.flush()
    say(text)
  }
}
