// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit
public import PlanStore

/// Lays out the columns of a form: those of the catalogue, then those that are to be filled in.
public struct FormColumns {
  let layout: Layout
  let store: PlanStore
  private let catalogue: [Table.Column]

  /// What a form asks for if nobody says otherwise.
  public static let usual = ["status", "sachstand", "ampel", "nächster_schritt", "hindernis", "ende_geplant", "abschluss", "anmerkung"]
  /// The columns of a Sachstand that can be asked for, with the words for them and what stands over them.
  private static let reports: [(column: String, words: [String], heading: String, width: Int)] = [
    ("text", ["sachstand", "sachstand neu", "sachstand.text"], "Sachstand neu", 44), ("ampel", ["ampel"], "Ampel", 8),
    ("nächster_schritt", ["nächster_schritt", "nächster schritt", "schritt"], "Nächster Schritt", 30),
    ("hindernis", ["hindernis", "hindernisse", "schwierigkeiten"], "Schwierigkeiten", 30),
    ("anmerkung", ["anmerkung", "bemerkung der einheit"], "Anmerkung der Einheit", 30),
  ]
  /// Texts of a line, all of which can be opened.
  private static let texts = ["text", "ziel", "bemerkung", "klärungsbedarf"]
  static let lastReport = "letzter_sachstand"

  public init(_ layout: Layout, _ store: PlanStore) throws(Hinweis) {
    (self.layout, self.store) = (layout, store)
    catalogue = try CatalogueTable.columns(layout, store)
  }

  /// All columns, and the upper header rows.
  ///
  /// - Parameter open: what is to be filled in, as users name it.
  public func form(open: [String]) throws(Hinweis) -> (columns: [FormColumn], groups: [[Table.Group]]) {
    var columns: [FormColumn] = []
    for (number, table) in catalogue.enumerated() { columns.append(column(number, table)) }
    let shown = columns.count
    var asksForReport = false
    for word in open {
      if try openShown(word, &columns, upTo: shown) { continue }
      let added = try self.added(word)
      guard !columns.contains(where: { $0.table.key == added.table.key }) else { continue }
      if case .report = added.target, !asksForReport {
        asksForReport = true
        columns.insert(lastReport, at: columns.firstIndex { if case .report = $0.target { true } else { false } } ?? columns.count)
      }
      columns.append(added)
    }
    for (heading, target) in [(CatalogueTable.identity, FormColumn.Target.identity), (FormColumn.formHeading, .form)] {
      var table = Table.Column(heading, heading, .label)
      table.isHidden = true
      columns.append(FormColumn(table, target, .label))
    }
    return (columns, CatalogueTable.groups(layout, behind: columns.count - shown))
  }

  // MARK: Columns of the catalogue

  private func column(_ number: Int, _ table: Table.Column) -> FormColumn {
    let target = layout.columns[number].target
    var table = table
    let kind: CellForm.Kind
    let goesTo: FormColumn.Target
    switch target {
    case .field("nr"): (goesTo, kind, table.key) = (.nowhere, .label, "nr")
    case .field(let name) where FormColumns.texts.contains(name):
      (goesTo, kind, table.key) = (.line(name), name == "klärungsbedarf" ? .mark : .text, name)
      table.width = name == "klärungsbedarf" ? 14 : 40
    case .field("handlungsfeld"): (goesTo, kind, table.key) = (.nowhere, .text, "handlungsfeld")
    case .field(let name):
      let column = Kernel.noun("maßnahme")?.column(name)
      (goesTo, kind, table.key) = (column?.source == .stored ? .measure(name) : .nowhere, FormColumns.kind(column), name)
    case .attribute(let name, let value?):
      (goesTo, kind, table.key) = (.mark(name, value: value), .mark, "\(name) = \(value)")
      table.width = 6
    default:
      // Roles and marks with codes are read by rules of their own; a form only shows them.
      (goesTo, kind, table.key) = (.nowhere, .text, "spalte \(number + 1)")
      table.width = 8
    }
    return FormColumn(table, goesTo, kind)
  }

