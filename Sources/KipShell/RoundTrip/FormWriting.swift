// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery
internal import PlanStore
internal import PlanTables

/// Writes what was taken of a form: values of measures and entries, and one Sachstand for all that a unit reports of a measure.
struct FormWriting {
  let store: PlanStore
  let sent: SentForm
  /// What the unit reported since the form went out.
  let reports: [Int: UnitReport]
  let day: Int

  /// True if the plan says something else now.
  func write(_ cells: [DecidedCell], _ writer: Writer) throws(Hinweis) -> Bool {
    var isChanged = false
    var reported: [Int: [(column: String, operand: Operand?)]] = [:]
    var order: [Int] = []
    for cell in cells {
      guard let text = cell.text else { continue }
      let target = cell.cell.target
      let operand = text.isEmpty ? nil : CellChecking.operand(text, cell.cell.column)
      switch cell.cell.column.target {
      case .report(let name):
        if reported[target.id] == nil { order.append(target.id) }
        reported[target.id, default: []].append((name, operand))
      case .measure(let name): isChanged = try set("maßnahme", target.id, name, operand, writer) || isChanged
      case .line("ziel") where target.noun == "maßnahme": isChanged = try setGoal(target.id, operand, writer) || isChanged
      case .line(let name):
        let column = target.noun == "eintrag" && name == "ziel" ? "zieltext" : name
        isChanged = try set(target.noun, target.id, column, operand, writer) || isChanged
      case .mark(let attribute, let value):
        isChanged = try set("maßnahme", target.id, attribute, Operand(value), writer, operand == nil ? .remove : .add) || isChanged
      case .nowhere, .identity, .form: break
      }
    }
    for measure in order { isChanged = try report(measure, reported[measure] ?? [], cells, writer) || isChanged }
    return isChanged
  }

  private func set(
    _ nounWord: String, _ id: Int, _ column: String, _ operand: Operand?, _ writer: Writer, _ mode: Setting.Mode = .replace
  ) throws(Hinweis) -> Bool {
    guard let noun = try store.noun(nounWord) else { return false }
    return try writer.set(noun, id, [Setting(try store.column(Name(column), of: noun), operand.map { [$0] } ?? [], mode)])
  }

  /// A goal is a thing of its own: one with these words is taken, or made.
  private func setGoal(_ measure: Int, _ text: Operand?, _ writer: Writer) throws(Hinweis) -> Bool {
    guard let text else { return try set("maßnahme", measure, "ziel", nil, writer) }
    guard let noun = try store.noun("ziel"), let column = noun.column("text") else { return false }
    let goal: Int
    if let known = try store.find(noun, text.text).first { goal = known } else { goal = try writer.create(noun, [Setting(column, [text])]) }
    return try set("maßnahme", measure, "ziel", Operand("Nr. \(goal)"), writer)
  }

  /// A report that is already there is corrected; else the unit makes one, with the status that it gives the measure.
  private func report(
    _ measure: Int, _ values: [(column: String, operand: Operand?)], _ cells: [DecidedCell], _ writer: Writer
  ) throws(Hinweis) -> Bool {
    guard let noun = try store.noun("sachstand") else { return false }
    var settings: [Setting] = []
    for (column, operand) in values { settings.append(Setting(try store.column(Name(column), of: noun), operand.map { [$0] } ?? [])) }
    if let known = reports[measure] { return try writer.set(noun, known.id, settings) }
    let status = try PlanView(store: store).value("maßnahmen wo id = \(measure) | zeige status") ?? ""
    var all = [("maßnahme", "Nr. \(measure)"), ("datum", Datum(day: day)?.iso ?? ""), ("gemeldet_von", "Nr. \(sent.actor)")]
    if !status.isEmpty, status != "keine Angabe" { all.append(("status", status)) }
    for (column, text) in all { settings.append(Setting(try store.column(Name(column), of: noun), [Operand(text)])) }
    _ = try writer.create(noun, settings)
    return true
  }

  // MARK: New rows

  /// Makes a measure and its line of the catalogue of a row that somebody added.
  func create(_ row: FormMatch.Row, _ file: ReturnedFile, _ writer: Writer) throws(Hinweis) -> Bool {
    func text(_ key: String) -> String {
      file.base.columns.firstIndex { $0.table.key == key }.flatMap { row.cells[$0] }.map(CellForm.written) ?? ""
    }
    guard let measures = try store.noun("maßnahme"), let entries = try store.noun("eintrag") else { return false }
    func settings(_ noun: Noun, _ values: [(String, String)]) throws(Hinweis) -> [Setting] {
      var settings: [Setting] = []
      for (column, text) in values where !text.isEmpty {
        settings.append(Setting(try store.column(Name(column), of: noun), [Operand(text)]))
      }
      return settings
    }
    let statuses = measures.column("status")?.words ?? []
    let status = statuses.first { Fold.key($0) == Fold.key(text("status")) } ?? ""
    let words = text("text").isEmpty ? "Nr. \(text("nr"))" : text("text")
    let measure = try writer.create(
      measures, try settings(measures, [("text", words), ("status", status), ("klärungsbedarf", text("klärungsbedarf"))]))
    let field = try store.noun("handlungsfeld").map { (noun) throws(Hinweis) in try store.find(noun, text("handlungsfeld")) } ?? []
    _ = try writer.create(
      entries,
      try settings(
        entries,
        [
          ("maßnahme", "Nr. \(measure)"), ("katalog", "Nr. \(sent.catalogue)"), ("nr", CellForm.plain(text("nr"))),
          ("feldangabe", text("handlungsfeld")), ("handlungsfeld", field.count == 1 ? "Nr. \(field[0])" : ""),
          ("bemerkung", text("bemerkung")),
        ]))
    if !text("ziel").isEmpty { _ = try setGoal(measure, Operand(text("ziel")), writer) }
    return true
  }
}
