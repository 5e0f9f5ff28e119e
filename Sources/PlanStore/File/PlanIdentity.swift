// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

extension PlanStore {
  /// What tells this plan from all others: the moment of its first change, which copies, backups, and the JSON of the whole plan keep.
  public func identity() throws(Hinweis) -> String {
    let time = try connection.value("SELECT zeit FROM main.aenderung ORDER BY id LIMIT 1")?.text ?? ""
    return time.filter { ("0"..."9").contains($0) }
  }
}
