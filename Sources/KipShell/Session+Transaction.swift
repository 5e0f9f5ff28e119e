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
    isInTransaction = true
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

extension Session {
  /// Goes on only if the user says yes; `--ja` does, and without a terminal nobody can.
  func confirm(_ what: String) throws(Hinweis) {
    if options.saysYes { return }
    throw Hinweis("\(what): das braucht eine Antwort, und niemand ist da").help("mit --ja aufrufen")
  }
}
