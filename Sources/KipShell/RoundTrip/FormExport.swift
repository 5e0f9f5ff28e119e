// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import PlanKit
internal import PlanQuery
internal import PlanStore
internal import PlanTables

/// `exportiere rückmeldebogen`: a file for each unit, to be filled in and returned; all of it one change.
struct FormExport {
  static let declaration = Declaration(
    word: "exportiere rückmeldebogen",
    summary: "schreibt für jede Einheit einen Bogen mit ihren Maßnahmen zum Ausfüllen und merkt sich, wer wann einen bekam",
    parameters: [
      .init(
        name: "je", kind: .named(.words(["einheit", "stelle", "träger"])),
        summary:
          "für wen: einheit ist jede Einheit oben im Baum mit allem darunter, stelle jede mit eigener Rolle, träger auch jeder Verein; sonst einheit"
      ),
      .init(
        name: "für", kind: .named(.thing("akteur")), summary: "nur für diese Einheit, mit allem darunter; mehrfach möglich",
        synonyms: ["fachbereich", "amt", "fachdienst"]),
      .init(name: "nach", kind: .named(.file), summary: "der Ordner, in den die Dateien kommen", isRequired: true),
      .init(name: "frist", kind: .named(.day), summary: "bis wann die Bögen zurück sein sollen"),
      .init(name: "katalog", kind: .named(.thing("katalog")), summary: "welcher Katalog, wenn der Plan mehrere hat"),
      .init(name: "als", kind: .named(.offer(.format)), summary: "Format der Dateien: xlsx, ods oder csv-excel; sonst xlsx"),
      .init(
        name: "offen", kind: .named(.text),
        summary: "was auszufüllen ist, mit Komma dazwischen; sonst \(FormColumns.usual.joined(separator: ", "))"),
      .init(
        name: "rolle", kind: .named(.text),
        summary: "Rolle, wegen der eine Maßnahme im Bogen steht; mehrfach möglich, sonst federführung und umsetzung"),
      .init(name: "rückfragen", kind: .named(.text), summary: "wen man fragen kann; sonst, wer für das Konzept zuständig ist"),
      .init(
        name: "erneut", kind: .flag, summary: "nur für die, deren Bogen noch aussteht, mit dem heutigen Stand; vermerkt die Erinnerung"),
      .init(name: "ersetzen", kind: .flag, summary: "Dateien, die es schon gibt, ohne Rückfrage ersetzen"),
    ] + Declaration.reasons,
    examples: ["exportiere rückmeldebogen je einheit nach boegen/ frist 15.03.2025"])

  /// One file to write.
  struct Outgoing {
    var unit: FormUnit
    var maker: FormMaker
    var file: String
    /// The form that goes out once more.
    var again: SentForm?
  }

  let session: Session
  let store: PlanStore
  let call: Call

  static func run(_ invocation: Invocation, _ tokens: ArraySlice<Token>) throws(Hinweis) {
    let call = try declaration.read(tokens)
    let session = invocation.session
    let export = FormExport(session: session, store: try session.plan(), call: call)
    try export.store.checkWritable()
    export.store.clearInterruption()
    try export.run(try session.info(invocation, call))
  }

  private func run(_ info: ChangeInfo) throws(Hinweis) {
    var folder = call["nach"] ?? "."
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    let format = call["als"] ?? "xlsx"
    let ending = try ending(format)
    let deadline = try call.operand("frist").map { (operand) throws(Hinweis) -> Datum in
      guard let date = Datum(words: operand.text) else {
        throw Hinweis("\"\(operand.text)\" ist kein Datum").marked(operand.span).help("Daten stehen so: 15.03.2025")
      }
      return date
    }
    let (catalogue, layout) = try PlanView(store: store).catalogueAndLayout(call["katalog"])
    var forms = call.flags.contains("erneut") ? try outstanding(catalogue.id, on: info.day) : try first(catalogue, layout, on: info.day)
    var names: Set<String> = []
    for index in forms.indices {
      var name = SentForm.fileName(forms[index].unit.name)
      if !names.insert(name).inserted { name += "-\(forms[index].unit.id)" }
      forms[index].file = "\(folder)/\(name).\(ending)"
    }
    try makeFolder(folder, replacing: forms.map(\.file))
    try write(forms, catalogue, format, deadline, info)
  }

  // MARK: Files

  private func ending(_ format: String) throws(Hinweis) -> String {
    guard let offer = session.offer(format, at: .format), let ending = offer.writes.first else {
      let known = session.host.offers(.format).map(\.offer).filter { !$0.writes.isEmpty }.map(\.name)
      throw Hinweis("ein Format \"\(format)\" kann kein Plug-in schreiben").marked(call.span("als")).didYouMean(format, known).help(
        "als csv-excel geht immer")
    }
    return ending
  }

