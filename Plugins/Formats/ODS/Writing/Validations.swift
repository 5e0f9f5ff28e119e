// SPDX-License-Identifier: Apache-2.0
import OfficeKit
import PlanKit

/// Rules that offer words for a cell, each named.
struct Validations {
  private var rules: [Rule] = []

  private struct Rule: Hashable {
    var choices: [String]
    /// Several values in one cell cannot be chosen from a list, so there it only proposes.
    var isStrict: Bool
  }

  init(_ workbook: SheetBook) {
    for column in workbook.sheets.flatMap(\.table.columns) where !column.choices.isEmpty {
      let rule = Rule(choices: column.choices, isStrict: !column.isList)
      if !rules.contains(rule) { rules.append(rule) }
    }
  }

  /// The name of the rule for a column; nil for one that takes every text.
  func name(_ column: Table.Column) -> String? {
    rules.firstIndex(of: Rule(choices: column.choices, isStrict: !column.isList)).map { "v\($0 + 1)" }
  }

  var part: String {
    guard !rules.isEmpty else { return "" }
    let texts = rules.enumerated().map { index, rule in
      let words = rule.choices.map { "\"" + $0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\"" }
      let condition = XMLText.escaped("of:cell-content-is-in-list(\(words.joined(separator: ";")))")
      return "<table:content-validation table:name=\"v\(index + 1)\" table:condition=\"\(condition)\" table:allow-empty-cell=\"true\""
        + " table:display-list=\"unsorted\"><table:error-message table:display=\"\(rule.isStrict)\" table:message-type=\"stop\""
        + " table:title=\"Nicht in der Liste\"><text:p>Bitte ein Wort aus der Liste wählen oder die Zelle leeren</text:p>"
        + "</table:error-message></table:content-validation>"
    }
    return "<table:content-validations>\(texts.joined())</table:content-validations>"
  }
}
