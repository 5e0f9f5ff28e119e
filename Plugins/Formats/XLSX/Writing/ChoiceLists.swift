// SPDX-License-Identifier: Apache-2.0
import OfficeKit
import PlanKit

/// Words for drop-downs: short lists stand in the rule itself, the others on a hidden sheet.
struct ChoiceLists {
  /// The lists on the hidden sheet, one a column.
  private(set) var lists: [[String]] = []
  private(set) var sheetName = ""
  var isEmpty: Bool { lists.isEmpty }

  init(_ workbook: inout SheetBook) {
    for column in workbook.sheets.flatMap(\.table.columns) where !column.choices.isEmpty && ChoiceLists.inline(column.choices) == nil {
      if !lists.contains(column.choices) { lists.append(column.choices) }
    }
    if !lists.isEmpty { sheetName = workbook.names.name("Listen") }
  }

  /// The formula of a rule that allows these words.
  func formula(_ choices: [String]) -> String {
    if let inline = ChoiceLists.inline(choices) { return inline }
    let letters = SheetAddress.letters(lists.firstIndex(of: choices) ?? 0)
    return "\(SheetAddress.quoted(sheetName))!$\(letters)$1:$\(letters)$\(choices.count)"
  }

  /// Excel takes fewer than 256 characters there, splits at commas, trims blanks and has its ways with quotation marks.
  private static func inline(_ choices: [String]) -> String? {
    let isPlain = choices.allSatisfy { word in
      !word.isEmpty && word.first != " " && word.last != " " && !word.contains { [",", "\"", "\n"].contains($0) }
    }
    let text = choices.joined(separator: ",")
    return isPlain && text.utf16.count < 255 ? "\"\(text)\"" : nil
  }
}