  private func makeFolder(_ folder: String, replacing files: [String]) throws(Hinweis) {
    var info = stat()
    if stat(folder, &info) != 0 {
      guard !session.options.isDry else { return }
      guard mkdir(folder, 0o777) == 0 else { throw FileProblem.writing(folder) }
      return
    }
    guard info.st_mode & S_IFMT == S_IFDIR else { throw Hinweis("das ist kein Ordner").at(Place(file: folder)).marked(call.span("nach")) }
    let known = files.filter { access($0, F_OK) == 0 }
    guard !known.isEmpty, !call.flags.contains("ersetzen"), !session.options.isDry else { return }
    let names = known.prefix(3).joined(separator: ", ") + (known.count > 3 ? " und \(known.count - 3) weitere" : "")
    do throws(Hinweis) { try session.confirm("diese Dateien gibt es schon und würden ersetzt: \(names)") } catch {
      throw error.help("einen anderen Ordner nennen, oder ersetzen anhängen")
    }
  }

  private func write(
    _ forms: [Outgoing], _ catalogue: (id: Int, name: String), _ format: String, _ deadline: Datum?, _ info: ChangeInfo
  ) throws(Hinweis) {
    var rows: [[String]] = []
    var written: [String] = []
    let plan = try store.identity()
    let paper = FormPaper(store: store, catalogue: catalogue.name, deadline: deadline, day: info.day, contact: call["rückfragen"])
    let number: Int
    do throws(Hinweis) {
      number = try session.change(info, call) { (writer) throws(Hinweis) in
        for form in forms {
          let id = try remember(form, catalogue.id, deadline, info.day, writer)
          let stamp = FormStamp.text(form: id, change: writer.number, plan: plan)
          var document = try paper.document(form.unit, try form.maker.form(form.unit.entries, stamp: stamp), id)
          document.properties += [
            .init(FormStamp.planProperty, plan), .init(FormStamp.changeProperty, String(writer.number)),
            .init(FormStamp.formProperty, String(id)),
          ]
          rows.append([
            form.file.split(separator: "/").last.map(String.init) ?? form.file, form.unit.name, String(form.unit.entries.count), String(id),
          ])
          if session.options.isDry { continue }
          try OutputFile.write(form.file) { (sink) throws(Hinweis) in try session.write(document, as: format, to: &sink) }
          written.append(form.file)
        }
        return writer.number
      }
    } catch {
      // A form that the plan does not know would be refused when it comes back.
      for file in written { unlink(file) }
      throw error
    }
    let columns = [
      Table.Column("datei", "Datei"), Table.Column("fuer", "Für"), Table.Column("zeilen", "Zeilen", .number),
      Table.Column("bogen", "Bogen", .label),
    ]
    try session.answer(Table("", columns: columns, rows: TextRows(rows)))
    let count = forms.count == 1 ? "1 Bogen" : "\(forms.count) Bögen"
    session.tell(
      session.options.isDry
        ? "\(count) würden nach \(call["nach"] ?? "") geschrieben (\(format))"
        : "\(count) nach \(call["nach"] ?? "") geschrieben (Änderung \(number)); was zurückkommt, liest: rücklauf DATEIEN; wer säumig ist, zeigt: bericht mahnliste"
    )
  }

  /// Keeps in the plan that the form goes out; its number.
  private func remember(
    _ form: Outgoing, _ catalogue: Int, _ deadline: Datum?, _ day: Int, _ writer: Writer
  ) throws(Hinweis) -> Int {
    guard let noun = Kernel.noun("rückmeldung") else { return 0 }
    let today = Datum(day: day)?.iso ?? ""
    func setting(_ column: String, _ text: String) throws(Hinweis) -> Setting {
      Setting(try store.column(Name(column), of: noun), text.isEmpty ? [] : [Operand(text)])
    }
    if let again = form.again {
      var settings = [try setting("erinnert", today)]
      if let deadline { settings.append(try setting("frist", deadline.iso)) }
      try writer.set(noun, again.id, settings)
      return again.id
    }
    let values = [
      ("formular", "Rückmeldebogen \(form.unit.name) vom \(Datum(day: day)?.description ?? "")"), ("akteur", "Nr. \(form.unit.id)"),
      ("versandt", today), ("frist", deadline?.iso ?? ""), ("katalog", "Nr. \(catalogue)"), ("rollen", try roles().joined(separator: ", ")),
      ("darunter", Fold.key(call["je"] ?? "einheit") == "einheit" || !call.operands("für").isEmpty ? "ja" : "nein"),
      ("offen", (call["offen"].map(FormExport.list) ?? FormColumns.usual).joined(separator: ", ")),
    ]
    var settings: [Setting] = []
    for (column, text) in values { settings.append(try setting(column, text)) }
    return try writer.create(noun, settings)
  }

  /// The words of a list as users type it.
  static func list(_ text: String) -> [String] {
    text.split { $0 == "," || $0 == ";" }.map { CellForm.plain(String($0)) }.filter { !$0.isEmpty }
  }
}
