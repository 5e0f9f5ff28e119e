// SPDX-License-Identifier: GPL-3.0-or-later

/// A tree of things of one kind.
struct OwnTree {
  let things: [Thing]
  /// The measures of each thing; nil where it has none by its kind.
  let measures: [Int: [Int]]?
  let statuses: [Int: String]

  var forest: Forest {
    let (tops, below) = Forest.order(things)
    var forest = Forest(statuses: statuses)
    func add(_ thing: Thing, _ depth: Int, _ forest: inout Forest) -> Set<Int> {
      forest.add(thing, depth, counts: measures != nil) { forest in
        var found = Set(measures?[thing.id] ?? [])
        for child in below[thing.id] ?? [] { found.formUnion(add(child, depth + 1, &forest)) }
        return found
      }
    }
    for top in tops { _ = add(top, 0, &forest) }
    return forest
  }
}
