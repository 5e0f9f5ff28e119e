// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

extension Query {
  /// True if its rows are things, which have an id; after a grouping, a total, a pivot, or rows made one, they are none any more.
  var findsThings: Bool {
    steps.allSatisfy { step in
      switch step {
      case .filter, .show, .sort, .first, .last: true
      default: false
      }
    }
  }
}

extension Step {
  /// `zeige` with columns by their names.
  static func show(_ names: [String]) -> Step { .show(names.map { Shown(Path(typed: $0)) }) }
}

extension Path {
  /// A path of its text: `ziel.id`.
  init(typed text: String) { self.init(text.split(separator: ".").map { Name(String($0)) }) }
}
