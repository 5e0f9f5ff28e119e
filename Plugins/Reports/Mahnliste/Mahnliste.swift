// SPDX-License-Identifier: Apache-2.0
import PlanKit

private let manifest = """
  kip-plugin 1
  id: mahnliste
  version: 1.0.0
  licence: Apache-2.0
  summary: wer einen Rückmeldebogen nach der Frist noch nicht zurückgegeben hat
  report mahnliste: Bögen, deren Frist vorbei ist, mit Tagen und Ansprechpartner; dahinter, was noch Zeit hat oder zu übernehmen ist
    tag date: der Tag, an dem gezählt wird; sonst heute
    für akteur: nur die Bögen dieser Einheit und aller darunter
  """

@c(kip_Mahnliste)
public func register(_ registry: UnsafeMutableRawPointer) {
  Registry.at(registry).manifest(manifest).offer("mahnliste", Mahnliste())
}

struct Mahnliste: Report {
  func document(_ plan: any Plan, _ arguments: Arguments) throws(Hinweis) -> Document {
    guard let day = Datum(words: arguments["tag"] ?? "heute") else {
      throw Hinweis("\"\(arguments["tag"] ?? "")\" ist kein Tag").help("ein Tag steht so: 15.03.2025")
    }
    let unit = arguments["für"].map { " und akteur unter \"\($0.filter { $0 != "\"" })\"" } ?? ""
    let forms = try plan.all(
      "rückmeldungen wo übernommen leer\(unit) | zeige id, formular, akteur, akteur.id, versandt, frist, zurück, erinnert | sortiere akteur, versandt"
    )
    let out = forms.filter { $0["zurück"].isEmpty }
    let overdue = out.compactMap { Overdue($0, on: day) }.sorted { ($1.days, $0.form["akteur"]) < ($0.days, $1.form["akteur"]) }
    let late = Set(overdue.map { $0.form["id"] })
    let waiting = out.filter { !late.contains($0["id"]) }
    let untaken = forms.filter { !$0["zurück"].isEmpty }

    var document = Document("Mahnliste")
    document.subtitle = try plan.value("kommunen | zeige name")
    document.properties = [.init("Stand", day.description), .init("Verwendung", "intern; nennt Stellen und ihre Erreichbarkeit")]
    document.blocks = [.heading(1, "Frist vorbei (\(overdue.count))")]
    if overdue.isEmpty {
      document.blocks.append(.text("Kein Bogen ist über seiner Frist."))
    } else {
      var rows: [[String]] = []
      for one in overdue { rows.append(one.cells + [try contact(plan, one.form["akteur.id"])]) }
      document.blocks.append(.table(Table("Frist vorbei", columns: Overdue.columns, rows: TextRows(rows))))
    }
    document.blocks += list("Noch Zeit", waiting) { form in
      "\(form["formular"]): " + (Datum(form["frist"]).map { "bis \($0)" } ?? "ohne Frist")
    }
    document.blocks += list("Zurück, aber noch nicht ganz übernommen", untaken) { form in
      "\(form["formular"]): zurück am \(Datum(form["zurück"])?.description ?? form["zurück"])"
    }
    return document
  }

  private func list(_ title: String, _ forms: [Row], _ text: (Row) -> String) -> [Block] {
    forms.isEmpty ? [] : [.heading(1, "\(title) (\(forms.count))"), .list(forms.map { [Run(text($0))] })]
  }

  /// The function in the unit that can be asked, and how the unit is reached.
  private func contact(_ plan: any Plan, _ actor: String) throws(Hinweis) -> String {
    guard let unit = try plan.all("akteure wo id = \(actor) | zeige telefon, email").first else { return "" }
    let function = try plan.all("funktionen wo oberhalb.id = \(actor) | zeige name, telefon, email | erste 1").first
    let ways = [function?["telefon"] ?? "", function?["email"] ?? ""].filter { !$0.isEmpty }
    let own = [unit["telefon"], unit["email"]].filter { !$0.isEmpty }
    return ([function?["name"] ?? ""].filter { !$0.isEmpty } + (ways.isEmpty ? own : ways)).joined(separator: ", ")
  }
}

/// A form whose Frist is over.
private struct Overdue {
  let form: Row
  /// How many days ago its Frist ended.
  let days: Int

  /// Nil if it has no Frist, or that is not over yet: what is due "03/2025" has time until the end of the month.
  init?(_ form: Row, on day: Datum) {
    guard let deadline = Datum(form["frist"]), deadline.lastDay < day.firstDay else { return nil }
    (self.form, days) = (form, day.julianDay - deadline.julianDay)
  }

  static let columns = [
    Table.Column("akteur", "Einheit"), Table.Column("formular", "Bogen"), Table.Column("versandt", "Versandt", .date),
    Table.Column("frist", "Frist", .date), Table.Column("tage", "Tage überfällig", .number),
    Table.Column("erinnert", "Erinnert", .date), Table.Column("ansprechpartner", "Ansprechpartner"),
  ]

  var cells: [String] { [form["akteur"], form["formular"], form["versandt"], form["frist"], String(days), form["erinnert"]] }
}
