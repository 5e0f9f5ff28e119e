// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import PlanKit
import Testing

@testable import PluginHost

/// Plug-ins that are broken in one way each, beside one that is fine.
@Suite struct BrokenPluginTests {
  /// Says what became of a broken plug-in, and that the one beside it works all the same.
  private func expect(
    _ file: String, _ state: Plugin.State, _ reason: String, help: String, as name: String? = nil, limit: Duration = .seconds(15),
    place: SourceLocation = #_sourceLocation
  ) throws {
    var site = try Site([Workshop.fine.get()])
    site.options.probeLimit = limit
    let path = try site.add(file, as: name)
    let host = site.host()
    host.examine()
    let plugin = try host.plugin(path)
    #expect(plugin.state == state, sourceLocation: place)
    #expect(plugin.reason?.text.contains(reason) == true, "\(plugin.reason?.text ?? "")", sourceLocation: place)
    #expect(plugin.reason?.help?.contains(help) == true, "\(plugin.reason?.help ?? "")", sourceLocation: place)
    #expect(try host.run("fine").title == "Fein", sourceLocation: place)
    guard let offer = plugin.manifest?.offers.first else { return }
    let answer = error { _ = try host.report(offer.name) }
    #expect(answer?.text == "Plug-in \"\(plugin.name)\" wird nicht benutzt: \(plugin.reason?.text ?? "")", sourceLocation: place)
  }

  @Test("a plug-in that works is opened at its first use")
  func fine() throws {
    let host = try Site([Workshop.fine.get()]).host()
    #expect(host.plugins.map(\.state) == [.waiting])
    #expect(host.offers(.report).map(\.offer.name) == ["fine"])
    #expect(try host.run("fine").title == "Fein")
    #expect(host.plugins.map(\.state) == [.open])
    #expect(host.takeMessages() == [])
  }

  @Test("one that crashes while the system loads it is set aside")
  func crashesLoading() throws {
    let file = try Workshop.cLibrary(
      "Absturz", "__attribute__((constructor)) static void start(void) { *(volatile int *)8 = 1; } void kip_Absturz(void *r) {}")
    try expect(file, .aside, "stürzt beim Öffnen ab (SIGSEGV)", help: "dem Autor des Plug-ins melden")
  }

  @Test("one that crashes in its entry is set aside with its last words")
  func crashesInEntry() throws {
    let file = try Workshop.library(
      "Falle",
      Workshop.source(
        "Falle", "report falle: x", ".offer(\"falle\", Falle())", Workshop.reportType("Falle", "Document(\"\")"),
        more: "print([1].dropFirst().first!)"))
    try expect(file, .aside, "Unexpectedly found nil", help: "nach dem Neubau wird es von selbst wieder geprüft")
  }

  @Test("one that never returns is ended after a time, and the one behind it is checked too")
  func hangs() throws {
    let file = try Workshop.cLibrary("Ewig", "#include <unistd.h>\nvoid kip_Ewig(void *r) { for (;;) sleep(1); }")
    try expect(
      file, .aside, "wird beim Öffnen nicht fertig (nach 2 s abgebrochen)", help: "der Eintritt darf nur anmelden", limit: .seconds(2))
  }

  @Test("one that talks without end is ended too")
  func talks() throws {
    let file = try Workshop.cLibrary("Reden", "#include <unistd.h>\nvoid kip_Reden(void *r) { for (;;) write(1, \"bla\\n\", 4); }")
    try expect(file, .aside, "wird beim Öffnen nicht fertig", help: "anmelden", limit: .seconds(2))
  }

  @Test("one that ends the program is set aside")
  func exits() throws {
    let file = try Workshop.cLibrary("Schluss", "#include <stdlib.h>\nvoid kip_Schluss(void *r) { exit(0); }")
    try expect(file, .aside, "beendet das Programm beim Öffnen (Status 0)", help: "melden")
  }

