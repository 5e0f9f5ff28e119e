// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

extension ArraySlice<Token> {
  /// Takes a word from the front; false if something else stands there. The word is given as it folds.
  mutating func takeWord(_ word: String) -> Bool {
    guard let first, first.kind == .word, Fold.key(first.text) == word else { return false }
    removeFirst()
    return true
  }

  /// Takes a sign from the front; false if something else stands there.
  mutating func takeSign(_ sign: String) -> Bool {
    guard let first, first.kind == .sign, first.text == sign else { return false }
    removeFirst()
    return true
  }
}
