// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import PlanKit

/// Opens plug-ins in a child process, where a crash harms nobody, and tells what each of them did.
struct Probe {
  /// The program `kip-probe`.
  let program: String
  /// How long one plug-in may take.
  let limit: Duration

  /// What a plug-in did in the child.
  typealias Outcome = Result<Handover, Hinweis>

  /// What became of each file, in their order. One child opens them all; after one that ends the child, another goes on with the rest.
  func outcomes(_ paths: [String]) throws(Hinweis) -> [Outcome] {
    var outcomes: [Outcome] = []
    while outcomes.count < paths.count {
      let before = outcomes.count
      outcomes += try run(Array(paths[before...]))
      guard outcomes.count > before else { throw .probeSilent(program) }
    }
    return outcomes
  }

  /// Runs one child. The last outcome may be that of the plug-in which ended it.
  private func run(_ paths: [String]) throws(Hinweis) -> [Outcome] {
    var child = try ProbeChild(program, paths)
    var outcomes: [Outcome] = []
    var opening = false
    var said: [String] = []
    // The program itself may take a while to start on a busy machine.
    var deadline = ContinuousClock.now + limit + .seconds(10)
    var end = ProbeChild.Line.ended
    loop: while true {
      switch child.line(until: deadline) {
      case .report(let fields):
        deadline = ContinuousClock.now + limit
        opening = fields.first == "open"
        if !opening { outcomes.append(Outcome(fields)) }
      case .said(let text): said = said.suffix(20) + [text]
      case let other:
        end = other
        break loop
      }
    }
    let status = child.end(patience: end == .ended ? 100 : 0)
    guard opening else { return outcomes }
    let words = said.first { $0.contains("Fatal error") } ?? said.last { !$0.isEmpty }
    return outcomes + [.failure(end == .timeout ? .hangs(limit) : .crashes(status, words))]
  }
}

extension Result<Handover, Hinweis> {
  /// A line of the child: `done`, the manifest with its lines parted by U+001E, then each offer; or `fail` and the reason.
  fileprivate init(_ fields: [String]) {
    guard fields.count >= 2 else {
      self = .failure(.closed("?"))
      return
    }
    if fields[0] == "fail" {
      self = .failure(.closed(fields[1]))
    } else {
      let manifest = String(decoding: fields[1].utf8.map { $0 == 0x1E ? 0x0A : $0 }, as: UTF8.self)
      self = .success(Handover(manifest: manifest, offers: Array(fields.dropFirst(2))))
    }
  }
}

extension Hinweis {
  /// A library that the system cannot open, in the system's words.
  static func closed(_ words: String) -> Hinweis {
    Hinweis("lässt sich nicht öffnen: \(words)").help("fehlt eine Bibliothek, so ist sie einzurichten; sonst das Plug-in neu bauen")
  }
  fileprivate static func hangs(_ limit: Duration) -> Hinweis {
    Hinweis("wird beim Öffnen nicht fertig (nach \(limit.components.seconds) s abgebrochen)")
      .help("der Eintritt darf nur anmelden; nach dem Neubau wird es von selbst wieder geprüft")
  }
  fileprivate static func crashes(_ status: Int32, _ words: String?) -> Hinweis {
    let signal = status & 0x7F
    let how =
      signal == 0 ? "beendet das Programm beim Öffnen (Status \(status >> 8 & 0xFF))" : "stürzt beim Öffnen ab (\(signalName(signal)))"
    return Hinweis(how + (words.map { ": \($0)" } ?? ""))
      .help("den Fehler dem Autor des Plug-ins melden; nach dem Neubau wird es von selbst wieder geprüft")
  }
  fileprivate static func probeSilent(_ program: String) -> Hinweis {
    Hinweis("die Prüfung der Plug-ins lief nicht: \"\(program)\" endete, ohne etwas zu sagen")
      .help("kip vollständig neu bauen oder einrichten (kip-probe gehört neben kip)")
  }

  private static func signalName(_ number: Int32) -> String {
    let names = [
      SIGILL: "SIGILL", SIGTRAP: "SIGTRAP", SIGABRT: "SIGABRT", SIGBUS: "SIGBUS", SIGFPE: "SIGFPE", SIGKILL: "SIGKILL", SIGSEGV: "SIGSEGV",
    ]
    return names[number] ?? "Signal \(number)"
  }
}