  @Test("one that needs a newer PlanKit is refused with what is missing")
  func newer() throws {
    let newer = try OtherPlanKit.newer.get()
    let code = Workshop.reportType("Neu", "Document(Hinweis(sinceNext: 1).text)")
    let file = try Workshop.library(
      "Neu", Workshop.source("Neu", "report neu: x", ".offer(\"neu\", Neu())", code), planKit: newer, modules: newer)
    try expect(
      file, .refused, "braucht ein neueres PlanKit: hier fehlt \"PlanKit.Hinweis.init(sinceNext: Swift.Int) -> PlanKit.Hinweis\"",
      help: "kip erneuern")
  }

  @Test("one without an entry is refused")
  func noEntry() throws {
    let file = try Workshop.cLibrary("Stumm", "void nothing(void) {}")
    try expect(file, .refused, "der Eintritt kip_Stumm fehlt", help: "@c(kip_Stumm)")
  }

  @Test("one whose file was renamed is refused with the right name")
  func renamed() throws {
    try expect(
      Workshop.other.get(), .refused, "der Eintritt kip_Anders fehlt, gefunden wurde kip_Other", help: "libOther.so", as: "libAnders.so")
  }

  @Test("one with its own copy of PlanKit is refused")
  func ownPlanKit() throws {
    let same = try OtherPlanKit.same.get()
    let file = try Workshop.library("Kopie", Workshop.sound("Kopie"), planKit: same, modules: same, flags: ["\(same)/PlanKit.o"])
    try expect(file, .refused, "enthält eine eigene Kopie von PlanKit", help: "dynamische Bibliothek")
  }

  @Test("one with its own copy of GRDB is refused")
  func ownGRDB() throws {
    let file = try Workshop.cLibrary(
      "Bank", "void base(void) __asm__(\"$s4GRDB8DatabaseCMa\"); void base(void) {} void kip_Bank(void *r) {}")
    try expect(file, .refused, "enthält die Datenbank-Bibliothek GRDB", help: "Abhängigkeit von GRDB entfernen")
  }

  @Test("one with a static standard library is refused")
  func staticRuntime() throws {
    let file = try Workshop.library("Statisch", Workshop.sound("Statisch"), flags: ["-static-stdlib", "-lPlanKit"])
    try expect(file, .refused, "enthält eine eigene Swift-Laufzeit", help: "ohne -static-stdlib neu bauen")
  }

  @Test("one that is not linked to PlanKit is refused")
  func notLinked() throws {
    let file = try Workshop.cLibrary("Fremd", "void kip_Fremd(void *r) {}", link: [])
    try expect(file, .refused, "nicht mit PlanKit verbunden", help: "Package.swift")
  }

  @Test("one built by another compiler is refused with both names")
  func otherCompiler() throws {
    let file = try edited(Workshop.other.get()) { bytes in
      let range = try #require(bytes.range(of: Data("swiftlang/llvm-project.git ".utf8)))
      bytes[range.upperBound] = bytes[range.upperBound] == 0x30 ? 0x31 : 0x30
    }
    try expect(file, .refused, "mit einem anderen Swift gebaut: gefunden \"clang version", help: "mit dem Swift neu bauen")
  }

  @Test("one for another processor is refused")
  func otherMachine() throws {
    let file = try edited(Workshop.other.get()) { $0[18] = 0xF3 }
    try expect(file, .refused, "für einen anderen Rechner gebaut", help: "auf diesem Rechner neu bauen")
  }

  @Test("one that needs a library which is not there is set aside in the system's words")
  func lackingLibrary() throws {
    let folder = try Workshop.folder()
    try "void helper(void) {}".write(toFile: "\(folder)/helper.c", atomically: false, encoding: .utf8)
    try Workshop.run(["clang", "-shared", "-fPIC", "\(folder)/helper.c", "-o", "\(folder)/libhelper.so"])
    let file = try Workshop.cLibrary(
      "Bedarf", "void helper(void); void kip_Bedarf(void *r) { helper(); }",
      link: ["-L", Workshop.products, "-L", folder, "-Wl,--no-as-needed", "-lPlanKit", "-lhelper"])
    try expect(file, .aside, "lässt sich nicht öffnen: libhelper.so", help: "fehlt eine Bibliothek, so ist sie einzurichten")
  }

