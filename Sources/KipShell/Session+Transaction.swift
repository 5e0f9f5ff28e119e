// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

extension Session {
  /// Opens a transaction, which `endTransaction` or the end of the session closes.
  func beginTransaction() throws(Hinweis) {
    let store = try plan()
    guard !isInTransaction else { throw Hinweis("beginne gilt schon").help("übernimm behält alles seitdem, verwirf nimmt es zurück") }
    guard !store.isReadOnly else { throw Hinweis("der Plan ist nur zum Lesen geöffnet").at(Place(file: store.path)) }
    try store.begin()
    hasFailedSinceBegin = false
    isInTransaction = true
  }

  /// Tells of a transaction that an interruption or a full disk has taken back; a run that is one transaction writes nothing more.
  func noticeLostTransaction() {
    guard let store, store.forgetLostTransaction() else { return }
    if isInTransaction {
      isInTransaction = false
      tell(Hinweis("alles seit beginne ist zurückgenommen, nicht nur diese Zeile").grade(.warnung).help("mit beginne neu anfangen"))
    } else {
      lostRun = Hinweis("der Lauf ist schon zurückgenommen; nichts wird mehr geändert")
      refuseWrites()
    }
  }

  func endTransaction(isKept: Bool) throws(Hinweis) {
    let store = try plan()
    guard isInTransaction else {
      throw Hinweis("es ist nichts offen").help("beginne eröffnet, was übernimm behält und verwirf zurücknimmt")
    }
    isInTransaction = false
    if isKept { try store.commit() } else { try store.rollback() }
  }
}
