// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import PlanKit
import Testing

@testable import PluginHost

@Suite struct PlaceTests {
  @Test("places are searched in their order, and the first that offers a plug-in wins")
  func order() throws {
    var site = try Site()
    let home = site.home
    let file = try Workshop.fine.get()
    for folder in ["env1", "env2", "data/kip/plugins"] { try site.add(file, to: "\(home)/\(folder)") }
    try site.add(file)
    try site.add(file, to: "\(home)/bin")
    site.options.variable = { ["HOME": home, "KIP_PLUGIN_PATH": "\(home)/env1:\(home)/env2", "XDG_DATA_HOME": "\(home)/data"][$0] }
    let host = site.host()
    #expect(host.plugins.map(\.folder.kind) == [.beside, .option, .environment, .environment, .user])
    #expect(host.plugins.map(\.state) == [.waiting, .shadowed, .shadowed, .shadowed, .shadowed])
    #expect(host.plugins[1].reason?.text == "\"Plug-in fine\" kommt schon aus \"\(host.plugins[0].path)\"; der erste Ort gilt")
    #expect(host.plugins[1].reason?.help == "eine der beiden Dateien entfernen")
    #expect(host.offers(.report).count == 1)
    #expect(try host.run("fine").title == "Fein")
    #expect(host.plugins.map(\.state) == [.open, .shadowed, .shadowed, .shadowed, .shadowed])
  }

  @Test("a name that another plug-in offers already is never given twice; switching that off makes room")
  func sameOffer() throws {
    let rival = try Workshop.library(
      "Rival", Workshop.source("Rival", "report fine: x", ".offer(\"fine\", Rival())", Workshop.reportType("Rival", "Document(\"Rivale\")"))
    )
    let host = try Site([Workshop.fine.get(), rival]).host()
    #expect(try host.examined("rival").state == .shadowed)
    #expect(try host.plugin("rival").reason?.text.hasPrefix("\"Bericht fine\" kommt schon aus ") == true)
    #expect(try host.plugin("rival").reason?.help == "das andere abschalten (plugins aus fine) oder eine der beiden Dateien entfernen")
    #expect(try host.run("fine").title == "Fein")
    try host.disable("fine")
    #expect(try host.run("fine").title == "Rivale")
  }

  @Test("what is refused leaves its names to the next place")
  func refusedIsNoRival() throws {
    let site = try Site([Workshop.fine.get()])
    let bad = try site.add(Workshop.fine.get(), to: site.home + "/bin")
    chmod(bad, 0o777)
    let host = site.host()
    #expect(host.plugins.map(\.state) == [.refused, .waiting])
    #expect(try host.run("fine").title == "Fein")
  }

  @Test("lib/kip beside the program's folder goes before that folder")
  func installed() throws {
    let site = try Site()
    try site.add(Workshop.fine.get(), to: site.home + "/lib/kip")
    try site.add(Workshop.other.get(), to: site.home + "/bin")
    #expect(site.host().plugins.map(\.name) == ["fine"])
  }

  @Test("kip's own libraries are no plug-ins and are not mentioned, nor is PlanKit anywhere")
  func ownLibraries() throws {
    let site = try Site()
    try site.add(Workshop.products + "/libPlanKit.so", to: site.home + "/bin", as: "libOfficeKit.so")
    try site.add(Workshop.products + "/libPlanKit.so")
    let host = site.host()
    #expect(host.plugins.isEmpty)
    #expect(host.takeMessages() == [])
  }

  @Test("a folder that is not there is told")
  func missing() throws {
    var site = try Site()
    site.options.folders = [site.home + "/nirgends"]
    let message = site.host().takeMessages().first
    #expect(message?.text == "den Ordner für Plug-ins \"\(site.home)/nirgends\" gibt es nicht (--plugins)")
    #expect(message?.help == "Ordner anlegen oder den Pfad berichtigen")
  }

  @Test("nothing in a folder that others may write is used, and the remedy is named")
  func writableFolder() throws {
    let site = try Site([Workshop.fine.get()])
    chmod(site.plugins, 0o777)
    let host = site.host()
    let plugin = try host.examined("libFine.so")
    #expect(plugin.state == .refused)
    #expect(plugin.reason?.text == "der Ordner \"\(site.plugins)\" darf von allen geschrieben werden")
    #expect(plugin.reason?.help == "chmod o-w \"\(site.plugins)\"")
    #expect(throws: Hinweis.self) { try host.run("fine") }
  }

  @Test("a file that others may write is not used")
  func writableFile() throws {
    let site = try Site([Workshop.fine.get()])
    let file = site.plugins + "/libFine.so"
    chmod(file, 0o757)
    #expect(try site.host().examined("libFine.so").reason?.help == "chmod o-w \"\(file)\"")
  }

  @Test("a file of another user or of a shared group is not trusted, one of root or of the user is")
  func owners() {
    let trust = Trust()
    func objection(owner: uid_t, group: gid_t, _ mode: mode_t) -> String? {
      var info = stat()
      info.st_uid = owner
      info.st_gid = group
      info.st_mode = S_IFREG | mode
      return trust.objection(to: "/x/libX.so", info)?.text
    }
    #expect(objection(owner: 0, group: 0, 0o755) == nil)
    #expect(objection(owner: geteuid(), group: 4_000_001, 0o755) == nil)
    #expect(objection(owner: 4_000_000, group: 0, 0o755) == "die Datei \"/x/libX.so\" gehört dem Konto 4000000 und nicht Ihnen oder root")
    #expect(
      objection(owner: geteuid(), group: 4_000_001, 0o775) == "die Datei \"/x/libX.so\" darf von der Gruppe 4000001 geschrieben werden")
    #expect(
      Trust(alsoOwner: 4_000_000).objection(
        to: "",
        {
          var info = stat(); info.st_uid = 4_000_000; return info
        }()) == nil)
  }

  @Test("--ohne-plugins looks for none and says so")
  func without() throws {
    var site = try Site([Workshop.fine.get()])
    site.options.isEnabled = false
    let host = site.host()
    #expect(host.plugins.isEmpty)
    #expect(error { _ = try host.report("fine") }?.text == "Plug-ins sind durch --ohne-plugins ausgeschaltet")
  }
}
