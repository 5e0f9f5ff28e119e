// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
public import PlanKit

extension PlanStore {
  /// Writes a copy of the plan as it is now; the plan remembers where, so that what is erased from it can be looked for there.
  ///
  /// - Returns: false if the plan cannot remember it, which makes the copy no worse.
  @discardableResult
  public func backUp(to path: String) throws(Hinweis) -> Bool {
    try Backup.write(connection, to: path)
    return remember(backup: path)
  }

  /// The files to which backups were written, wherever they are now.
  func backups() throws(Hinweis) -> [String] {
    var paths: [String] = []
    try connection.each("SELECT pfad FROM sicherung ORDER BY zeit, pfad") { (row) throws(Hinweis) in
      paths.append(row.text(0))
      return .more
    }
    return paths
  }

  fileprivate func remember(backup path: String) -> Bool {
    guard !isReadOnly else { return false }
    let sql = "INSERT OR REPLACE INTO sicherung VALUES (?, strftime('%Y-%m-%d %H:%M:%S', 'now'))"
    let whole = FileSystem.whole(path)
    let done: Void? = try? connection.transaction { () throws(Hinweis) in _ = try connection.run(sql, [.text(whole)]) }
    return done != nil
  }

  /// The time of this moment as file names hold it: `2025-06-30-1415`.
  public func moment(seconds: Bool = false) throws(Hinweis) -> String {
    try connection.value("SELECT strftime('%Y-%m-%d-%H%M\(seconds ? "%S" : "")', 'now', 'localtime')")?.text ?? ""
  }

  /// Reads a backup and says how it differs from this plan; nothing is changed yet.
  public func restoration(from path: String) throws(Hinweis) -> Restoration { try Restoration(of: self, from: path) }
}

/// A backup that is about to take the place of what a plan holds.
public final class Restoration {
  /// How many changes only the plan has, only the backup has, and both have.
  public private(set) var lost = 0
  public private(set) var gained = 0
  public private(set) var common = 0
  /// When the last change of the backup was made, in UTC; empty if it has none.
  public private(set) var last = ""
  /// How many times since the backup a name was erased, which comes back with it.
  public private(set) var erasures = 0
  private let store: PlanStore
  /// A copy of the backup, which is checked and brought up to date without touching the backup itself.
  private let copy: Connection

  fileprivate init(of store: PlanStore, from path: String) throws(Hinweis) {
    try store.checkWritable()
    guard !store.connection.isInTransaction else {
      throw Hinweis("ein ganzer Plan lässt sich nicht in einem offenen Vorgang ersetzen").help(
        "ohne beginne, --atomar und --trocken aufrufen")
    }
    guard FileSystem.exists(path) else {
      throw Hinweis("diese Sicherung gibt es nicht").at(Place(file: path)).help("Pfad und Schreibweise prüfen")
    }
    self.store = store
    let unfinished = "\(store.path).kip-\(getpid())"
    do throws(Hinweis) {
      let source = try Connection(path: path, access: .read)
      do throws(Hinweis) {
        try Backup.check(source)
        try Backup.write(source, to: unfinished)
        try source.close()
      } catch {
        try? source.close()
        throw error
      }
      // This opens it as a plan, so that an older one is brought up to date.
      try PlanStore.open(unfinished, readOnly: false, isOnNetwork: true, say: { _ in }).close()
      copy = try Connection(path: unfinished, access: .read)
    } catch {
      Restoration.remove(unfinished)
      throw error.at(error.place?.file == unfinished ? Place(file: path) : error.place)
    }
    try compare()
  }

  deinit {
    try? copy.close()
    Restoration.remove(copy.path)
  }

  private static func remove(_ unfinished: String) {
    for path in [unfinished, "\(unfinished).vor-schema-\(Migration.version)"] { FileSystem.remove(path) }
  }

  private func compare() throws(Hinweis) {
    let (mine, theirs) = (try changes(store.connection), try changes(copy))
    lost = mine.subtracting(theirs).count
    gained = theirs.subtracting(mine).count
    common = mine.count - lost
    let erasures = "SELECT count(*) FROM aenderung WHERE befehl = '\(Erasure.command)'"
    self.erasures = max(0, (try store.connection.value(erasures)?.integer ?? 0) - (try copy.value(erasures)?.integer ?? 0))
    last = try copy.value("SELECT zeit FROM aenderung ORDER BY id DESC LIMIT 1")?.text ?? ""
  }

  /// What tells one change from another, in every copy of the plan.
  private func changes(_ connection: Connection) throws(Hinweis) -> Set<String> {
    var changes: Set<String> = []
    try connection.each("SELECT id || ' ' || zeit || ' ' || wer FROM aenderung") { (row) throws(Hinweis) in
      changes.insert(row.text(0))
      return .more
    }
    return changes
  }

  /// Puts the backup in place of what the plan holds, in one transaction, after a backup of that.
  ///
  /// - Returns: the path of that backup, and false if the plan cannot remember where its backups are.
  public func run() throws(Hinweis) -> (saved: String, isRemembered: Bool) {
    let path = store.path.hasSuffix(".kip") ? String(store.path.dropLast(4)) : store.path
    let saved = "\(path).vor-rücksicherung-\(try store.moment(seconds: true)).kip"
    try Backup.write(store.connection, to: saved)
    let remembered = try store.backups()
    try copy.copy(to: store.connection)
    store.forgetDescriptions()
    // The backup knows nothing of those made after it.
    var isRemembered = true
    for path in remembered + [saved] where !store.remember(backup: path) { isRemembered = false }
    return (saved, isRemembered)
  }
}
