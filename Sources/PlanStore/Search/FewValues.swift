// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

extension PlanStore {
  /// The values that a column of texts has, where they are few; empty where they are many, since then each is a text of its own.
  public func fewValues(_ noun: Noun, _ path: Path, atMost most: Int = 200) throws(Hinweis) -> [String] {
    var values: [String] = []
    var seen: Set<String> = []
    // A look at the first things tells, however many there are.
    let steps: [Step] = [.first(PlanStore.looked), .filter(.not(.empty(path))), .show([Shown(path)])]
    try rows(Query(Name(noun.plural), steps)).rows.forEach { (cells, _) throws(Hinweis) in
      for value in CellText.values(cells.first ?? "") where seen.insert(value).inserted { values.append(value) }
      return values.count <= most ? .more : .enough
    }
    return values.count <= most ? values : []
  }

  private static let looked = 20_000
}
