// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

/// Reads who is named in the column of a role: crosses for the column's own actor, units, organisations, persons.
struct RoleReader: CellReader {
  let number: Int
  let column: Layout.Column
  let role: String
  /// The actor whom a plain cross means, as the layout calls it; nil where the cells say who.
  let named: String?
  let actors: ActorNames

  func read(_ text: String) throws(Hinweis) -> MarkMeaning {
    let meaning = MarkMeaning()
    let cross = Cross(text)
    if Denial.isNoMark(text) {
      meaning.unplaced = Hinweis("\"\(text)\" gilt als kein Kreuz").grade(.hinweis).rule("kein-kreuz")
    } else if let named {
      try readColumn(text, named, cross, meaning)
    } else {
      try readNames(text, meaning)
    }
    if meaning.roles.isEmpty, meaning.unplaced == nil {
      meaning.unplaced = Hinweis("\"\(text)\" nennt niemanden").grade(.warnung).rule("marke-unbekannt")
    }
    return meaning
  }

  private func add(_ actor: Int, _ asRead: String?, to meaning: MarkMeaning, as other: String? = nil, isConditional: Bool = false) {
    meaning.roles.append(.init(other ?? role, actor: actor, asRead: asRead, column: number, isConditional: isConditional))
  }

  // MARK: Columns of one actor

  private func readColumn(_ text: String, _ named: String, _ cross: Cross, _ meaning: MarkMeaning) throws(Hinweis) {
    var actor = actors.find(named)
    if actor == nil { actor = try own(named, meaning) }
    if cross.isCross {
      if let actor {
        add(actor, cross.isBracketed ? "(x)" : nil, to: meaning, isConditional: cross.isBracketed)
      } else {
        meaning.unplaced = Hinweis("die Einheit \"\(named)\", die diese Spalte meint, gibt es im Plan nicht").grade(.warnung)
          .rule("einheit-unbekannt").help("die Einheit anlegen und noch einmal einlesen")
      }
      return
    }
    for part in text.split(whereSeparator: { ",;/".contains($0) }).map({ NamedActors.clean(String($0)) }) where !part.isEmpty {
      if let known = actors.find(part) {
        add(known, part, to: meaning)
        if let actor, let own = UnitCode(column.heading), UnitCode(part) != nil, known != actor, !actors.isAbove(actor, known),
          own.kind == "fb"
        {
          meaning.notes.append(
            Hinweis("\"\(part)\" steht in der Spalte \(column.heading), gehört aber nicht dazu").grade(.hinweis).rule("einheit-fremd"))
        }
      } else if let actor, UnitCode(part) != nil {
        // Units are never invented: the role stays with the column's own until somebody makes the unit.
        if let made = try actors.ask(part) {
          add(made, part, to: meaning)
          continue
        }
        add(actor, part, to: meaning)
        meaning.notes.append(
          Hinweis("die Einheit \"\(part)\" gibt es im Plan nicht; die Rolle steht bei \(column.heading)").grade(.warnung).rule(
            "einheit-unbekannt"
          )
          .help("die Einheit anlegen und noch einmal einlesen"))
      } else if let actor, PersonName.isPerson(part) || UnitCode(column.heading) != nil {
        add(actor, part, to: meaning)
        meaning.notes.append(
          Hinweis("unerwartete Angabe in der Spalte \(column.heading); sie bleibt beim Akteur der Spalte stehen").grade(.hinweis).rule(
            "angabe-unerwartet"))
      } else {
        try addNew(part, meaning)
      }
    }
  }

  /// The actor of the column, whom the plan does not have yet: an organisation is made, a unit only if somebody says so.
  private func own(_ named: String, _ meaning: MarkMeaning) throws(Hinweis) -> Int? {
    if UnitCode(named) != nil { return try actors.ask(named) }
    let (id, nearest) = try actors.make(named)
    meaning.firstNotes.append(.newActor(named, nearest))
    return id
  }

  // MARK: Columns of names

  private func readNames(_ text: String, _ meaning: MarkMeaning) throws(Hinweis) {
    guard !Denial.isNothing(text), !Cross(text).isCross else { return }
    var lost: [String] = []
    for part in NamedActors(text, separator: column.separator, isKnown: { !actors.candidates($0).isEmpty }).parts {
      switch part {
      case .unit(let code):
        if let unit = try one(code, meaning) { add(unit, code, to: meaning) } else { lost.append(code) }
      case .person(let name):
        let bare = PersonName.bare(name)
        let (id, isNew) = try actors.person(bare)
        add(id, name, to: meaning, as: "ansprechpartner")
        if isNew { meaning.firstNotes.append(.newPerson(bare)) }
      case .every(let kind):
        let units = actors.units(ofKind: kind)
        for unit in units { add(unit, text, to: meaning) }
        if units.isEmpty { lost.append(text) }
      case .name(let name):
        let known = actors.candidates(name)
        if known.count == 1 {
          add(known[0], name, to: meaning)
        } else if known.isEmpty, !RoleReader.isUnitName(name) {
          try addNew(name, meaning)
        } else if let actor = try one(name, meaning) {
          add(actor, name, to: meaning)
        } else {
          lost.append(name)
        }
      }
    }
    guard !lost.isEmpty else { return }
    let names = lost.map(Hinweis.quoted).joined(separator: ", ")
    let finding = Hinweis("\(names): diese Einheit gibt es im Plan nicht oder nicht eindeutig").grade(.warnung).rule("einheit-unbekannt")
      .help("die Einheit anlegen oder ihr die Schreibweise geben, und noch einmal einlesen")
    // A cell of which a part found its place is placed; the rest is said.
    if meaning.roles.isEmpty { meaning.unplaced = finding } else { meaning.notes.append(finding) }
  }

  /// The one unit or actor of a name, asked for where there are none or several.
  private func one(_ name: String, _ meaning: MarkMeaning) throws(Hinweis) -> Int? {
    if let found = actors.find(name) { return found }
    // "FB 51/50" may mean the unit 50 of any kind.
    if let code = UnitCode(name), actors.candidates(name).isEmpty, let found = actors.find(code.number) { return found }
    return try actors.ask(name)
  }

  /// True if a name is that of a unit, which is never invented: `Fachdienst Integration`, `Jugendamt`.
  static func isUnitName(_ name: String) -> Bool {
    let first = Fold.key(String(name.prefix { !$0.isWhitespace }))
    let kinds = [
      "fachbereich", "fachdienst", "referat", "abteilung", "sachgebiet", "stabsstelle", "dezernat", "amt", "fb", "fd", "ref.", "abt.",
    ]
    return kinds.contains(first) || first.hasSuffix("amt") && first.count > 5 && !first.contains("-")
  }

  private func addNew(_ name: String, _ meaning: MarkMeaning) throws(Hinweis) {
    let (id, nearest) = try actors.make(name)
    add(id, name, to: meaning)
    meaning.firstNotes.append(.newActor(name, nearest))
  }
}

extension Hinweis {
  fileprivate static func newActor(_ name: String, _ nearest: [String]) -> Hinweis {
    let like = nearest.isEmpty ? nil : "ähnlich heißt " + nearest.map(Hinweis.quoted).joined(separator: ", ")
    return Hinweis("neuer Akteur \"\(name)\", ungeprüft").grade(.hinweis).rule("akteur-neu").help(like)
  }

  fileprivate static func newPerson(_ name: String) -> Hinweis {
    Hinweis("\"\(name)\" ist eine Person; sie ist Ansprechpartner, ungeprüft").grade(.hinweis).rule("person-neu")
  }
}
