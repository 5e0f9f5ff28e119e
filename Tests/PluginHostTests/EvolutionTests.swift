// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import PlanKit
import Testing

@testable import PluginHost

/// Plug-ins stay usable while PlanKit grows.
@Suite struct EvolutionTests {
  @Test("a plug-in built before PlanKit gained a field, an enum case and a requirement with a default goes on working")
  func grown() throws {
    let code =
      Workshop.reportType("Old", "Document(\"alt\")") + """

        struct OldFormat: Format {
          func write(_ document: Document, to sink: inout some ByteSink) throws(Hinweis) {
            for block in document.blocks {
              switch block {
              case .paragraph(let runs): try sink.write("Absatz \\(runs[0].text)\\n")
              case .heading, .list, .table: break
              @unknown default: try sink.write("unbekannt\\n")
              }
            }
            throw Hinweis("am Ende").help("nichts")
          }
        }
        """
    let plugin = try Workshop.library(
      "Old", Workshop.source("Old", "report old: x\n  format old: x", ".offer(\"old\", Old()).offer(\"old\", OldFormat())", code))
    let newer = try OtherPlanKit.newer.get()
    let folder = try Workshop.folder()
    try """
    import Glibc
    import PlanKit
    struct NoPlan: Plan {
      func rows(_ query: Query) throws(Hinweis) -> Table { Table("", rows: TextRows([])) }
      func rows(_ text: String) throws(Hinweis) -> Table { Table("", rows: TextRows([])) }
      func catalogue(_ name: String?) throws(Hinweis) -> Table { Table("", rows: TextRows([])) }
      func noun(_ word: String) throws(Hinweis) -> Noun { throw Hinweis(word) }
      func term(_ kernel: String) -> String { kernel }
    }
    guard let library = dlopen(CommandLine.arguments[1], RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE), let entry = dlsym(library, "kip_Old")
    else { fatalError(String(cString: dlerror())) }
    let registry = Registry()
    unsafeBitCast(entry, to: (@convention(c) (UnsafeMutableRawPointer) -> Void).self)(registry.pointer)
    for offer in registry.offers {
      switch offer.code {
      case .report(let report): print(try report.document(NoPlan(), Arguments()).title, report.sinceNext)
      case .format(let format):
        var bytes = Bytes()
        do {
          try format.write(Document("", [.rule(1), .text("eins"), .rule(2)]), to: &bytes)
        } catch {
          var hinweis = error
          hinweis.sinceNext = 7
          print(String(decoding: bytes.bytes, as: UTF8.self) + hinweis.text, hinweis.help ?? "", hinweis.sinceNext ?? 0)
        }
      default: break
      }
    }
    """.write(toFile: folder + "/main.swift", atomically: false, encoding: .utf8)
    try Workshop.run([
      "swiftc", folder + "/main.swift", "-o", folder + "/host", "-swift-version", "6", "-I", newer, "-L", newer, "-lPlanKit", "-Xlinker",
      "-rpath=\(newer)",
    ])
    let output = try Workshop.run([folder + "/host", plugin]).output
    #expect(output == "alt Vorgabe\nunbekannt\nAbsatz eins\nunbekannt\nam Ende nichts 7\n")
  }

  @Test("no symbol vanishes that PlanKit once exported, and new ones are recorded")
  func symbols() throws {
    let recorded = Set(
      try String(contentsOfFile: Workshop.tree + "/Sources/PlanKit/abi.txt", encoding: .utf8).split(separator: "\n").map(String.init))
    let now = try ELFFile(OtherPlanKit.same.get() + "/libPlanKit.so").symbols().defined.filter { $0.hasPrefix("$s") }
    let running = try ELFFile(PluginHost.planKitPath).symbols().defined
    let gone = recorded.subtracting(now.intersection(running)).map(FileCheck.readable).sorted()
    #expect(gone == [], "plug-ins that are already built need these: put them back (scripts/abi --break if all are to be built anew)")
    let new = now.subtracting(recorded).map(FileCheck.readable).sorted()
    #expect(new == [], "PlanKit has grown: run scripts/abi and commit Sources/PlanKit/abi.txt")
  }
}
