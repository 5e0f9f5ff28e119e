// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

/// The scripts in docs/dokumente.md, as a user may copy them.
@Suite struct DocumentPageTests {
  static let scripts: [String] = {
    let page = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/dokumente.md")
    let text = (try? String(contentsOf: page, encoding: .utf8)) ?? ""
    return text.components(separatedBy: "```kips\n").dropFirst().compactMap { $0.components(separatedBy: "```").first }
  }()

  @Test("there are scripts on the page")
  func isNotEmpty() { #expect(DocumentPageTests.scripts.count >= 5) }

  @Test("each runs on a new plan and says something", arguments: scripts)
  func runs(_ script: String) throws {
    let home = try Home()
    for file in ["lage.txt", "vorlage.txt"] {
      let source = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Files/\(file)")
      try FileManager.default.copyItem(at: source, to: URL(filePath: "\(home.path)/\(file)"))
    }
    try home.write(script, "lauf.kips")
    let kip = try KipProcess(home, ["--neu", "plan.kip", "lauf.kips"])
    #expect(kip.status == 0, "\(kip.messages)")
    #expect(!(kip.output + kip.messages).isEmpty)
  }
}
