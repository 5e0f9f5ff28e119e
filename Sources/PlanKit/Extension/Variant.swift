// SPDX-License-Identifier: Apache-2.0

/// What differs from town to town, as lines of the shell's own language: terms, vocabularies, attributes, units and catalogue layouts.
///
/// The lines are copied into a plan when it is made, so that the plan opens, answers and exports without the plug-in.
public struct Variant: Hashable, Sendable {
  public var lines: String

  public init(_ lines: String) { self.lines = lines }
}
