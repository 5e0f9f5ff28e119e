// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery
internal import PlanStore
internal import PlanTables

/// Who gets a form.
extension FormExport {
  func first(_ catalogue: (id: Int, name: String), _ layout: Layout, on day: Int) throws(Hinweis) -> [Outgoing] {
    let roles = try self.roles()
    let open = call["offen"].map(FormExport.list) ?? FormColumns.usual
    let maker: FormMaker
    do throws(Hinweis) { maker = try FormMaker(store, layout, catalogue: catalogue.id, open: open) } catch {
      throw call.span("offen").map { error.marked($0) } ?? error
    }
    var split = FormSplit.topUnits
    var wanted: [Int] = []
    for name in call.operands("für") {
      guard let noun = try store.noun("akteur") else { break }
      wanted.append(try store.theOne(noun, name))
    }
    switch Fold.key(call["je"] ?? "einheit") {
    case "einheit": split = .topUnits
    case "stelle": split = .everyUnit
    case "traeger": split = .everyActor
    default:
      throw Hinweis("je kann nicht \"\(call["je"] ?? "")\" sein").marked(call.span("je")).help("möglich sind einheit, stelle und träger")
    }
    if !wanted.isEmpty { split = .actors(wanted) }
    let withBelow = split == .topUnits || !wanted.isEmpty
    let units = try FormUnits(store, catalogue: catalogue.id, roles: roles, on: day).units(split, withBelow: withBelow)
    guard !units.isEmpty else {
      throw Hinweis("niemand bekäme einen Bogen: im Katalog hat keine dieser Stellen die Rolle \(roles.joined(separator: " oder "))").help(
        "wer welche hat, zeigt: zuständigkeiten | gruppiere akteur, rolle: anzahl")
    }
    try tellOfOthers(units, catalogue)
    return units.map { Outgoing(unit: $0, maker: maker, file: "") }
  }

  /// The forms that did not come back yet, as they would be today.
  func outstanding(_ catalogue: Int, on day: Int) throws(Hinweis) -> [Outgoing] {
    var wanted: Set<Int> = []
    for name in call.operands("für") {
      guard let noun = try store.noun("akteur") else { break }
      wanted.insert(try store.theOne(noun, name))
    }
    var forms: [Outgoing] = []
    for sent in try SentForm.all(store, where: "katalog.id = \(catalogue) und zurück leer").reversed() {
      guard wanted.isEmpty || wanted.contains(sent.actor), !forms.contains(where: { $0.unit.id == sent.actor }) else { continue }
      var now = sent
      now.day = day
      guard let unit = try now.unit(store) else { continue }
      forms.append(Outgoing(unit: unit, maker: try sent.maker(store), file: "", again: sent))
    }
    guard !forms.isEmpty else { throw Hinweis("kein Bogen steht aus").help("welche es gibt, zeigt: rückmeldungen") }
    return forms.reversed()
  }

  func roles() throws(Hinweis) -> [String] {
    let known = Kernel.noun("zuständigkeit")?.column("rolle")?.words ?? []
    var roles: [String] = []
    for name in call.operands("rolle") {
      let noun = Kernel.noun("maßnahme")
      let column = try noun.flatMap { (noun) throws(Hinweis) in try store.columnIfAny(name.text, of: noun)?.name }
      guard let role = known.first(where: { Fold.key($0) == Fold.key(column ?? name.text) }) else {
        throw Hinweis("eine Rolle \"\(name.text)\" gibt es nicht").marked(name.span).didYouMean(name.text, known)
      }
      roles.append(role)
    }
    return roles.isEmpty ? ["federführung", "umsetzung"] : roles
  }

  /// What a coordinator would miss: measures in nobody's form, and forms of the same units that are still out.
  private func tellOfOthers(_ units: [FormUnit], _ catalogue: (id: Int, name: String)) throws(Hinweis) {
    let all = try PlanView(store: store).value("einträge wo katalog.id = \(catalogue.id) | anzahl").flatMap { Int($0) } ?? 0
    let left = all - Set(units.flatMap(\.entries)).count
    if left > 0, call.operands("für").isEmpty {
      session.tell(
        Hinweis("\(left) von \(all) Einträgen des Katalogs stehen in keinem Bogen").grade(.hinweis).help(
          "wen sie angehen, zeigt: maßnahmen | zeige nr, zuständige; mit rolle … oder je träger kommen mehr dazu"))
    }
    let ids = units.map { String($0.id) }.joined(separator: "; ")
    let open = try SentForm.all(store, where: "katalog.id = \(catalogue.id) und zurück leer und akteur.id in (\(ids))")
    if !open.isEmpty {
      session.tell(
        Hinweis("noch unbeantwortet: \(open.map { "\($0.title) (Nr. \($0.id))" }.joined(separator: ", "))").grade(.warnung).help(
          "dieselben Bögen noch einmal schickt: exportiere rückmeldebogen erneut nach …"))
    }
  }
}
