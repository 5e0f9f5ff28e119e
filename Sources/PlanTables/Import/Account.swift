// SPDX-License-Identifier: GPL-3.0-or-later

/// What became of the cells of a table: each one that is not empty is in exactly one of the counts.
public struct Account: Hashable, Sendable {
  /// Cells that are not empty.
  public var read = 0
  /// Cells of the header, repeated ones included.
  public var header = 0
  /// Cells that are in the plan.
  public var placed = 0
  /// Cells that are not in the plan and are listed one by one.
  public var listed = 0

  public init() {}

  /// True if every cell read is accounted for.
  public var isComplete: Bool { read == header + placed + listed }
}
