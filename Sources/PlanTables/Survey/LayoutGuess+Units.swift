// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

extension LayoutGuess {
  /// The units that cells name where they have a role, as far as those are few enough to be known: `FB 51`, `Jugendamt`.
  public var units: [String] {
    var units: [String] = []
    for (column, guess) in columns {
      guard case .role = guess.target else { continue }
      for value in column.values {
        for part in NamedActors(value.text, separator: guess.separator, isKnown: { _ in false }).parts {
          switch part {
          // A number by itself is a unit only where units stand.
          case .unit(let code) where [.unit, .number, .choice].contains(column.kind) || code.first?.isLetter == true: units.append(code)
          case .name(let name) where RoleReader.isUnitName(name): units.append(name)
          default: break
          }
        }
      }
    }
    return Set(units).sorted()
  }
}
