// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import PlanKit
import Testing

@testable import PluginHost

/// What becomes of a plug-in that takes kip down with it, tried with a program that does.
@Suite struct MarkerTests {
  /// A report that ends in the way it is asked for, and a program that runs a report of a host.
  private static let made = Result {
    let code =
      Workshop.reportType(
        "Later",
        """
        switch arguments["wie"] {
        case "Absturz": print([Int]()[arguments["wie"]?.count ?? 0])
        case "Ende": exit(0)
        case "Abbruch": raise(SIGTERM)
        case "Pipe": raise(SIGPIPE)
        case "Gewalt": raise(SIGKILL)
        case "Tiefe": func dive(_ n: Int) -> Int { n < 0 ? 0 : 1 + dive(n + 1) }; print(dive(0))
        case "Plan": _ = try plan.rows("maßnahmen")
        case "Zeilen": return Document("", [.table(Table("", rows: Late()))])
        default: break
        }
        return Document("")
        """) + "\nstruct Late: RowSource { func rows(into sink: inout some RowSink) throws(Hinweis) { abort() } }"
    let library = try Workshop.library(
      "Later", "import Glibc\n" + Workshop.source("Later", "report later: x", ".offer(\"later\", Later())", code))
    let folder = try Workshop.folder()
    try """
    import Glibc
    import PlanKit
    import PluginHost
    // Foundation's Process, by which the test starts this, leaves signals blocked.
    var none = sigset_t()
    sigprocmask(SIG_SETMASK, &none, nil)
    struct Crashing: Plan {
      func rows(_ query: Query) throws(Hinweis) -> Table { preconditionFailure() }
      func rows(_ text: String) throws(Hinweis) -> Table { preconditionFailure() }
      func catalogue(_ name: String?) throws(Hinweis) -> Table { preconditionFailure() }
      func noun(_ word: String) throws(Hinweis) -> Noun { preconditionFailure() }
      func term(_ kernel: String) -> String { kernel }
    }
    let home = CommandLine.arguments[1]
    var options = PluginHost.Options(executableFolder: home + "/bin")
    options.folders = [home + "/plugins"]
    options.variable = { ["HOME": home][$0] }
    let host = PluginHost(options)
    let document = try host.report("later").document(Crashing(), Arguments(["wie": CommandLine.arguments[2]]))
    for table in document.tables { _ = try table.rows.all() }
    """.write(toFile: folder + "/main.swift", atomically: false, encoding: .utf8)
    // Only objects that have a source: the build folder keeps those of files long renamed.
    let objects = try FileManager.default.contentsOfDirectory(atPath: Workshop.tree + "/Sources/PluginHost").filter {
      $0.hasSuffix(".swift")
    }
    try Workshop.run(
      ["swiftc", folder + "/main.swift", "-o", folder + "/user", "-swift-version", "6", "-I", Workshop.products + "/Modules"]
        + objects.map { Workshop.products + "/PluginHost.build/\($0).o" }
        + ["-L", Workshop.products, "-lPlanKit", "-Xlinker", "-rpath=\(Workshop.products)"])
    return (library: library, program: folder + "/user")
  }

  private func run(_ how: String, in site: Site) throws -> Int32 {
    try Workshop.run([MarkerTests.made.get().program, site.home, how], environment: ["SWIFT_BACKTRACE": "enable=no"], expecting: nil).status
  }

  @Test(
    "a plug-in that crashes kip, or ends it, is named at the next start and set aside", arguments: ["Absturz", "Ende", "Zeilen", "Tiefe"])
  func blamed(_ how: String) throws {
    let site = try Site([MarkerTests.made.get().library, Workshop.fine.get()])
    let status = try run(how, in: site)
    #expect(how == "Ende" ? status == 0 : status > 128)
    let host = site.host()
    #expect(
      host.takeMessages().map(\.text) == ["das Plug-in \"later\" brachte kip zum Absturz und ist zurückgestellt"])
    #expect(try host.plugin("later").state == .aside)
    let answer = error { _ = try host.report("later") }
    #expect(answer?.text == "Plug-in \"later\" wird nicht benutzt: brachte kip zum Absturz")
    #expect(try host.run("fine").title == "Fein")
    #expect(site.host().takeMessages() == [])
    try host.enable("later")
    #expect(try host.plugin("later").state == .ready)
  }

  @Test(
    "nobody is blamed when kip is told to end or killed, or when the host itself crashes", arguments: ["Abbruch", "Pipe", "Gewalt", "Plan"])
  func notBlamed(_ how: String) throws {
    let site = try Site([MarkerTests.made.get().library])
    #expect(try run(how, in: site) > 128)
    let host = site.host()
    #expect(host.takeMessages() == [])
    #expect(host.plugins.map(\.state) == [.ready])
  }

  @Test("an orderly end leaves no marker behind")
  func orderly() throws {
    let site = try Site([MarkerTests.made.get().library])
    #expect(try run("gut", in: site) == 0)
    #expect(site.host().takeMessages() == [])
    #expect(site.host().plugins.map(\.state) == [.ready])
  }

  @Test("while a process lives, its marker blames nobody; nested work gives the marker back")
  func nested() throws {
    let folder = try Workshop.folder()
    let marker = Marker(folder: folder)
    let file = "\(folder)/marker.\(getpid())"
    func current() -> String {
      (Files.read(file).map { String(decoding: $0.prefix { $0 != 0x0A }, as: UTF8.self) } ?? "").split(separator: "\t").last.map(
        String.init) ?? ""
    }
    try marker.during(Marker.note("/a", Stamp(recorded: "1"))) { () throws(Hinweis) in
      #expect(current() == "/a")
      try marker.during(Marker.nobody) { #expect(current() == "") }
      #expect(current() == "/a")
      #expect(Marker(folder: folder).takeDead().isEmpty)
    }
    #expect(current() == "")
  }
}
