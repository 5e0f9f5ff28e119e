// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import PlanKit
import PluginHost
import Testing

@testable import KipShell
@testable import PlanStore

/// Every noun that people ask for can be made, shown, changed and deleted at the prompt; what to type follows from its description alone.
@Suite struct EveryNounTests {
  static var nouns: [String] { Kernel.asked.filter { $0.hasHistory && $0.having == nil }.map(\.singular) }

  @Test("a thing of every kind is made, shown, changed and deleted", arguments: nouns)
  func life(_ word: String) throws {
    let plan = try Typed()
    let noun = try #require(Kernel.noun(word))
    let id = try plan.make(noun)
    #expect(try plan.type("\(noun.singular) \"Nr. \(id)\"").contains("│"))
    if let column = noun.columns.first(where: { isChangeable($0, noun) }) {
      let value = try plan.value(column, other: true)
      #expect(try plan.type("setze \(noun.singular) \"Nr. \(id)\" \(column.name) = \(value) weil \"Probe\"").contains("geändert (Änderung"))
      #expect(try plan.type("setze \(noun.singular) \"Nr. \(id)\" \(column.name) = \(value)").contains("nichts geändert"))
    }
    #expect(try plan.type("lösche \(noun.singular) \"Nr. \(id)\"").contains("gelöscht (Änderung"))
    #expect(try plan.count("SELECT count(*) FROM \(noun.table) WHERE id = \(id)") == 0)
    #expect(try plan.count("SELECT count(*) FROM \(noun.table)_log WHERE id = \(id) AND geloescht = 1") == 1)
    #expect(try plan.count("SELECT count(*) FROM pragma_foreign_key_check") == 0)
  }

  @Test("what is missing is named all at once", arguments: nouns)
  func missing(_ word: String) throws {
    let plan = try Typed()
    let noun = try #require(Kernel.noun(word))
    let fixed = noun.only.map(\.column)
    let required = noun.columns.filter { $0.isRequired && $0.name != fixed }
    guard !required.isEmpty else { return }
    let said = plan.attempt("neu \(noun.singular)")
    for column in required { #expect(said.contains(column.name), "\(said)") }
  }

  private func isChangeable(_ column: Column, _ noun: Noun) -> Bool {
    guard column.source == .stored, column.name != noun.only?.column, column.digits.isEmpty, column.name != noun.lock else { return false }
    switch column.kind {
    case .thing, .anything: return false
    default: return !noun.exactlyOne.contains(column.name)
    }
  }
}

/// A plan at whose prompt is typed.
private final class Typed {
  private let home: Home
  private let session: Session
  private let said = Said()
  private var number = 0

  init() throws {
    home = try Home()
    var options = SessionOptions()
    options.day = 20_180_503
    options.saysYes = true
    var hostOptions = PluginHost.Options(executableFolder: Home.products)
    hostOptions.isEnabled = false
    let said = said
    session = Session(options, host: PluginHost(hostOptions), out: said) { said.text += $0 }
    try session.create("\(home.path)/p.kip", variant: nil)
  }

  deinit { session.close() }

  /// Types a line that must succeed.
  func type(_ line: String) throws -> String {
    let text = attempt(line)
    #expect(session.status == 0, "\(line): \(text)")
    return text
  }

  func attempt(_ line: String) -> String {
    said.text = ""
    _ = session.run(input: line)
    return said.text
  }

  func count(_ sql: String) throws -> Int { try session.store?.connection.value(sql)?.integer ?? -1 }

  /// Makes a thing with all that it needs, and gives its id.
  func make(_ noun: Noun) throws -> Int {
    var line = "neu \(noun.singular)"
    var needed = noun.columns.filter(\.isRequired).map(\.name)
    if let first = noun.exactlyOne.first, !needed.contains(where: noun.exactlyOne.contains) { needed.append(first) }
    if !needed.contains(noun.title), noun.column(noun.title)?.source == .stored { needed.append(noun.title) }
    for name in needed where name != noun.only?.column || noun.only?.words.count != 1 {
      let column = try #require(noun.column(name))
      line += " \(name) \(try value(column))"
    }
    _ = try type(line)
    return try count("SELECT max(id) FROM \(noun.table)")
  }

  /// Something that the column may say; what it names is made.
  func value(_ column: Column, other: Bool = false) throws -> String {
    number += 1
    if !column.words.isEmpty { return "\"\(column.words[other ? column.words.count - 1 : 0])\"" }
    if let digits = column.digits.first { return "03" + String(repeating: "1", count: digits - 2) }
    switch column.kind {
    case .thing(let plural): return "\"Nr. \(try make(try #require(Kernel.noun(plural))))\""
    case .anything: return "\"handlungsfeld Nr. \(try make(try #require(Kernel.noun("handlungsfeld"))))\""
    case .number: return String(number)
    case .decimal: return "\(number),5"
    case .day, .date: return "01.02.\(2000 + number % 90)"
    case .flag: return "ja"
    case .amount: return "\"ca. \(number) T€\""
    default: return "\"Probe \(number)\""
    }
  }
}

private final class Said: ByteSink {
  var text = ""

  func write(_ bytes: [UInt8]) { text += String(decoding: bytes, as: UTF8.self) }
}
