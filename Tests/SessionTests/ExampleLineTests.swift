// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import PlanKit
import PluginHost
import Testing

@testable import KipShell

/// The examples in the declarations of the commands, as a user may copy them from the help.
@Suite struct ExampleLineTests {
  static var lines: [String] { Commands.all.flatMap(\.declaration.examples) }

  @Test("every example of a command runs on a plan with the example catalogue")
  func examples() throws {
    let home = try Home()
    let catalogue = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/beispiel/massnahmenkatalog.csv")
    try FileManager.default.copyItem(at: catalogue, to: URL(filePath: home.path + "/beispiel.csv"))
    try KipProcess(home, ["--neu", "plan.kip", "--variante", "braunschweig", "-c", "importiere beispiel.csv"])
    for line in ExampleLineTests.lines {
      // Each begins with the plan as it was.
      try? FileManager.default.removeItem(atPath: home.path + "/versuch.kip")
      try FileManager.default.copyItem(atPath: home.path + "/plan.kip", toPath: home.path + "/versuch.kip")
      let kip = try KipProcess(home, ["versuch.kip", "-c", line])
      #expect([0, 3].contains(kip.status), "\(line): \(kip.messages)")
      #expect(!(kip.output + kip.messages).isEmpty || line.hasPrefix("beende"), "\(line) answers nothing")
    }
  }

  @Test("almost every command has an example, and in each a line begins with a word of its command")
  func declarations() {
    #expect(ExampleLineTests.lines.count >= 20)
    for command in Commands.all {
      for line in command.declaration.examples {
        let words = line.split(separator: "\n").map { Commands.named(String($0.prefix { $0 != " " }))?.declaration.word }
        #expect(words.contains(command.declaration.word), "\(line)")
      }
    }
  }

  @Test("no two commands share a word, and none has that of a noun; what layouts do not do as commands they do as things")
  func words() {
    let words = Commands.all.flatMap { [$0.declaration.word] + $0.declaration.synonyms }.map(Fold.key)
    #expect(Set(words).count == words.count)
    for word in words where !["layout", "layouts"].contains(word) { #expect(Kernel.noun(word) == nil, "\(word)") }
  }
}
