// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

/// Every source says under which licence it stands.
@Suite struct LicenceTests {
  private let endings = [".swift", ".c", ".h", ".modulemap"]

  @Test("PlanKit and the plug-ins are Apache-2.0, all else is GPL-3.0-or-later")
  func sources() throws {
    let files = try Tree.files("Sources", "Plugins", "Tests", endings: endings) + ["Package.swift"]
    #expect(files.count > 150)
    let wrong = try files.filter { path in LicenceTests.id(in: try Tree.text(path)) != LicenceTests.expected(path) }
    #expect(wrong == [])
  }

  @Test("so are the scripts")
  func scripts() throws {
    let files = try Tree.files("scripts", endings: [""])
    #expect(files.count >= 5)
    #expect(try files.filter { LicenceTests.id(in: try Tree.text($0)) != "GPL-3.0-or-later" } == [])
  }

  @Test("the id stands in the first line, or below what must be the first line")
  func place() {
    #expect(LicenceTests.id(in: "// SPDX-License-Identifier: Apache-2.0\n") == "Apache-2.0")
    #expect(LicenceTests.id(in: "#!/usr/bin/env bash\n# SPDX-License-Identifier: GPL-3.0-or-later\n") == "GPL-3.0-or-later")
    #expect(LicenceTests.id(in: "// swift-tools-version: 6.2\n// SPDX-License-Identifier: MIT\n") == "MIT")
    #expect(LicenceTests.id(in: "import PlanKit\n// SPDX-License-Identifier: MIT\n") == nil)
    #expect(LicenceTests.id(in: "/* SPDX-License-Identifier: MIT */\n") == "MIT")
    #expect(LicenceTests.id(in: "") == nil)
  }

  @Test("the text of each licence is there")
  func texts() throws {
    for licence in ["Apache-2.0", "GPL-3.0-or-later"] { #expect(try Tree.text("LICENSES/\(licence).txt").count > 5000) }
  }

  private static func expected(_ path: String) -> String {
    ["Plugins/", "Sources/OfficeKit/", "Sources/PlanKit/", "Sources/TextKit/"].contains(where: path.hasPrefix)
      ? "Apache-2.0" : "GPL-3.0-or-later"
  }

  private static func id(in text: String) -> String? {
    var lines = text.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false)[...]
    if let first = lines.first, first.hasPrefix("#!") || first.hasPrefix("// swift-tools-version") { lines.removeFirst() }
    guard let line = lines.first, let mark = line.firstRange(of: "SPDX-License-Identifier: ") else { return nil }
    return String(line[mark.upperBound...].prefix { $0 != " " })
  }
}
