// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc
import KipShell
import PlanKit

/// The options of the process.
struct Options {
  static let version = "0.1.0"

  var session = SessionOptions()
  var plan: String?
  var scripts: [String] = []
  /// Lines given with -c.
  var lines: [String] = []
  var isNew = false
  var variant: String?
  var pluginFolders: [String] = []
  var usesPlugins = true
  var usesInit = true
  var showsHelp = false
  var showsVersion = false

  static let help = """
    kip – Werkzeug für kommunale Integrationspläne

    kip [Optionen] [PLAN.kip] [SKRIPT.kips …]

      -c TEXT            diese Zeile ausführen und enden (mehrfach, der Reihe nach)
      --neu              PLAN.kip anlegen (nicht, wenn es ihn gibt)
      --variante NAME    mit --neu: Variante, mit der er beginnt
      -D NAME=WERT       Wert einer Variablen für Skripte: ${NAME}
      --format NAME      tabelle, csv, csv-excel, tsv, json, jsonl, markdown, html, xlsx, ods
      --autor NAME       wer die Änderungen macht (sonst: der angemeldete Benutzer)
      --stand DATUM      Tag, von dem die Änderungen sprechen
      --ja               Fragen mit ja beantworten
      --trocken          alles ausführen, dann alles zurücknehmen
      --atomar           alles oder nichts
      --weiter           nach einem Fehler weitermachen
      --nur-lesen        nichts ändern
      --ohne-init        keine Init-Datei lesen, weder die eigene noch die neben dem Plan
      --plugins ORDNER   ein weiterer Ordner mit Plug-ins
      --ohne-plugins     ohne Plug-ins
      --version, --hilfe

    Ohne -c und Skript liest kip die Standardeingabe, am Terminal mit Eingabezeile.
    Rückgabewert: 0 alles getan, 1 ein Befehl schlug fehl, 2 der Aufruf ist falsch,
    3 prüfe fand einen Fehler, 130 abgebrochen.
    Umgebung: KIP_HISTORY, KIP_PAGER, PAGER, NO_COLOR, XDG_CONFIG_HOME, XDG_STATE_HOME.

    """

  private static let names = [
    "-c", "--neu", "--variante", "-D", "--format", "--autor", "--stand", "--ja", "--trocken", "--atomar", "--weiter", "--nur-lesen",
    "--ohne-init",
    "--plugins", "--ohne-plugins", "--version", "--hilfe",
  ]

  init(_ arguments: ArraySlice<String>) throws(Hinweis) {
    session.author = Options.user
    var rest = arguments
    var areOptionsOver = false
    while let argument = rest.popFirst() {
      if areOptionsOver || !argument.hasPrefix("-") || argument == "-" {
        try take(argument)
      } else if argument == "--" {
        areOptionsOver = true
      } else {
        // --format=json is accepted as well as --format json.
        let parts = argument.hasPrefix("--") ? argument.split(separator: "=", maxSplits: 1).map(String.init) : [argument]
        if parts.count == 2 { rest = [parts[1]] + rest }
        try option(parts[0], argument, &rest)
      }
    }
    try check()
    session.isAtPrompt = isConversation && Prompt.isPossible
  }

  /// True if neither lines nor scripts are given.
  var isConversation: Bool { lines.isEmpty && scripts.isEmpty }

  private mutating func option(_ name: String, _ argument: String, _ rest: inout ArraySlice<String>) throws(Hinweis) {
    func value(_ what: String) throws(Hinweis) -> String {
      guard let value = rest.popFirst() else { throw Hinweis("\(name) braucht \(what)").help("kip --hilfe") }
      return value
    }
    switch Fold.key(name) {
    case "-c": lines.append(try value("eine Zeile"))
    case "--neu": isNew = true
    case "--variante": variant = try value("den Namen einer Variante")
    case "-d": try define(try value("NAME=WERT"))
    case _ where argument.hasPrefix("-D") && argument.count > 2: try define(String(argument.dropFirst(2)))
    case "--format":
      session.format = try value("den Namen eines Formats")
      session.saysFormat = true
    case "--autor": session.author = try value("einen Namen")
    case "--stand":
      let text = try value("ein Datum")
      guard let date = Datum(text) else { throw Hinweis("--stand: \"\(text)\" ist kein Datum").help("Daten stehen so: 24.04.2017") }
      session.day = date.lastDay
    case "--ja": session.saysYes = true
    case "--trocken": session.isDry = true
    case "--atomar": session.isAtomic = true
    case "--weiter": session.goesOn = true
    case "--nur-lesen": session.isReadOnly = true
    case "--ohne-init": usesInit = false
    case "--plugins": pluginFolders.append(try value("einen Ordner"))
    case "--ohne-plugins": usesPlugins = false
    case "--version": showsVersion = true
    case "--hilfe", "--help", "-h": showsHelp = true
    default:
      let error = Hinweis("unbekannte Option \"\(name)\"")
      throw Fold.nearest(name, among: Options.names).isEmpty ? error.help("kip --hilfe zeigt alle") : error.didYouMean(name, Options.names)
    }
  }

  private mutating func define(_ text: String) throws(Hinweis) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else { throw Hinweis("-D braucht NAME=WERT; gefunden: \"\(text)\"") }
    session.variables[String(parts[0])] = String(parts[1])
  }

  /// A plan ends in .kip; a script in .kips, or begins with #!.
  private mutating func take(_ path: String) throws(Hinweis) {
    if path.hasSuffix(".kip") {
      guard plan == nil else { throw Hinweis("zwei Pläne angegeben: \(plan ?? "") und \(path)") }
      plan = path
    } else if path.hasSuffix(".kips") || Options.beginsWithShebang(path) {
      scripts.append(path)
    } else {
      throw Hinweis("\"\(path)\" ist weder ein Plan noch ein Skript").help(
        "ein Plan endet in .kip, ein Skript in .kips; eine Zeile gibt man mit -c")
    }
  }

  private func check() throws(Hinweis) {
    if !lines.isEmpty && !scripts.isEmpty { throw Hinweis("entweder -c oder Skripte, nicht beides") }
    if isNew && plan == nil { throw Hinweis("--neu braucht den Namen des Plans").help("kip --neu PLAN.kip") }
    if isNew && session.isReadOnly { throw Hinweis("--neu und --nur-lesen widersprechen sich") }
    if variant != nil && !isNew {
      throw Hinweis("--variante gilt nur mit --neu").help("ein Plan behält die Variante, mit der er angelegt wurde")
    }
  }

  private static func beginsWithShebang(_ path: String) -> Bool {
    guard let file = fopen(path, "r") else { return false }
    defer { fclose(file) }
    return fgetc(file) == 0x23 && fgetc(file) == 0x21
  }

  private static var user: String {
    getpwuid(getuid()).flatMap { $0.pointee.pw_name }.map { String(cString: $0) } ?? "unbekannt"
  }
}
