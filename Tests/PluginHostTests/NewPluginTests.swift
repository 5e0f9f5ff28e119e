// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import PlanKit
import Testing

@testable import PluginHost

@Suite struct NewPluginTests {
  private let script = Workshop.tree + "/scripts/new-plugin"

  @Test("a package made outside the tree builds at once and is loaded")
  func outside() throws {
    let folder = try Workshop.folder() + "/aussen"
    try Workshop.run([script, "Reports", "Aussen", folder])
    try Workshop.run(["swift", "build", "--package-path", folder])
    var site = try Site()
    site.options.folders = [folder + "/.build/debug"]
    let host = site.host()
    #expect(host.plugins.map(\.name) == ["aussen"])
    #expect(try host.run("aussen").title == "Aussen")
  }

  @Test("the template of each kind compiles and hands over what it declares", arguments: ["Formats", "Variants", "Analyses", "Commands"])
  func kinds(_ kind: String) throws {
    let folder = try Workshop.folder()
    let module = "Probe" + kind
    try Workshop.run([script, kind, module, folder])
    let library = try Workshop.library(module, String(contentsOfFile: "\(folder)/Sources/\(module)/\(module).swift", encoding: .utf8))
    let plugin = try Site([library]).host().examined(module)
    #expect(plugin.state == .ready, "\(plugin.reason?.text ?? "")")
  }

  @Test("the example of docs/plugins.md compiles and hands over what it declares")
  func example() throws {
    let page = try String(contentsOfFile: Workshop.tree + "/docs/plugins.md", encoding: .utf8)
    let code = try #require(page.components(separatedBy: "```swift\n").dropFirst().first?.components(separatedBy: "```").first)
    let plugin = try Site([Workshop.library("Offen", code)]).host().examined("offen")
    #expect(plugin.state == .ready, "\(plugin.reason?.text ?? "")")
  }

  @Test("inside the tree it adds the folder and, in order, the line in Package.swift; nothing is overwritten")
  func inside() throws {
    let folder = try Workshop.folder()
    try FileManager.default.createDirectory(atPath: folder + "/scripts", withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: script, toPath: folder + "/scripts/new-plugin")
    let list = ["  (\"Formats\", \"HTML\"),", "  (\"Reports\", \"Auszug\"),", "  (\"Reports\", \"Katalog\"),"]
    func package(_ lines: [String]) -> String { "let plugins: [X] = [\n" + lines.joined(separator: "\n") + "\n]\nlet other = [\n]\n" }
    try package(list).write(toFile: folder + "/Package.swift", atomically: false, encoding: .utf8)
    for arguments in [["Reports", "Bericht"], ["Formats", "Zeilen"], ["Variants", "Ort"]] {
      try Workshop.run([folder + "/scripts/new-plugin"] + arguments)
      #expect(FileManager.default.fileExists(atPath: "\(folder)/Plugins/\(arguments[0])/\(arguments[1])/\(arguments[1]).swift"))
    }
    let expected = [
      list[0], "  (\"Formats\", \"Zeilen\"),", list[1], "  (\"Reports\", \"Bericht\"),", list[2], "  (\"Variants\", \"Ort\"),",
    ]
    #expect(try String(contentsOfFile: folder + "/Package.swift", encoding: .utf8) == package(expected))
    #expect(try Workshop.run([folder + "/scripts/new-plugin", "Reports", "Bericht"], expecting: nil).status == 2)
    #expect(try Workshop.run([folder + "/scripts/new-plugin", "Berichte", "Neu"], expecting: nil).status == 2)
  }
}
