// SPDX-License-Identifier: GPL-3.0-or-later

/// The words of a pivot's edges.
public enum Pivot {
  /// What the last row and the last column are called.
  public static let sum = "Gesamt"
  /// What stands for things of which nothing is said.
  public static let nothing = "ohne Angabe"
}
