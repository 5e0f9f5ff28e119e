// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

/// Who changes the plan, why, and for which day the change speaks.
public struct ChangeInfo: Sendable {
  public var author: String
  /// The command that makes it, as it was typed.
  public var command: String
  public var reason: String?
  /// The day that it speaks of, such as 20170424.
  public var day: Int

  public init(author: String, command: String, day: Int, reason: String? = nil) {
    self.author = author
    self.command = command
    self.day = day
    self.reason = reason
  }
}

/// A change that is being made.
final class Change {
  let id: Int
  let day: Int
  /// The next id that a new thing gets.
  var nextID: Int
  /// True if it turned out that there is nothing to change: then nothing is kept, not even that it was tried.
  var isVoid = false

  init(id: Int, day: Int, nextID: Int) {
    self.id = id
    self.day = day
    self.nextID = nextID
  }

  func newID() -> Int {
    defer { nextID += 1 }
    return nextID
  }
}

extension PlanStore {
  /// Makes one change: all writes of the body are kept together, or none.
  ///
  /// A change inside a change is part of it.
  public func change<T>(_ info: ChangeInfo, _ body: (Writer) throws(Hinweis) -> T) throws(Hinweis) -> T {
    try checkWritable()
    if let openChange { return try body(Writer(self, openChange)) }
    defer {
      openChange = nil
      forgetDescriptions()
    }
    try connection.execute(Migration.memoryToWrite)
    try connection.begin()
    do {
      let id = try connection.value("SELECT coalesce(max(id), 0) + 1 FROM aenderung")?.integer ?? 1
      let next = try connection.value("SELECT naechste FROM zaehler")?.integer ?? 1
      try connection.run(
        "INSERT INTO aenderung (id, zeit, stand, wer, befehl, weil, erste) VALUES (?, strftime('%Y-%m-%d %H:%M:%f', 'now'), ?, ?, ?, ?, ?)",
        [.integer(id), .integer(info.day), .text(info.author), .text(info.command), Value(info.reason), .integer(next)])
      try connection.run("INSERT INTO offen VALUES (?, ?)", [.integer(id), .integer(info.day)])
      let change = Change(id: id, day: info.day, nextID: next)
      openChange = change
      let result = try body(Writer(self, change))
      if change.isVoid {
        try connection.rollback()
      } else {
        try connection.run("UPDATE zaehler SET naechste = ?", [.integer(change.nextID)])
        try connection.run("UPDATE aenderung SET naechste = ? WHERE id = ?", [.integer(change.nextID), .integer(id)])
        try connection.run("DELETE FROM offen")
        try connection.commit()
      }
      return result
    } catch {
      try? connection.rollback()
      throw error
    }
  }

  /// The number of changes made so far; unchanged means that nothing was written.
  public func lastChange() throws(Hinweis) -> Int {
    try connection.value("SELECT coalesce(max(id), 0) FROM aenderung")?.integer ?? 0
  }
}
