// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// Makes a plan's file and brings older ones up to date.
enum Migration {
  /// "kipp": tells a plan from other SQLite files.
  private static let applicationID = 0x6B69_7070
  /// The statements that lead from each version of the schema to the next; a plan of version n has run the first n.
  private static let steps: [@Sendable () -> [String]] = [{ Schema.statements }]

  static func create(_ connection: Connection) throws(Hinweis) {
    // Nobody else reads a file that is just being made: without a log its pages are written once.
    try connection.execute("PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; \(memory)")
    try connection.transaction { () throws(Hinweis) in
      for statement in steps.flatMap({ $0() }) { try connection.execute(statement) }
      try connection.execute("PRAGMA application_id = \(applicationID); PRAGMA user_version = \(steps.count)")
    }
  }

  /// Checks that the file is a plan that this kip can read, and migrates it if it is older.
  static func check(_ connection: Connection, readOnly: Bool) throws(Hinweis) {
    let place = Place(file: connection.path)
    let id = try connection.value("PRAGMA application_id")?.integer ?? 0
    let version = try connection.value("PRAGMA user_version")?.integer ?? 0
    guard id == applicationID else {
      throw Hinweis("die Datei ist kein Plan von kip").at(place).help("einen neuen Plan macht kip --neu PLAN.kip")
    }
    guard version <= steps.count else {
      throw Hinweis("der Plan ist von einem neueren kip (Schema \(version), dieses kennt \(steps.count))").at(place).help("kip erneuern")
    }
    if readOnly { return }
    try setJournal(connection)
    guard version < steps.count else { return }
    try connection.transaction { () throws(Hinweis) in
      for statement in steps[version...].flatMap({ $0() }) { try connection.execute(statement) }
      try connection.execute("PRAGMA user_version = \(steps.count)")
    }
  }

  /// The cache has 16 MB, however large the plan; what sorting needs beyond it goes to files, so that memory does not grow with the plan.
  private static let memory = "PRAGMA cache_size = -16000"

  private static func setJournal(_ connection: Connection) throws(Hinweis) {
    let mode = FileSystem.isOnNetwork(connection.path) ? "DELETE" : "WAL"
    try connection.execute("PRAGMA journal_mode = \(mode); PRAGMA synchronous = \(mode == "WAL" ? "NORMAL" : "FULL"); \(memory)")
  }
}
