// SPDX-License-Identifier: Apache-2.0

/// Keeps track of an element whose text is left out, up to its end.
struct HTMLHidden {
  private var name: HTMLName?
  private var depth = 0

  var isActive: Bool { name != nil }

  /// Takes a start tag.
  mutating func open(_ tag: HTMLName, isHidden: @autoclosure () -> Bool) {
    if let name {
      if tag == name { depth += 1 }
    } else if !HTMLName.void.contains(tag), HTMLName.unread.contains(tag) || isHidden() {
      name = tag
      depth = 1
    }
  }

  /// Takes an end tag and says whether it was left out too.
  mutating func close(_ tag: HTMLName) {
    guard tag == name else { return }
    depth -= 1
    if depth == 0 { name = nil }
  }

  /// Ends it, since what it stood in is over.
  mutating func reset() { name = nil }
}
