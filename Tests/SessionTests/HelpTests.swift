// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import PlanKit
import PlanQuery
import PluginHost
import Testing

@testable import KipShell

@Suite("hilfe") struct HelpTests {
  @Test("every word of the language has a page of its own with a form and an example that uses it")
  func everyWord() {
    let words =
      QueryParser.steps + QueryParser.reserved.sorted() + Condition.Comparison.allCases.map(\.rawValue)
      + Aggregate.Function.allCases.map(\.rawValue)
      + Picture.Kind.allCases.map(\.rawValue) + MomentReader.words + ["zwischen", "in", "seit", "absteigend", "aufsteigend", "heute", "|"]
    for word in words {
      guard let page = HelpPage.named(word) else {
        Issue.record("\(word) has no page")
        continue
      }
      #expect(!page.summary.isEmpty && !page.forms.isEmpty && !page.examples.isEmpty, "\(word)")
      // `zum` is on the page of `stand`.
      if Fold.key(page.name) == Fold.key(word) {
        #expect(page.examples.contains { Fold.key($0).contains(Fold.key(word)) }, "\(word) stands in none of its examples")
      }
    }
  }

  @Test("completion offers each step of the grammar and says of it what the help says")
  func steps() throws {
    for word in QueryParser.steps {
      let step = try #require(Completer.steps.first { Fold.key($0.text) == Fold.key(word) }, "\(word)")
      #expect(step.summary == HelpPage.named(word)?.summary)
    }
  }

  @Test("behind hilfe stand the topics first, and each page")
  func pages() throws {
    let session = HelpTests.session(try Home(), SessionOptions(), Heard())
    let offered = session.completions("hilfe ", cursor: 6).candidates.map(\.text)
    #expect(Array(offered.prefix(HelpPage.all.count)) == HelpPage.all.map(\.name))
    #expect(offered.contains("importiere") && Set(offered).count == offered.count)
  }

  @Test("no word leads to two pages")
  func unique() {
    let words = HelpPage.all.flatMap { page in [page.name] + page.words.filter { Fold.key($0) != Fold.key(page.name) } }.map(Fold.key)
    for (word, count) in Dictionary(words.map { ($0, 1) }, uniquingKeysWith: +) where count > 1 {
      Issue.record("\(word) has \(count) pages")
    }
  }

  @Test("where a page sends its reader there is a page")
  func related() { for page in HelpPage.all { for word in page.related { #expect(HelpLibrary.knows(word), "\(page.name): \(word)") } } }

  @Test("summaries are one line, in the house's style")
  func style() {
    for page in HelpPage.all {
      #expect(!page.summary.hasSuffix(".") && page.summary.count <= 90, "\(page.name)")
      for text in page.text { #expect(!text.contains(" du ") && !text.contains(" dein"), "\(page.name)") }
    }
  }

  @Test("every example of every page runs on a copy of the example plan and answers")
  func examples() throws {
    let home = try Home()
    let catalogue = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/beispiel/massnahmenkatalog.csv")
    try FileManager.default.copyItem(at: catalogue, to: URL(filePath: home.path + "/beispiel.csv"))
    try KipProcess(home, ["--neu", "plan.kip", "--variante", "braunschweig", "-c", "importiere beispiel.csv stand 24.04.2017"])
    let lines = HelpPage.all.flatMap(\.examples)
    #expect(lines.count > 100)
    for line in lines where !["importiere", "exportiere", "betrachte", "bericht katalog nach"].contains(where: line.hasPrefix) {
      try? FileManager.default.removeItem(atPath: home.path + "/versuch.kip")
      try FileManager.default.copyItem(atPath: home.path + "/plan.kip", toPath: home.path + "/versuch.kip")
      var options = SessionOptions()
      options.author = "Test"
      let heard = Heard()
      let session = HelpTests.session(home, options, heard)
      try session.open(home.path + "/versuch.kip")
      session.run(script: line, source: "Beispiel")
      session.close()
      #expect(session.status == 0, "\(line): \(heard.text)")
      #expect(!heard.text.isEmpty || line.hasPrefix("beende"), "\(line) answers nothing")
    }
  }

  @Test("the line for Excel that the help shows makes a file that Excel opens right")
  func excel() throws {
    let home = try Home.withPlan()
    let page = try #require(HelpPage.named("ausgabe"))
    let line = try #require(page.text.joined(separator: " ").firstMatch(of: /kip plan\.kip --format .* > massnahmen\.csv/)?.output)
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = ["-c", String(line)]
    shell.currentDirectoryURL = URL(filePath: home.path)
    shell.environment = ["HOME": home.path, "PATH": Home.products + ":/usr/bin:/bin", "LANG": "C.UTF-8"]
    try shell.run()
    shell.waitUntilExit()
    let text = String(decoding: try Data(contentsOf: URL(filePath: home.path + "/massnahmen.csv")), as: UTF8.self)
    #expect(shell.terminationStatus == 0)
    #expect(text.hasPrefix("\u{FEFF}") && text.split(whereSeparator: \.isNewline).first?.contains(";") == true, "\(text.prefix(80))")
  }

  @Test("the help needs no plan, and says in every format what it says")
  func withoutPlan() throws {
    let home = try Home()
    for word in ["", "abfragen", "kreuz", "beginnt mit", "maßnahmen", "importiere", "Frist"] {
      for format in ["tabelle", "json", "csv", "html", "markdown"] {
        var options = SessionOptions()
        options.format = format
        let heard = Heard()
        let session = HelpTests.session(home, options, heard)
        session.run(script: "hilfe \(word)", source: "Test")
        #expect(session.status == 0 && heard.text.count > 100, "hilfe \(word) as \(format): \(heard.text)")
      }
    }
  }

  private static func session(_ home: Home, _ options: SessionOptions, _ heard: Heard) -> Session {
    var host = PluginHost.Options(executableFolder: Home.products)
    let path = home.path
    host.variable = { ["HOME": path][$0] }
    return Session(options, host: PluginHost(host), out: heard) { heard.text += $0 }
  }

  /// Answers and messages.
  private final class Heard: ByteSink {
    var text = ""
    func write(_ bytes: [UInt8]) { text += String(decoding: bytes, as: UTF8.self) }
  }
}
