// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

/// Turns a query with a picture into the chart that is drawn: it asks for what the picture needs and puts the columns into its order.
struct PictureQuery {
  let store: PlanStore
  let query: Query
  let picture: Picture

  /// - Returns: nil for a query without a picture.
  init?(_ store: PlanStore, _ query: Query) {
    guard let picture = query.picture else { return nil }
    self.store = store
    self.query = query
    self.picture = picture
  }

  func chart() throws(Hinweis) -> Chart {
    switch picture.kind {
    case .balken: Chart(.balken, try bars())
    case .linie: Chart(.linie, try line())
    case .matrix: Chart(.matrix, try matrix())
    case .baum: Chart(.baum, try tree())
    case .zeitstrahl: Chart(.zeitstrahl, try timeline())
    @unknown default: throw Hinweis("dieses Bild kann dieses kip nicht zeichnen").marked(picture.span)
    }
  }

  /// The noun of the things that the query asks for.
  func noun() throws(Hinweis) -> Noun { try store.theNoun(query.noun) }

  /// The query without its picture and with more steps.
  func asked(_ steps: Step...) -> Query {
    var asked = query
    asked.picture = nil
    asked.steps += steps
    return asked
  }

  /// True once the rows are no things any more.
  var isGrouped: Bool { !query.findsThings }

  /// True where a step says what to show.
  var isShown: Bool { query.steps.contains { if case .show = $0 { true } else { false } } }

  var isCrossed: Bool { query.steps.contains { if case .cross = $0 { true } else { false } } }

  /// The error for rows that the picture cannot be drawn from.
  func wrong(_ text: String, _ help: String) -> Hinweis { Hinweis(text).marked(picture.span).help(help) }

  /// A picture of things must have things.
  func requireThings() throws(Hinweis) {
    guard isGrouped else { return }
    throw wrong(
      "\(picture.kind.rawValue) zeichnet Dinge; hier ist schon gruppiert", "etwa: \(query.noun.text) | \(picture.kind.rawValue)")
  }
}
