// SPDX-License-Identifier: Apache-2.0
public import PlanKit

extension Hinweis {
  /// A file has more sheets than anybody looks through.
  public static var tooManySheets: Hinweis {
    Hinweis("die Datei hat mehr als \(Limits.sheets) Blätter").help("die Blätter, um die es geht, in eine eigene Datei speichern")
  }
}
