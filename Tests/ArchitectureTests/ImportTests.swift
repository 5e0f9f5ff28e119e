// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

/// Imports point one way, from the program to the domain.
@Suite struct ImportTests {
  @Test("no file imports what its module must not know")
  func allFiles() throws {
    let files = try Tree.files("Sources", "Plugins", endings: [".swift"])
    #expect(files.count > 100)
    #expect(try files.flatMap { Imports.wrong(in: $0, source: try Tree.text($0)) } == [])
  }

  @Test("every module of Sources is in the table, and the other way round")
  func everyModule() throws {
    // C modules import nothing of ours.
    let modules = try Tree.folders("Sources").filter { !["CCrypto", "CReadline", "CSQLite"].contains($0) }
    #expect(Set(modules).union(["Plugins"]) == Set(Imports.allowed.keys))
  }

  @Test("the table itself has no circle")
  func noCircle() {
    func reaches(_ from: String, _ seen: Set<String>) -> Bool {
      (Imports.allowed[from] ?? []).contains { seen.contains($0) || reaches($0, seen.union([$0])) }
    }
    for module in Imports.allowed.keys { #expect(!reaches(module, [module]), "\(module)") }
  }

  @Test(
    "a wrong import is found, however it is written",
    arguments: [
      "import PlanStore", "  import   PlanStore", "@testable import PlanStore", "public import PlanStore",
      "@_exported public import PlanStore",
      "import struct PlanStore.Value", "import Glibc; import PlanStore", "import PlanStore.Value", "@preconcurrency\timport PlanStore",
    ])
  func planted(_ line: String) {
    let source = "// SPDX-License-Identifier: Apache-2.0\nimport PlanKit\n\(line)\nstruct A {}\n"
    #expect(
      Imports.wrong(in: "Plugins/Reports/A/A.swift", source: source) == ["Plugins/Reports/A/A.swift: Plugins must not import PlanStore"])
    #expect(
      Imports.wrong(in: "Sources/PlanQuery/A.swift", source: source) == ["Sources/PlanQuery/A.swift: PlanQuery must not import PlanStore"])
    #expect(Imports.wrong(in: "Sources/PlanTables/A/A.swift", source: source) == [])
  }

  @Test("Foundation is wrong in PlanKit and the plug-ins, SQLite everywhere but in its folder, a plug-in in another")
  func single() {
    #expect(
      Imports.wrong(in: "Sources/PlanKit/A.swift", source: "internal import Foundation") == [
        "Sources/PlanKit/A.swift: PlanKit must not import Foundation"
      ])
    #expect(Imports.wrong(in: "Sources/PlanStore/SQLite/Connection.swift", source: "internal import CSQLite") == [])
    #expect(Imports.wrong(in: "Sources/PlanStore/Query/A.swift", source: "internal import CSQLite").count == 1)
    #expect(Imports.wrong(in: "Plugins/Reports/A/A.swift", source: "import Katalog").count == 1)
    #expect(Imports.wrong(in: "Sources/Neu/A.swift", source: "").count == 1)
  }

  @Test(
    "what only looks like an import is none",
    arguments: ["// import PlanStore", "let text = \"import PlanStore\"", "importPlanStore()", "/// import CSQLite"])
  func looksLike(_ line: String) { #expect(Imports.modules(in: line) == []) }

  @Test("no exported symbol of PlanKit mentions Foundation")
  func noFoundation() throws {
    let symbols = try Tree.text("Sources/PlanKit/abi.txt").split(separator: "\n")
    #expect(symbols.count > 500)
    // Mangled names give a module's name with its length before it.
    #expect(symbols.filter { $0.contains("10Foundation") } == [])
  }
}
