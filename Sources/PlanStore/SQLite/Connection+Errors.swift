// SPDX-License-Identifier: GPL-3.0-or-later
internal import CSQLite
internal import PlanKit

extension Connection {
  /// Throws what a code of SQLite means, unless all is well.
  func check(_ code: Int32) throws(Hinweis) {
    guard code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE else { return }
    throw Connection.explain(sqlite3_extended_errcode(handle), String(cString: sqlite3_errmsg(handle)), path: path, waiting)
  }

  func failure(_ code: Int32) -> Hinweis { Connection.explain(code, nil, path: path, waiting) }

  /// What an error of the database means to the user. It never quotes values: they may be personal data.
  static func explain(_ code: Int32, _ message: String?, path: String, _ waiting: Waiting) -> Hinweis {
    let text: String
    var help: String?
    switch code & 0xFF {
    case SQLITE_FULL:
      text = "der Datenträger ist voll; nichts wurde geändert"
      help = "Platz schaffen und den Befehl wiederholen"
    case SQLITE_BUSY where waiting.wasStopped: return interruption
    case SQLITE_BUSY, SQLITE_LOCKED: return waiting.problem.at(Place(file: path))
    case SQLITE_READONLY, SQLITE_PERM: text = "der Plan darf nur gelesen werden"
    case SQLITE_CANTOPEN:
      text = "die Datei lässt sich nicht öffnen"
      help = "Pfad und Rechte prüfen; einen neuen Plan macht kip --neu PLAN.kip"
    case SQLITE_NOTADB: text = "die Datei ist kein Plan von kip"
    case SQLITE_CORRUPT:
      text = "die Datei ist beschädigt"
      help = "eine Sicherung verwenden"
    case SQLITE_INTERRUPT: return interruption
    case SQLITE_IOERR: text = "der Datenträger meldet einen Fehler"
    default: return Refusal.explained(message ?? String(cString: sqlite3_errstr(code)))
    }
    return Hinweis(text).at(Place(file: path)).help(help)
  }

  static var interruption: Hinweis { Hinweis("abgebrochen; nichts wurde geändert").rule(PlanStore.interrupted) }
}
