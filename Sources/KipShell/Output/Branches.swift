// SPDX-License-Identifier: GPL-3.0-or-later

/// The lines that join the rows of a tree to those above them, row after row from the top.
struct Branches {
  /// For each depth whether more rows follow there.
  private var goesOn: [Bool] = []

  /// What stands before a row, and before the lines below it that belong to it.
  ///
  /// - Parameter isLast: true if no other row of its depth follows below the same one.
  mutating func next(depth: Int, isLast: Bool) -> (row: String, below: String) {
    goesOn = goesOn.prefix(depth) + [!isLast]
    // What stands at the left edge has no branch.
    guard depth > 0 else { return ("", "") }
    let trunk = goesOn.dropFirst().dropLast().map { $0 ? "│  " : "   " }.joined()
    return (trunk + (isLast ? "└─ " : "├─ "), trunk + (isLast ? "   " : "│  "))
  }
}
