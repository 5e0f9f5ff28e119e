// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore
internal import PlanTables

/// A returned file, the form that it is, and that form as it went out.
struct ReturnedFile {
  var name: String
  var format: String
  var digest: String
  var sent: SentForm
  /// The change that the file was made by.
  var change: Int
  var base: Form
  var match: FormMatch
  /// Sachstände that were known then.
  var known: Set<Int>
}

/// Finds out which form a file is; refuses what is none, or one of another plan.
struct ReturnReader {
  let store: PlanStore

  func read(_ document: Document, file: String, format: String, digest: String, named: SentForm?) throws(Hinweis) -> ReturnedFile {
    var returned = try ReturnedForm(document)
    let identity = try store.identity()
    if let plan = returned.stamp.plan, plan != identity {
      throw Hinweis("der Bogen gehört zu einem anderen Plan").at(Place(file: file)).help("den Plan öffnen, aus dem er verschickt wurde")
    }
    guard returned.stamp.forms.count < 2 else {
      throw Hinweis("die Datei enthält mehrere Bögen: Nr. \(returned.stamp.forms.sorted().map(String.init).joined(separator: ", "))")
        .at(Place(file: file)).help("jeden Bogen als eigene Datei einlesen")
    }
    let sent = try form(returned.stamp, file, named)
    let created = try sending(of: sent.id, isFirst: true)
    let change = returned.stamp.change ?? created
    guard change <= (try store.lastChange()), change >= created else {
      throw Hinweis("der Bogen ist aus einem Stand, den dieser Plan nicht hat (Änderung \(change))").at(Place(file: file)).help(
        "nach einer Rücksicherung gehören ältere Bögen nicht mehr zum Plan: neu verschicken, oder die spätere Sicherung öffnen")
    }
    let expected = try sent.maker(store).columns.map(\.table.heading)
    if returned.sheets.isEmpty { returned = try ReturnedForm(document, expecting: expected) }
    guard !returned.sheets.isEmpty else {
      throw Hinweis("die Tabelle des Bogens ist nicht zu finden").at(Place(file: file)).help(
        "die Zeile mit den Spaltenüberschriften muss stehen bleiben")
    }
    let sheets = returned
    return try store.at(Moment(change: change)) { () throws(Hinweis) in
      // Sent once more it has the lines of that day.
      let then = try SentForm.all(store, where: "id = \(sent.id)").first ?? sent
      let base = try then.maker(store).form(try then.entries(store))
      return ReturnedFile(
        name: file, format: format, digest: digest, sent: sent, change: change, base: base, match: FormMatch(sheets, base, file: file),
        known: try sent.known(store))
    }
  }

  /// What there is to say of a form that came back before, or went out again.
  func notes(_ file: ReturnedFile) throws(Hinweis) -> [Hinweis] {
    var notes: [Hinweis] = []
    let place = Place(file: file.name)
    func day(_ text: String) -> String { Datum(text)?.description ?? text }
    if !file.sent.back.isEmpty {
      let isSame = file.sent.digest == file.digest
      notes.append(
        Hinweis(
          "\(file.sent.title) kam schon am \(day(file.sent.back)) zurück\(isSame ? ", mit genau dieser Datei" : "; dies ist eine andere Datei")"
        )
        .grade(.hinweis).rule("bogen-zweimal").at(place))
    }
    if try sending(of: file.sent.id, isFirst: false) > file.change {
      notes.append(
        Hinweis("der Bogen wurde später noch einmal verschickt; dies ist die ältere Ausgabe").grade(.warnung).rule("bogen-älter").at(place)
          .help("verglichen wird mit dem Stand, den die ältere Ausgabe zeigte"))
    }
    let newer = try SentForm.all(
      store, where: "akteur.id = \(file.sent.actor) und katalog.id = \(file.sent.catalogue) und id > \(file.sent.id)")
    if let newer = newer.last {
      notes.append(
        Hinweis("es gibt einen neueren Bogen: \(newer.title) (Nr. \(newer.id))").grade(.warnung).rule("bogen-älter").at(place))
    }
    return notes
  }

  private func form(_ stamp: FormStamp, _ file: String, _ named: SentForm?) throws(Hinweis) -> SentForm {
    if let id = stamp.forms.first {
      guard let sent = try SentForm.all(store, where: "id = \(id)").first else {
        throw Hinweis("den Bogen Nr. \(id) gibt es in diesem Plan nicht").at(Place(file: file)).help(
          "wurde sein Versand rückgängig gemacht? verschickt sind: rückmeldungen")
      }
      if let named, named.id != id {
        throw Hinweis("die Datei ist der Bogen Nr. \(id), nicht Nr. \(named.id)").at(Place(file: file))
      }
      return sent
    }
    if let named { return named }
    // Without its hidden columns a file may still have its name.
    let key = Fold.key(file)
    let fitting = try SentForm.all(store, where: "zurück leer").filter { sent in
      let name = SentForm.fileName(sent.actorName)
      guard let range = key.firstRange(of: name) else { return false }
      return range.upperBound == key.endIndex || !(key[range.upperBound].isLetter || key[range.upperBound].isNumber)
    }
    // Of `…-fb-51` and `…-fb-51-3` the longer one is meant.
    let longest = fitting.map { SentForm.fileName($0.actorName).count }.max()
    guard let sent = fitting.last(where: { SentForm.fileName($0.actorName).count == longest }) else {
      throw Hinweis("die Datei sagt nicht, welcher Bogen sie ist").at(Place(file: file)).help(
        "ihre verborgenen Spalten fehlen; den Bogen nennen: rücklauf DATEI bogen \"Nr. …\" (rückmeldungen | zeige id, formular)")
    }
    return sent
  }

  /// The change that sent a form, the first or the last time.
  private func sending(of id: Int, isFirst: Bool) throws(Hinweis) -> Int {
    guard let noun = Kernel.noun("rückmeldung") else { return 0 }
    let events = try store.history(noun, id)
    let first = events.first?.change ?? 0
    if isFirst { return first }
    return events.last { ["versandt", "erinnert"].contains($0.fact.column) }.map { max($0.change, first) } ?? first
  }
}
