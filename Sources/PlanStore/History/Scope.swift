// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

/// Which rows the tables of a question hold; nothing said is all of now.
struct Scope: Hashable, Sendable {
  /// The last change that counts; set where the state is not that of now.
  var change: Int?
  /// The day for which the plan is read.
  var day: Int?
  /// The day on which what has dates of its own must be valid.
  var valid: Int?

  static let now = Scope()
  var isNow: Bool { self == .now }

  /// The moment that is this state whatever is changed later.
  var moment: Moment { Moment(day: day, valid: valid, change: change) }
}

extension PlanStore {
  /// Runs a body that reads the plan as it was at a moment; what the moment leaves open is as it is around.
  public func at<T>(_ moment: Moment, _ body: () throws(Hinweis) -> T) throws(Hinweis) -> T {
    let (outer, outerScope) = (self.moment, scope)
    let inner = moment.filled(from: outer)
    if inner != outer {
      scope = try resolve(inner)
      self.moment = inner
    }
    defer { (self.moment, scope) = (outer, outerScope) }
    return try body()
  }

  /// Runs a body that reads the plan as it was at a moment, whatever is said around.
  func at<T>(exactly moment: Moment, _ body: () throws(Hinweis) -> T) throws(Hinweis) -> T {
    let (outer, outerScope) = (self.moment, scope)
    defer { (self.moment, scope) = (outer, outerScope) }
    (self.moment, scope) = (moment, try resolve(moment))
    return try body()
  }

  /// Changes whenever SQL that named the tables of a state must be made anew.
  func generation() throws(Hinweis) -> [Int] { [states.generation, try lastChange()] }

  /// Runs a body that sees one state of the file, whatever others write meanwhile.
  public func reading<T>(_ body: () throws(Hinweis) -> T) throws(Hinweis) -> T {
    do {
      return try connection.reading(body)
    } catch {
      // What was interrupted may have been rolled back, and with it the tables of states.
      states.forget()
      throw error
    }
  }

  /// The name under which SQL finds a table in the current scope.
  ///
  /// - Parameter column: the column, as SQL calls it, by which its things are looked up one by one.
  func name(_ table: String, by column: String? = nil) throws(Hinweis) -> String {
    // A view for `sql` may have the same name; it is never what is meant here.
    guard !scope.isNow, let noun = Schema.tables.first(where: { $0.table == table }) else {
      return Views.names.contains(table) ? "main.\(table)" : table
    }
    var name = table
    if let change = scope.change { name = noun.hasHistory ? try state(of: noun, by: column, change) : known(noun, change) }
    guard let valid = scope.valid, noun.column("gültig_von") != nil, noun.column("gültig_bis") != nil else { return name }
    return """
      (SELECT * FROM \(name) WHERE (gueltig_von IS NULL OR kip_first_day(gueltig_von) <= \(valid)) \
      AND (gueltig_bis IS NULL OR kip_day(gueltig_bis) >= \(valid)))
      """
  }

  private func resolve(_ moment: Moment) throws(Hinweis) -> Scope {
    guard !moment.isNow else { return .now }
    let last = try lastChange()
    var change = moment.change.map { min($0, last) } ?? last
    if let known = moment.known { change = min(change, try self.change(by: known)) }
    return Scope(change: moment.day != nil || change < last ? change : nil, day: moment.day, valid: moment.valid)
  }

  /// The last change made up to the end of a day; 0 if there was none yet.
  func change(by day: Int) throws(Hinweis) -> Int {
    try connection.value("SELECT max(id) FROM aenderung WHERE \(PlanStore.localDay("zeit")) <= ?", [.integer(day)])?.integer ?? 0
  }

  /// SQL for the local day of a moment, such as 20240831.
  static func localDay(_ value: String) -> String { "CAST(strftime('%Y%m%d', \(value), 'localtime') AS INTEGER)" }

  /// The day before which the plan says nothing; nil if it has no history yet.
  ///
  /// - Parameter isKnown: true for the day of the first change, false for the first day of which a change speaks.
  public func beginning(isKnown: Bool) throws(Hinweis) -> Int? {
    try connection.value("SELECT min(\(isKnown ? PlanStore.localDay("zeit") : "stand")) FROM aenderung")?.integer
  }

  /// A table with the rows of a moment.
  private func state(of noun: Noun, by column: String?, _ change: Int) throws(Hinweis) -> String {
    var scope = Scope(change: change, day: noun.isTimeless ? nil : scope.day)
    if scope.day == nil, try lastChange() == change { return noun.table }
    scope.change = change
    return try states.table(noun, by: column, scope, connection)
  }

  /// What the plan keeps about itself, as far as it was known.
  private func known(_ noun: Noun, _ change: Int) -> String {
    if noun.table == "aenderung" { return "(SELECT * FROM aenderung WHERE id <= \(change))" }
    let changes = Schema.stored(noun).filter { $0.kind == .thing("änderungen") }.map { (name: Schema.name($0), isRequired: $0.isRequired) }
    guard let made = changes.first(where: \.isRequired)?.name else { return noun.table }
    // What a later change set aside was still there.
    let columns = Schema.names(noun).map { name in
      changes.contains { $0.name == name && !$0.isRequired } ? "CASE WHEN \(name) <= \(change) THEN \(name) END AS \(name)" : name
    }
    return "(SELECT \(columns.joined(separator: ", ")) FROM \(noun.table) WHERE \(made) <= \(change))"
  }
}
