// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

/// The scripts in docs/skripte.md, as a user may copy them.
@Suite struct ScriptPageTests {
  static let scripts: [String] = {
    let page = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/skripte.md")
    let text = (try? String(contentsOf: page, encoding: .utf8)) ?? ""
    return text.components(separatedBy: "```kips\n").dropFirst().compactMap { $0.components(separatedBy: "```").first }
  }()

  @Test("there are scripts on the page")
  func isNotEmpty() { #expect(ScriptPageTests.scripts.count >= 5) }

  @Test("each runs on the example plan and says something", arguments: scripts)
  func runs(_ script: String) throws {
    let home = try Home.withExample()
    try home.write(script, "lauf.kips")
    let kip = try KipProcess(home, ["plan.kip", "lauf.kips"])
    #expect(kip.status == 0, "\(kip.messages)")
    #expect(!(kip.output + kip.messages).isEmpty)
  }
}

extension Home {
  /// A home with the plan `plan.kip` of the example catalogue.
  static func withExample() throws -> Home {
    let home = try Home()
    let catalogue = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/beispiel/massnahmenkatalog.csv")
    try FileManager.default.copyItem(at: catalogue, to: URL(filePath: home.path + "/beispiel.csv"))
    try KipProcess(home, ["--neu", "plan.kip", "--variante", "braunschweig", "-c", "importiere beispiel.csv stand 24.04.2017"])
    return home
  }
}
