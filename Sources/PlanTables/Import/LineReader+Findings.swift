// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// What is said of the cells of lines.
extension Hinweis {
  static let ignored = Hinweis("das Layout lässt diese Spalte aus").grade(.hinweis).rule("spalte-ausgelassen")
  static let lessSpecific = Hinweis("in dieser Rolle nennt die Zeile auch eine Stelle darunter; nur diese gilt").grade(.hinweis)
    .rule("rolle-genauer")
  static let labelFromAbove = Hinweis("Handlungsfeld leer; es gilt das der Zeile darüber").grade(.hinweis).rule("feld-von-oben")
  static let goesOn = Hinweis("die Zeile setzt die darüber fort").grade(.hinweis).rule("zeile-fortgesetzt")
  static let several = Hinweis("die Zelle enthält mehrere Maßnahmen; jede ist ein Eintrag").grade(.hinweis).rule("mehrere-in-zelle")
  static let noIdentity = Hinweis("in der Spalte kip-id steht keine Kennung").grade(.warnung).rule("kennung-unbekannt")
  static let alreadySaid = Hinweis("die Zeile setzt die darüber fort, und diese sagt es schon").grade(.hinweis).rule("zeile-fortgesetzt")

  static func cut(_ sign: String) -> Hinweis {
    Hinweis("der Text ist vermutlich abgeschnitten: er \(sign)").grade(.warnung).rule("abgeschnitten").help(
      "in der Vorlage nachsehen und ergänzen")
  }

  static func otherNumber(_ asRead: String, _ number: String) -> Hinweis {
    Hinweis("Nummer \"\(asRead)\" gelesen als \(number)").grade(.hinweis).rule("nummer-gelesen")
  }

  static func colour(_ status: String) -> Hinweis {
    Hinweis("Status \(status) aus der Farbe der Zelle").grade(.hinweis).rule("status-aus-farbe")
  }

  static func otherColour(_ colour: String, _ said: String) -> Hinweis {
    Hinweis("die Farbe der Zelle sagt \(colour), die Spalte \(said); es gilt die Spalte").grade(.warnung).rule("status-widerspricht")
  }

  static func noPeriod(_ text: String) -> Hinweis {
    Hinweis("\"\(text)\" ist keine Zeit von bis").grade(.warnung).rule("wert-unlesbar").help("im Plan nachtragen")
  }
}
