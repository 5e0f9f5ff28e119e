// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import PlanQuery

/// The parts of query trees, short enough that an expected tree reads like the query.
func path(_ text: String) -> Path { Path(text.split(separator: ".").map { Name(String($0)) }) }
func compare(_ column: String, _ comparison: Condition.Comparison, _ value: String) -> Condition {
  .compare(path(column), comparison, Operand(value))
}
func query(_ noun: String, _ steps: Step...) -> Query { Query(Name(noun), steps) }

/// The condition of a query of measures.
func condition(_ text: String) throws -> Condition? {
  guard case .filter(let condition)? = try QueryParser.parse("maßnahmen wo \(text)").steps.first else { return nil }
  return condition
}

/// The same numbers in every run.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
