// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import PlanKit
import Testing

@testable import PluginHost

@Suite struct MemoryTests {
  @Test("what was checked once is not checked again until the file changes")
  func remembered() throws {
    let site = try Site([Workshop.fine.get()])
    #expect(try site.host().examined("fine").state == .ready)
    try FileManager.default.removeItem(atPath: site.home + "/bin/kip-probe")
    let host = site.host()
    #expect(try host.run("fine").title == "Fein")
    #expect(host.takeMessages() == [])
    try site.add(Workshop.fine.get())
    #expect(site.host().plugins.map(\.state) == [.waiting])
  }

  @Test("what was set aside stays so, with the time, until the file changes")
  func setAside() throws {
    let crashing = try Workshop.cLibrary("Wackel", "#include <stdlib.h>\nvoid kip_Wackel(void *r) { abort(); }")
    let site = try Site([crashing])
    let first = site.host()
    first.examine()
    #expect(first.takeMessages().map(\.text) == ["Plug-in \"wackel\" wird nicht benutzt: stürzt beim Öffnen ab (SIGABRT)"])
    let second = site.host()
    #expect(second.plugins.map(\.state) == [.aside])
    #expect(abs((second.plugins[0].since ?? 0) - time(nil)) < 60)
    #expect(second.takeMessages() == [])
    #expect(error { try second.enable("wackel") }?.text == "Plug-in \"wackel\" wird nicht benutzt: stürzt beim Öffnen ab (SIGABRT)")
    try site.add(crashing)
    #expect(site.host().plugins.map(\.state) == [.waiting])
  }

  @Test("without kip-probe nothing is opened, and the host says what is missing and goes on")
  func noProbe() throws {
    let site = try Site([Workshop.fine.get()])
    try FileManager.default.removeItem(atPath: site.home + "/bin/kip-probe")
    let host = site.host()
    let answer = error { _ = try host.run("fine") }
    let reason = "Plug-ins können nicht geprüft werden: \"\(site.home)/bin/kip-probe\" lässt sich nicht starten (die Datei fehlt)"
    #expect(answer?.text == "Plug-in \"fine\" wird nicht benutzt: " + reason)
    #expect(answer?.help?.contains("kip-probe gehört neben kip") == true)
    #expect(host.plugins.map(\.state) == [.waiting])
    #expect(host.list().notes == [reason])
  }

  @Test("a kip-probe that says nothing is told, not waited for")
  func silentProbe() throws {
    let site = try Site([Workshop.fine.get()])
    try FileManager.default.removeItem(atPath: site.home + "/bin/kip-probe")
    try FileManager.default.createSymbolicLink(atPath: site.home + "/bin/kip-probe", withDestinationPath: "/bin/true")
    let host = site.host()
    #expect(host.list().notes.first == "die Prüfung der Plug-ins lief nicht: \"\(site.home)/bin/kip-probe\" endete, ohne etwas zu sagen")
  }

  @Test("the state file is the user's alone; a damaged one counts as none")
  func stateFile() throws {
    let site = try Site([Workshop.fine.get()])
    try site.host().disable("fine")
    var info = stat()
    stat(site.stateFile, &info)
    #expect(info.st_mode & 0o777 == 0o600)
    try "\u{0}kaputt\tx\n\n".write(toFile: site.stateFile, atomically: false, encoding: .utf8)
    #expect(site.host().plugins.map(\.state) == [.waiting])
  }

  @Test("where nothing can be remembered, kip says so once and works all the same")
  func forgetful() throws {
    let site = try Site([Workshop.fine.get()])
    try "".write(toFile: site.home + "/.local", atomically: false, encoding: .utf8)
    let host = site.host()
    #expect(try host.run("fine").title == "Fein")
    #expect(try host.run("fine").title == "Fein")
    #expect(
      host.takeMessages().map(\.text) == [
        "was über Plug-ins bekannt ist, lässt sich nicht merken: in \"\(site.home)/.local/state/kip\" kann nicht geschrieben werden"
      ])
  }

  @Test("a verdict holds for one file and one PlanKit only, and two kips keep each their own")
  func keys() throws {
    let folder = try Workshop.folder()
    let stamp = Stamp(recorded: "1"), later = Stamp(recorded: "2")
    func memory(_ planKit: String, _ stamp: Stamp) -> Memory { Memory(folder: folder, planKit: (planKit, stamp)) }
    var first = memory("/a", stamp)
    var second = memory("/b", stamp)
    let path = Workshop.products
    #expect(first.update { $0.set(Verdict(.fine), path, stamp) })
    #expect(second.update { $0.set(Verdict(.refused, Hinweis("nein\nund\tnochmals nein").help("ja")), path, stamp) })
    #expect(memory("/a", stamp).verdict(path, stamp)?.grade == .fine)
    #expect(memory("/b", stamp).verdict(path, stamp)?.reason == Hinweis("nein und nochmals nein").help("ja"))
    #expect(memory("/a", later).verdict(path, stamp) == nil)
    #expect(memory("/a", stamp).verdict(path, later) == nil)
  }
}
