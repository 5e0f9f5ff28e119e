// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import PlanKit
import Testing

@Suite struct GlossaryTests {
  @Test("every noun stands in the glossary, with its table", arguments: Kernel.nouns)
  func nouns(_ noun: Noun) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let glossary = try String(contentsOf: root.appending(path: "docs/glossary.md"), encoding: .utf8)
    #expect(glossary.contains("`\(noun.plural)`"))
    #expect(glossary.contains("`\(noun.table)`"))
  }
}
