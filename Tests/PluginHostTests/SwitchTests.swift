// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import PlanKit
import Testing

@testable import PluginHost

@Suite struct SwitchTests {
  @Test("a plug-in that is switched off stays off at the next start, and its names say how to switch it on")
  func off() throws {
    let site = try Site([Workshop.fine.get()])
    try site.host().disable("FINE")
    let host = site.host()
    #expect(host.plugins.map(\.state) == [.off])
    #expect(host.offers(.report).isEmpty)
    let answer = error { _ = try host.report("fine") }
    #expect(answer?.text == "Plug-in \"fine\" wird nicht benutzt: ist abgeschaltet")
    #expect(answer?.help == "plugins ein fine")
    try host.enable("fine")
    #expect(try host.run("fine").title == "Fein")
    #expect(site.host().plugins.map(\.state) == [.ready])
  }

  @Test("an unknown name is answered with a likely one")
  func unknown() throws {
    let host = try Site([Workshop.fine.get()]).host()
    #expect(error { try host.disable("fein") }?.help == "\"plugins\" nennt alle")
    #expect(error { try host.disable("finne") }?.help == "gemeint ist vielleicht \"fine\"")
    let answer = error { _ = try host.report("finne") }
    #expect(answer?.text == "den Bericht \"finne\" gibt es nicht")
    #expect(answer?.help == "gemeint ist vielleicht \"fine\"; bekannt sind: fine")
    #expect(error { _ = try host.format("fine") }?.text == "das Format \"fine\" gibt es nicht")
  }

  @Test("a plug-in whose need is not met is not used; one that others need is not switched off")
  func requires() throws {
    let needy = try Workshop.library(
      "Needy",
      Workshop.source(
        "Needy", "requires: fine\n  report needy: x", ".offer(\"needy\", Needy())", Workshop.reportType("Needy", "Document(\"Braucht\")")))
    let site = try Site([needy])
    let alone = site.host()
    #expect(alone.plugins.map(\.state) == [.lacking])
    #expect(alone.plugins[0].reason?.text == "braucht das Plug-in \"fine\", das fehlt")
    #expect(error { _ = try alone.report("needy") }?.help == "\"fine\" einrichten")

    try site.add(Workshop.fine.get())
    let host = site.host()
    #expect(try host.run("needy").title == "Braucht")
    let refusal = error { try host.disable("fine") }
    #expect(refusal?.text == "das Plug-in \"fine\" wird gebraucht von \"needy\"")
    #expect(refusal?.help == "zuerst plugins aus needy")
    try host.disable("needy")
    try host.disable("fine")
    try host.enable("fine")
    #expect(try host.plugin("needy").state == .off)
  }

  @Test("the list names state, version, offers and place, and below it why one is not used")
  func list() throws {
    let site = try Site([Workshop.fine.get(), Workshop.other.get()])
    let host = site.host()
    try host.disable("other")
    _ = try host.run("fine")
    let table = host.list()
    let rows = try table.rows.all()
    #expect(table.columns.map(\.key) == ["name", "version", "zustand", "bietet", "datei", "ort", "ladezeit"])
    #expect(
      rows.map { $0[0...4].joined(separator: "|") } == [
        "fine|1.2.3|geöffnet|Bericht fine|\(site.plugins)/libFine.so", "other|1.2.3|abgeschaltet|Bericht other|\(site.plugins)/libOther.so",
      ])
    #expect(Double(rows[0][6]).map { $0 > 0 } == true)
    #expect(table.notes == ["other: ist abgeschaltet"])
  }

  @Test("info and why tell all that is known of one plug-in")
  func info() throws {
    let site = try Site([Workshop.fine.get()])
    let host = site.host()
    let info = try host.info("fine")
    #expect(info.subtitle == "Ein Plug-in für den Test")
    #expect(info.properties.contains(Document.Property("Lizenz", "Apache-2.0")))
    guard case .heading(1, "Bericht fine") = info.blocks.first else {
      Issue.record("no heading: \(info.blocks)")
      return
    }
    try host.disable("fine")
    let why = try host.why("fine")
    guard case .paragraph(let text) = why.blocks[0], case .paragraph(let help) = why.blocks[1] else {
      Issue.record("no text: \(why.blocks)")
      return
    }
    #expect(text.map(\.text) == ["Es wird nicht benutzt (abgeschaltet): ist abgeschaltet."])
    #expect(help.map(\.text) == ["Hilfe: ", "plugins ein fine"])
  }
}
