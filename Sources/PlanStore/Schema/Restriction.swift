// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

extension Noun.Restriction {
  /// The restriction as a condition; its words are the description's own, never a user's.
  ///
  /// - Parameter alias: the name of the table with a point behind it; nothing where there is only one.
  func sql(_ alias: String = "") -> String {
    "\(alias)\(Fold.key(column)) IN (\(words.map { "'\($0)'" }.joined(separator: ", ")))"
  }
}
