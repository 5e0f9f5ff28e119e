// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

// What a plug-in offers, as the host hands it out: each call into the plug-in is marked as its work.

struct MarkedFormat: Format {
  let base: any Format
  let work: Work

  func read(_ source: any ByteSource) throws(Hinweis) -> Document {
    try work.run { () throws(Hinweis) in try base.read(source) }.marked(work, outside: work.host)
  }

  func write(_ document: Document, to sink: inout some ByteSink) throws(Hinweis) {
    try work.run { () throws(Hinweis) in try base.write(document.marked(work.host, outside: work), to: &sink) }
  }
}

struct MarkedReport: Report {
  let base: any Report
  let work: Work

  func document(_ plan: any Plan, _ arguments: Arguments) throws(Hinweis) -> Document {
    try work.run { () throws(Hinweis) in try base.document(MarkedPlan(base: plan, work: work), arguments) }.marked(work, outside: work.host)
  }
}

struct MarkedCommand: Command {
  let base: any Command
  let work: Work

  func answer(_ plan: any Plan, _ arguments: Arguments) throws(Hinweis) -> Document {
    try work.run { () throws(Hinweis) in try base.answer(MarkedPlan(base: plan, work: work), arguments) }.marked(work, outside: work.host)
  }
}

struct MarkedAnalysis: Analysis {
  let base: any Analysis
  let work: Work

  func findings(_ plan: any Plan) throws(Hinweis) -> [Hinweis] {
    try work.run { () throws(Hinweis) in try base.findings(MarkedPlan(base: plan, work: work)) }
  }
}

/// The plan as a plug-in gets it: what it asks is the host's work.
struct MarkedPlan: Plan {
  let base: any Plan
  let work: Work

  func rows(_ query: Query) throws(Hinweis) -> Table { try table { () throws(Hinweis) in try base.rows(query) } }
  func rows(_ text: String) throws(Hinweis) -> Table { try table { () throws(Hinweis) in try base.rows(text) } }
  func catalogue(_ name: String?) throws(Hinweis) -> Table { try table { () throws(Hinweis) in try base.catalogue(name) } }
  func noun(_ word: String) throws(Hinweis) -> Noun { try work.host.run { () throws(Hinweis) in try base.noun(word) } }
  func term(_ kernel: String) -> String { base.term(kernel) }

  private func table(_ body: () throws(Hinweis) -> Table) throws(Hinweis) -> Table {
    try work.host.run(body).marked(work.host, outside: work)
  }
}
