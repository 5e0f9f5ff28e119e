// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

extension Session {
  /// Runs a body that only reads: it sees one state of the file, at a moment, and so do plug-ins that it asks.
  func reading(_ moment: Moment, _ body: () throws(Hinweis) -> Void) throws(Hinweis) {
    guard let store else { return try body() }
    try store.reading { () throws(Hinweis) in try store.at(moment, body) }
  }

  /// Says from when the plan has a history, if a moment is before that; true if it is.
  @discardableResult
  func tellBeginning(_ moment: Moment) throws(Hinweis) -> Bool {
    guard let store else { return false }
    if let known = moment.known, let first = try store.beginning(isKnown: true), known < first {
      tell(Hinweis("am \(german(known)) war noch nichts bekannt; die erste Änderung des Plans ist vom \(german(first))").grade(.hinweis))
      return true
    }
    if let day = moment.day, let first = try store.beginning(isKnown: false), day < first {
      tell(Hinweis("für den \(german(day)) sagt der Plan nichts; seine Geschichte beginnt am \(german(first))").grade(.hinweis))
      return true
    }
    return false
  }
}

/// A day as people write it.
func german(_ day: Int) -> String { Datum(day: day)?.description ?? String(day) }
