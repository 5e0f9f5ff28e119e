// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

/// A Fassung, and the moment that shows the plan as it is in it.
public struct Edition: Sendable {
  /// The id of the Fassung; nil for the plan of now.
  public var id: Int?
  public var name: String
  /// What it keeps: a day and the last change that belongs to it; now, as long as it is open.
  public var moment: Moment
  public var isLocked: Bool
}

extension PlanStore {
  /// The Fassung that a word names; `heute` is the plan as it is.
  public func edition(_ name: Operand) throws(Hinweis) -> Edition {
    if Fold.key(name.text) == "heute" { return Edition(id: nil, name: "heute", moment: Moment(), isLocked: false) }
    guard let noun = try noun("fassung") else { throw Hinweis("dieses kip kennt keine Fassungen") }
    let id = try theOne(noun, name)
    var edition = Edition(id: id, name: name.text, moment: Moment(), isLocked: false)
    try connection.each("SELECT name, stichtag, aenderung FROM fassung WHERE id = ? AND gesperrt_am IS NOT NULL", [.integer(id)]) {
      (row) throws(Hinweis) in
      edition.name = row.text(0)
      edition.moment = Moment(day: row.value(1).integer, change: row.value(2).integer)
      edition.isLocked = true
      return .enough
    }
    return edition
  }

  /// The last Fassung that was closed, and the one that is open; nil where there is none, or more than one.
  public func editionsInWork() throws(Hinweis) -> (old: Int?, new: Int?) {
    let old = try connection.value("SELECT id FROM fassung WHERE gesperrt_am IS NOT NULL ORDER BY aenderung DESC LIMIT 1")?.integer
    let new = try connection.value("SELECT CASE count(*) WHEN 1 THEN min(id) END FROM fassung WHERE gesperrt_am IS NULL")?.integer
    return (old, new)
  }
}

extension Writer {
  /// Closes a Fassung: it keeps what holds on a day, as the plan says now.
  public func lock(_ edition: Edition, on day: Int, today: Int) throws(Hinweis) {
    guard let id = edition.id else {
      throw Hinweis("der Plan von heute ist keine Fassung").help("anlegen: neu fassung \"…\" in konzept \"…\"")
    }
    guard !edition.isLocked else {
      throw Hinweis("die Fassung \"\(edition.name)\" ist schon gesperrt").help(
        "die nächste anlegen: neu fassung \"…\" vorgänger \"\(edition.name)\"")
    }
    try update(
      "fassung", id, ["stichtag": .integer(day), "aenderung": .integer(change.id), "gesperrt_am": .integer(today)])
  }
}
