// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import PlanKit
import PlanQuery

@testable import PlanStore

/// A small plan that has something of everything; nobody writes to it, so that all tests may ask it.
enum SamplePlan {
  static let shared = Result { try Asked(make()) }

  /// Keeps the plan's folder as long as the plan is asked.
  struct Asked: @unchecked Sendable {
    let plan: TemporaryPlan
    let store: PlanStore

    init(_ plan: TemporaryPlan) throws { (self.plan, store) = (plan, try plan.store()) }
  }

  /// The rows that answer a question to the shared plan.
  static func ask(_ question: String) throws -> [[String]] { try with { try $0.ask(question) } }

  /// The first cells of the rows that answer a question.
  static func column(_ question: String) throws -> [String] { try with { try $0.column(question) } }

  /// The table that answers a question.
  static func table(_ question: String) throws -> Table { try with { try $0.rows(query(question)) } }

  /// Lends the shared plan; it answers one question at a time, since a plan is used by one thread.
  static func with<T>(_ body: (PlanStore) throws -> T) throws -> T {
    let asked = try shared.get()
    return try lock.withLock { try body(asked.store) }
  }

  private static let lock = NSLock()

  /// A new plan of this content.
  static func make() throws -> TemporaryPlan {
    let plan = try TemporaryPlan()
    let store = try plan.store()
    try store.write(on: 20230101) { (writer) throws(Hinweis) in try writer.seed(try VariantParser.parse(Variant(variant)), lines: variant) }
    try store.take(lines)
    return plan
  }

  /// A new plan with three fields and three actors, for entries that are one measure.
  static func forPairs() throws -> TemporaryPlan {
    let plan = try TemporaryPlan()
    let variant = """
      variante p 1 P
      merkmal zielgruppe von maßnahme "wem sie gilt" = Kinder; Erwachsene
      neu handlungsfeld Bildung
      neu handlungsfeld IKO
      neu handlungsfeld Steuerung
      neu einheit "FB 50"
      neu einheit "FB 51"
      neu organisation AWO
      """
    try plan.store().write { (writer) throws(Hinweis) in try writer.seed(try VariantParser.parse(Variant(variant)), lines: variant) }
    return plan
  }

  static let variant = """
    variante probe 1 "Gemeinde Probe"
    begriff federführung = Hut
    begriff handlungsfeld = Themenfeld
    merkmal zielgruppe von maßnahme "wem sie gilt" = Allgemein (Kinder; Jugendliche); Institutionen
    neu konzept "Integrationskonzept" kurz K zeitraum 2016
    neu katalog "Beschlossener Katalog" stand 24.04.2017 bearbeitungsstand beschlossen
    neu einheit "FB 50" name "Soziales" gültig_von 2010
    neu einheit "FB 51" name "Kinder, Jugend und Familie" zweitkürzel 0510
    neu einheit "51.3" name "Kindertagesstätten" oberhalb "FB 51" gültig_von 08/2020
    neu einheit "51.31" name "Kita Nord" oberhalb "51.3" gültig_von III/2022
    neu einheit "51.10" name "Jugendamt" oberhalb "FB 51" gültig_von 31.12.2022
    neu einheit "Ref. 0120" name "Referat 0120"
    neu organisation "AWO" bereich Verband
    neu handlungsfeld "Bildung"
    neu handlungsfeld "Frühe Bildung" oberfeld Bildung kurz Früh
    neu handlungsfeld "Interkulturelle Öffnung" kurz IKO
    neu handlungsfeld "Arbeit und Ausbildung"
    schreibweise handlungsfeld "Arbeit und Ausbildung" = Beruf
    """

  static let lines = [
    SampleLine(
      number: "7,0", field: "Bildung", text: "Sprachkurse für Eltern", goal: "Eltern sprechen Deutsch", remark: "S. 9", status: "laufend",
      marks: #"{"zielgruppe":{"Kinder":"x","Jugendliche":"x"}}"#, roles: ["federführung: FB 50", "partner: AWO"]),
    SampleLine(
      number: "28,1", field: "Frühe Bildung", text: "Übergang Kita und Schule", goal: "Kinder sprechen Deutsch", status: "geplant",
      marks: #"{"zielgruppe":{"Kinder":"x"}}"#, roles: ["federführung: 51.3"]),
    SampleLine(
      number: "28,2", field: "IKO", text: "Übergang Kita und Schule", goal: "Kinder sprechen Deutsch", reference: "Frühe Bildung",
      marks: #"{"zielgruppe":{"Allgemein":"x"}}"#, roles: ["federführung: 51.3"]),
    SampleLine(number: "28,10", field: "IKO", text: "100 % Zuschuss"),
    SampleLine(
      number: "30,2", field: "Arbeit und Ausbildung", text: "Praktika", status: "laufend",
      roles: ["federführung: FB 51", "umsetzung: Ref. 0120"]),
    SampleLine(number: "0120", field: "Bildung"),
  ]
}
