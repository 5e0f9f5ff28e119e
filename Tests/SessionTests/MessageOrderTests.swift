// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import KipShell
import PlanKit
import PluginHost
import Testing

@Suite struct MessageOrderTests {
  @Test("a message comes behind the answers that were given before it")
  func order() throws {
    let home = try Home()
    let out = FileSink(open(home.path + "/out", O_WRONLY | O_CREAT, 0o600), name: "out")
    var answered = ""
    let session = Session(SessionOptions(), host: PluginHost(PluginHost.Options(executableFolder: Home.products)), out: out) { message in
      if message == "fertig\n" { answered = home.text("out") }
    }
    _ = session.run(script: "hilfe melde\nmelde fertig", source: "Test")
    #expect(answered.contains("sagt etwas auf der Fehlerausgabe"))
  }

  @Test("bytes that were lost once are an error until the end")
  func lost() throws {
    let full = FileSink(open("/dev/full", O_WRONLY), name: "voll")
    try full.write(Array("verloren".utf8))
    #expect(throws: Hinweis.self) { try full.flush() }
    #expect(throws: Hinweis.self) { try full.flush() }
  }
}