  /// Opens the columns of the catalogue that a word means; false if it means none.
  private func openShown(_ word: String, _ columns: inout [FormColumn], upTo count: Int) throws(Hinweis) -> Bool {
    let key = Fold.key(word)
    let name = try store.noun("maßnahme").flatMap { (noun) throws(Hinweis) in try store.columnIfAny(word, of: noun)?.name }
    var meant: [Int] = []
    for index in 0..<count {
      let names =
        switch layout.columns[index].target {
        case .field(let field): [field]
        case .attribute(let attribute, let value): [attribute, "\(attribute) = \(value ?? "")"]
        case .role(let role, _): [role]
        default: [String]()
        }
      let heading = Fold.key(columns[index].table.heading)
      if names.contains(where: { Fold.key($0) == key || $0 == name }) || !heading.isEmpty && heading == key { meant.append(index) }
    }
    let openable = meant.filter { columns[$0].target != .nowhere }
    guard meant.isEmpty || !openable.isEmpty else {
      throw Hinweis("die Spalte \"\(word)\" kann in einem Bogen nicht offen sein").help(
        "Nummern, Felder und Rollen ändert die Koordination selbst; offen sein können Texte, Status, Kreuze und die Felder der Maßnahme")
    }
    for index in openable {
      columns[index].isOpen = true
      columns[index].table.isLocked = false
      columns[index].table.choices = try choices(columns[index].target)
    }
    return !meant.isEmpty
  }

  // MARK: Columns behind it

  private func added(_ word: String) throws(Hinweis) -> FormColumn {
    let key = Fold.key(word)
    if let report = FormColumns.reports.first(where: { $0.words.contains { Fold.key($0) == key } }) {
      var table = Table.Column("sachstand.\(report.column)", report.heading)
      table.width = report.width
      table.choices = try choices(.report(report.column))
      return FormColumn(table, .report(report.column), table.choices.isEmpty ? .text : .word(table.choices), isOpen: true)
    }
    guard let noun = try store.noun("maßnahme"), let column = try store.columnIfAny(word, of: noun), column.source == .stored else {
      let known =
        FormColumns.reports.map { $0.words[0] } + (Kernel.noun("maßnahme")?.columns.filter { $0.source == .stored }.map(\.name) ?? [])
      throw Hinweis("eine Spalte \"\(word)\" kann ein Bogen nicht haben").didYouMean(word, known)
    }
    if case .thing = column.kind { throw Hinweis("\(column.name) nennt ein anderes Ding und kann in einem Bogen nicht offen sein") }
    var table = Table.Column(
      column.name, try store.term(column.name) ?? column.heading, [.day, .date].contains(column.kind) ? .date : .text)
    table.choices = column.words
    table.width = column.words.isEmpty ? [.day, .date].contains(column.kind) ? 14 : 30 : 16
    return FormColumn(table, .measure(column.name), FormColumns.kind(column), isOpen: true)
  }

  /// What was reported last stands before what is to be reported now.
  private var lastReport: FormColumn {
    var table = Table.Column(FormColumns.lastReport, "Letzter Sachstand")
    table.width = 36
    return FormColumn(table, .nowhere, .text)
  }

  private func choices(_ target: FormColumn.Target) throws(Hinweis) -> [String] {
    switch target {
    case .measure(let name): try store.noun("maßnahme")?.column(name)?.words ?? []
    case .report(let name): try store.noun("sachstand")?.column(name)?.words ?? []
    case .mark: ["x"]
    default: []
    }
  }

  static func kind(_ column: Column?) -> CellForm.Kind {
    guard let column else { return .text }
    if !column.words.isEmpty { return .word(column.words) }
    switch column.kind {
    case .label: return .label
    case .number, .decimal: return .number
    case .amount: return .amount
    case .day, .date: return .date
    case .flag: return .flag
    default: return .text
    }
  }
}
