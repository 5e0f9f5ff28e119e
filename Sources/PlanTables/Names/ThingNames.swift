// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

/// Things of the plan that a column names: one that fits is linked, of several somebody is asked, one that is missing is made.
final class ThingNames {
  private let store: PlanStore
  private let writer: Writer
  private let decisions: NameDecisions
  private let noun: Noun
  private let title: Column?
  private let separator: String
  /// Names of things that this import made.
  private(set) var new: [String] = []

  enum Found {
    case thing(Int, isNew: Bool)
    case unplaced(Hinweis)
  }

  init(_ noun: Noun, separator: String, _ store: PlanStore, _ writer: Writer, _ decisions: NameDecisions) {
    (self.noun, self.separator, self.store, self.writer, self.decisions) = (noun, separator, store, writer, decisions)
    let title = noun.column(noun.title)
    // A measure is more than its name; who names one means one that stands in the catalogue.
    let needsMore =
      noun.columns.contains { $0.isRequired && $0.name != noun.title } || !noun.exactlyOne.isEmpty || noun.table == "massnahme"
    self.title = needsMore ? nil : title
  }

  /// True if what a column names may only come further down in the table.
  var isLate: Bool { noun.table == "massnahme" }

  /// The things that a cell names, one behind the other.
  func read(_ text: String) throws(Hinweis) -> [Found] {
    var found: [Found] = []
    for name in try split(text) { found.append(try find(name)) }
    return found
  }

  func split(_ text: String) throws(Hinweis) -> [String] {
    if !separator.isEmpty { return text.split { separator.contains($0) }.map { NamedActors.clean(String($0)) }.filter { !$0.isEmpty } }
    if try !store.find(noun, text).isEmpty { return [text] }
    // Short names stand one behind the other with commas; in a sentence a comma is only a comma.
    let isShort = text.split(whereSeparator: { ",;\n".contains($0) }).allSatisfy { $0.trimmed.split(separator: " ").count <= 3 }
    return text.split { isShort ? ",;\n".contains($0) : ";\n".contains($0) }.map { NamedActors.clean(String($0)) }.filter { !$0.isEmpty }
  }

  func find(_ name: String) throws(Hinweis) -> Found {
    let ids = try store.find(noun, name)
    if ids.count == 1 { return .thing(ids[0], isNew: false) }
    if ids.count > 1 {
      if case .thing(let id) = try decisions.decide(noun, name, candidates: Array(ids.prefix(9)), canMake: false) {
        return .thing(id, isNew: false)
      }
      return .unplaced(
        Hinweis("\"\(name)\" kann \(ids.count) \(noun.plural) meinen").grade(.warnung).rule("name-mehrdeutig").help(
          "eine Schreibweise festlegen: neu nebenname \"\(name)\" art \(noun.singular) ding \"\(noun.singular) …\""))
    }
    guard let title else {
      return .unplaced(Hinweis("\(noun.singular) \"\(name)\" gibt es im Plan nicht").grade(.warnung).rule("name-unbekannt"))
    }
    let id = try writer.create(noun, [Setting(title, [Operand(name)])])
    new.append(name)
    return .thing(id, isNew: true)
  }
}
