// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

/// The list of plug-ins in Package.swift and the folders say the same.
@Suite struct FolderTests {
  @Test("folders under Plugins and the list in Package.swift are the same")
  func plugins() throws {
    let folders = try Tree.folders("Plugins").flatMap { kind in try Tree.folders("Plugins/\(kind)").map { "\(kind)/\($0)" } }
    let listed = FolderTests.listed(try Tree.text("Package.swift"))
    #expect(listed.count >= 10)
    #expect(Set(listed).count == listed.count)
    #expect(folders.sorted() == listed.sorted())
  }

  @Test("the five kinds of plug-ins have a folder each, and there is no other")
  func kinds() throws { #expect(try Tree.folders("Plugins") == ["Analyses", "Commands", "Formats", "Reports", "Variants"]) }

  @Test("each plug-in has a file of its name, with its entry and its manifest")
  func entries() throws {
    for plugin in FolderTests.listed(try Tree.text("Package.swift")) {
      let name = plugin.split(separator: "/")[1]
      let source = try Tree.text("Plugins/\(plugin)/\(name).swift")
      #expect(source.contains("@c(kip_\(name))"), "\(plugin)")
      #expect(source.contains("kip-plugin 1\n"), "\(plugin)")
    }
  }

  @Test("the list is found in a package's text, and a line more or less is noticed")
  func reading() {
    let package = """
      let plugins: [(kind: String, name: String)] = [
        ("Formats", "HTML"),
        // ("Formats", "PDF"),
        ("Reports", "Katalog"),
      ]
      let other = [("Reports", "Nichts")]
      """
    #expect(FolderTests.listed(package) == ["Formats/HTML", "Reports/Katalog"])
  }

  /// The plug-ins that a package lists, as `kind/name`.
  private static func listed(_ package: String) -> [String] {
    let lines = package.split(separator: "\n").drop { !$0.hasPrefix("let plugins") }.dropFirst().prefix { $0 != "]" }
    return lines.filter { !$0.contains("//") }.compactMap { line in
      let words = line.split(separator: "\"")
      return words.count == 5 ? "\(words[1])/\(words[3])" : nil
    }
  }
}
