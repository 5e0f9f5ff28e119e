// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import KipShell
import PlanKit
import PluginHost
import Testing

/// A session written down: lines that begin with `> ` are typed, what follows is the answer, messages have `! ` before them. A status other
/// than 0 stands in brackets below.
///
/// Lines before the first typed one set it up: `# plan: lindenau` (a plan with that catalogue; `leer`: one without any; `keiner`: none),
/// `# format: json`, `# NAME = WERT` (a variable). The folders of the test are written as ORDNER, DATEIEN and KIP.
struct Transcript {
  private let name: String
  private var head: [String] = []
  private var inputs: [String] = []
  private var plan = "lindenau"
  private var options = SessionOptions()

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  static var names: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "Sessions").path)) ?? []
    return names.filter { $0.hasSuffix(".session") }.sorted()
  }

  /// Files that sessions read.
  static var files: String { folder.appending(path: "Files").path }

  private var file: URL { Transcript.folder.appending(path: "Sessions/\(name)") }

  init(_ name: String) throws {
    self.name = name
    options.author = "Test"
    options.day = 20_180_503
    // CSV has its own line breaks, which stay in the lines.
    for line in try Data(contentsOf: file).split(separator: 0x0A, omittingEmptySubsequences: false).map({
      String(decoding: $0, as: UTF8.self)
    }) {
      if line.hasPrefix("> ") {
        inputs.append(String(line.dropFirst(2)))
      } else if inputs.isEmpty {
        head.append(line)
        set(line[...])
      }
    }
  }

  private mutating func set(_ line: Substring) {
    let line = line.drop { $0 == "#" || $0 == " " }
    if let colon = line.range(of: ": ") {
      switch line[..<colon.lowerBound] {
      case "plan": plan = String(line[colon.upperBound...])
      case "format": options.format = String(line[colon.upperBound...])
      default: break
      }
    } else if let equals = line.range(of: " = ") {
      options.variables[String(line[..<equals.lowerBound])] = String(line[equals.upperBound...])
    }
  }

  /// Types everything anew and gives the transcript as it came out.
  func replay() throws -> String {
    let home = try Home()
    // Paths stand in answers, and columns are as wide as they are long: so they are equally long wherever the tests run.
    let copied = try Home()
    let files = copied.path + "/dateien"
    try FileManager.default.copyItem(atPath: Transcript.files, toPath: files)
    let example = Transcript.folder.appending(path: "../../docs/beispiel/massnahmenkatalog.csv").standardizedFileURL.path
    try FileManager.default.copyItem(atPath: example, toPath: files + "/massnahmenkatalog.csv")
    var text = head.map { $0 + "\n" }.joined()
    let collected = Collected()
    var options = options
    options.variables["ORDNER"] = home.path
    options.variables["DATEIEN"] = files
    var hostOptions = PluginHost.Options(executableFolder: Home.products)
    let path = home.path
    hostOptions.variable = { ["HOME": path][$0] }
    let session = Session(options, host: PluginHost(hostOptions), out: collected) { collected.say($0) }
    defer { session.close() }
    if plan != "keiner" { try session.create("\(home.path)/\(plan).kip", variant: "braunschweig") }
    if plan != "keiner" && plan != "leer" {
      _ = session.run(input: "importiere \"\(files)/\(plan).csv\" stand 03.05.2018")
      collected.text = ""
    }
    var unfinished = ""
    for input in inputs {
      text += "> \(input)\n"
      unfinished += unfinished.isEmpty ? input : "\n" + input
      if session.open(in: unfinished) != nil { continue }
      let goesOn = session.run(input: unfinished)
      unfinished = ""
      // An answer that looks like a typed line has a backslash before it.
      text += collected.text.replacing(#/(?m)^> /#, with: "\\> ")
      collected.text = ""
      if session.status != 0 || !goesOn { text += "! [\(session.status)]\n" }
      if !goesOn { break }
    }
    // When something is made differs in every run; what stands for it is as wide.
    text.replace(/\d{4}-\d\d-\d\d \d\d:\d\d/, with: "JJJJ-MM-TT hh:mm")
    text.replace(Datum.today.description, with: "TT.MM.JJJJ")
    return text.replacing(home.path, with: "ORDNER").replacing(files, with: "DATEIEN").replacing(Home.products, with: "KIP")
  }

  /// Compares a replay with the file; `RECORD_GOLDEN=1` writes it and fails, so that someone looks at it.
  func check() throws {
    let found = try replay()
    let expected = try String(contentsOf: file, encoding: .utf8)
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try found.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name): look at it")
      return
    }
    guard found != expected else { return }
    let (here, there) = (found.components(separatedBy: "\n"), expected.components(separatedBy: "\n"))
    let line = zip(here, there).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(here.count, there.count)
    func shown(_ lines: [String]) -> String { line < lines.count ? lines[line] : "(end)" }
    Issue.record("\(name):\(line + 1)\nfound:    \(shown(here))\nexpected: \(shown(there))")
  }

  /// Answers and messages in the order in which they come.
  private final class Collected: ByteSink {
    var text = ""

    func write(_ bytes: [UInt8]) { text += String(decoding: bytes, as: UTF8.self) }
    func say(_ message: String) {
      text += message.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { "! \($0)\n" }.joined()
    }
  }
}
