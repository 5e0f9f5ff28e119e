// SPDX-License-Identifier: GPL-3.0-or-later
import KipShell
import PlanKit
import PluginHost
import Testing

/// Every line that answers does so in every format.
@Suite struct EveryFormatTests {
  private static let lines = [
    "maßnahmen", "maßnahmen | gruppiere handlungsfeld: anzahl", "maßnahmen | anzahl", "maßnahme \"3,0\"", "maßnahmen wo nr = 99",
    "überblick",
    "prüfe", "verlauf maßnahme \"3,0\"", "unterschied von 31.12.2017 bis heute", "bericht katalog", "bericht auszug für \"FB 51\"", "hilfe",
    "hilfe importiere", "hilfe maßnahmen", "hilfe tabelle", "spalten maßnahmen", "layouts", "berichte", "formate", "varianten", "plugins",
    "plugins info json", "pläne", "einstellungen", "änderungen", "hinweise", "integrität", "erkläre maßnahmen",
    "vervollständige \"maßnahmen wo sta\"", "importiere FILE vorschau",
  ]

  @Test(
    "whatever is asked is answered in each form", arguments: ["tabelle", "csv", "csv-excel", "tsv", "json", "jsonl", "markdown", "html"])
  func every(_ format: String) throws {
    let home = try Home.withPlan()
    var options = SessionOptions()
    options.format = format
    let sink = Sink()
    var said = ""
    let session = Session(options, host: PluginHost(.init(executableFolder: Home.products)), out: sink) { said += $0 }
    try session.open(home.path + "/plan.kip")
    for line in EveryFormatTests.lines {
      sink.count = 0
      #expect(session.run(input: line.replacing("FILE", with: home.path + "/lindenau.csv")))
      #expect(session.status == 0, "\(line): \(said)")
      #expect(sink.count > 0 || (format == "jsonl" && line.hasSuffix("99")), "\(line) says nothing")
    }
    #expect(session.close())
  }

  private final class Sink: ByteSink {
    var count = 0
    func write(_ bytes: [UInt8]) { count += bytes.count }
  }
}
