// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import PlanKit

/// Copies of a plan that are whole plans themselves.
enum Backup {
  /// Writes the plan as it is now into a file beside its place, checks it, and puts it there.
  static func write(_ connection: Connection, to path: String) throws(Hinweis) {
    let unfinished = "\(path).kip-\(getpid())"
    do throws(Hinweis) {
      let copy = try Connection(path: unfinished, access: .create)
      do throws(Hinweis) {
        try connection.reading { () throws(Hinweis) in try connection.copy(to: copy) }
        // A copy that lies still needs no log beside it, and so can be read where nothing can be written.
        try copy.execute("PRAGMA journal_mode = DELETE")
        try check(copy)
      } catch {
        try? copy.close()
        throw error
      }
      try copy.close()
      try FileSystem.move(unfinished, to: path)
    } catch {
      FileSystem.remove(unfinished)
      throw error.at(error.place?.file == unfinished ? Place(file: path) : error.place)
    }
  }

  /// Throws unless the file is a whole plan of a version that this kip knows.
  @discardableResult
  static func check(_ connection: Connection) throws(Hinweis) -> Int {
    let version = try Migration.knownVersion(connection)
    guard try connection.value("PRAGMA integrity_check")?.text == "ok", try connection.value("PRAGMA foreign_key_check") == nil else {
      throw Hinweis("die Datei ist beschädigt").at(Place(file: connection.path)).help("eine andere Sicherung verwenden")
    }
    return version
  }
}