  @Test("a text file named .so is listed as none")
  func text() throws {
    let folder = try Workshop.folder()
    try "nur Text".write(toFile: "\(folder)/notiz.so", atomically: false, encoding: .utf8)
    try expect("\(folder)/notiz.so", .refused, "keine Bibliothek, obwohl der Name auf .so endet", help: "aus dem Ordner nehmen")
  }

  @Test("a library without a manifest is listed as none")
  func noManifest() throws {
    try expect(
      Workshop.products + "/libPlanKit.so", .refused, "kein Plug-in: in der Datei steht kein Manifest", help: "ein Literal",
      as: "libAnderes.so")
  }

  @Test("a manifest of a later version asks for a newer kip")
  func laterManifest() throws {
    let file = try edited(Workshop.other.get()) { bytes in
      let range = try #require(bytes.range(of: Data("kip-plugin 1\n".utf8)))
      bytes[range.upperBound - 2] = 0x32
    }
    try expect(file, .refused, "das Manifest hat die Fassung 2, dieses kip versteht Fassung 1", help: "kip erneuern")
  }

  @Test("a manifest with an unknown line is refused with the line's number")
  func badManifest() throws {
    let file = try edited(Workshop.other.get()) { bytes in
      let range = try #require(bytes.range(of: Data("licence: ".utf8)))
      bytes.replaceSubrange(range, with: Data("lizenzz: ".utf8))
    }
    try expect(
      file, .refused, "Manifest, Zeile 4: erwartet war id, version, licence", help: "das Manifest in der Quelle des Plug-ins berichtigen")
  }

  @Test(
    "one whose code and manifest differ is set aside with the difference",
    arguments: [
      ("Mehr", ".offer(\"mehr\", Mehr()).offer(\"zwei\", Mehr())", "der Code übergibt \"report zwei\", das im Manifest nicht steht"),
      ("Weniger", "", "das Manifest erklärt \"report weniger\", der Code übergibt es nicht"),
      ("Punkt", ".offer(\"punkt\", Variant(\"\"))", "der Code übergibt \"variant punkt\", das Manifest erklärt \"report punkt\""),
      ("Text", ".manifest(\"anders\").offer(\"text\", Text())", "der Code nennt ein anderes Manifest, als in der Datei steht"),
    ])
  func differs(_ module: String, _ handover: String, _ reason: String) throws {
    let name = module.lowercased()
    let file = try Workshop.library(
      module, Workshop.source(module, "report \(name): x", handover, Workshop.reportType(module, "Document(\"\")")))
    try expect(file, .aside, "Code und Manifest stimmen nicht überein: \(reason)", help: "angleichen und neu bauen")
  }

  @Test("what one throws when it is used reaches the user with its name, and the host goes on")
  func throwing() throws {
    let code = Workshop.reportType("Wirft", "throw Hinweis(\"die Spalte \\\"nr\\\" fehlt\")")
    let file = try Workshop.library("Wirft", Workshop.source("Wirft", "report wirft: x", ".offer(\"wirft\", Wirft())", code))
    let host = try Site([Workshop.fine.get(), file]).host()
    let answer = error { _ = try host.run("wirft") }
    #expect(answer?.text == "die Spalte \"nr\" fehlt")
    #expect(answer?.help?.hasPrefix("das meldet das Plug-in \"wirft\"") == true)
    #expect(try host.run("fine").title == "Fein")
    #expect(try host.plugin("wirft").state == .open)
  }

  private func edited(_ file: String, _ edit: (inout Data) throws -> Void) throws -> String {
    var bytes = try Data(contentsOf: URL(filePath: file))
    try edit(&bytes)
    let path = try Workshop.folder() + "/" + URL(filePath: file).lastPathComponent
    try bytes.write(to: URL(filePath: path))
    return path
  }
}
