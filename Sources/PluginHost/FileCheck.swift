// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import PlanKit

/// What a plug-in's file tells of the plug-in before a line of it runs.
struct FileCheck {
  private let machine: UInt16
  private let compiler: String?
  private let planKit: Set<String>

  /// - Parameter planKit: the library that this process runs with.
  init(planKit path: String) throws(Hinweis) {
    let file = try ELFFile(path)
    machine = file.machine
    compiler = FileCheck.compiler(file)
    planKit = file.symbols().defined
  }

  /// Says why a file cannot be opened as a plug-in and what to do about it.
  func check(_ path: String) throws(Hinweis) {
    let file = try ELFFile(path)
    guard file.machine == machine else { throw .otherMachine }
    let libraries = file.libraries()
    let symbols = file.symbols()
    if symbols.defined.contains("$s7PlanKit8RegistryCMa") { throw .ownPlanKit }
    if symbols.defined.contains("$s4GRDB8DatabaseCMa") { throw .ownGRDB }
    let usesSwift = file.hasSection(prefix: "swift5_")
    if symbols.defined.contains("swift_retain") || usesSwift && !libraries.contains("libswiftCore.so") { throw .staticRuntime }
    guard libraries.contains("libPlanKit.so") else { throw .notLinked }
    let entry = Registry.entry(ofFile: path)
    guard symbols.defined.contains(entry) else { throw .noEntry(entry, found: symbols.defined.first { $0.hasPrefix("kip_") }) }
    if let compiler, let other = FileCheck.compiler(file), other != compiler { throw .otherCompiler(other, expected: compiler) }
    let missing = symbols.needed.filter { !planKit.contains($0) && FileCheck.isOfPlanKit($0) }
    guard missing.isEmpty else { throw .missing(missing.map(FileCheck.readable)) }
  }

  /// Whether PlanKit should have the symbol; what another library adds to PlanKit's types begins alike.
  private static func isOfPlanKit(_ symbol: String) -> Bool {
    symbol.hasPrefix("$s7PlanKit") && !readable(symbol).replacing("(extension in PlanKit)", with: "").contains("(extension in ")
  }

  /// The toolchain, as each leaves its name in what it links.
  private static func compiler(_ file: ELFFile) -> String? {
    guard let comment = file.bytes(of: ".comment") else { return nil }
    return comment.split(separator: 0).lazy.map { String(decoding: $0, as: UTF8.self) }.first { $0.contains("swiftlang") }
  }

  /// A symbol as it reads in Swift.
  static func readable(_ symbol: String) -> String {
    typealias Demangle =
      @convention(c) (UnsafePointer<CChar>, Int, UnsafeMutablePointer<CChar>?, UnsafeMutablePointer<Int>?, UInt32) ->
      UnsafeMutablePointer<CChar>?
    guard let function = dlsym(nil, "swift_demangle"),
      let text = unsafeBitCast(function, to: Demangle.self)(symbol, symbol.utf8.count, nil, nil, 0)
    else { return symbol }
    defer { free(text) }
    return String(cString: text)
  }
}

extension Hinweis {
  fileprivate static var otherMachine: Hinweis {
    Hinweis("für einen anderen Rechner gebaut (eine andere Art von Prozessor)").help("das Plug-in auf diesem Rechner neu bauen")
  }
  fileprivate static var ownPlanKit: Hinweis {
    Hinweis("enthält eine eigene Kopie von PlanKit, deren Typen für kip fremde wären")
      .help("PlanKit als eigenes Paket einbinden (Produkt PlanKit, dynamische Bibliothek), nicht seine Quellen, und neu bauen")
  }
  fileprivate static var ownGRDB: Hinweis {
    Hinweis("enthält die Datenbank-Bibliothek GRDB; ein Plug-in liest den Plan nur über PlanKit")
      .help("die Abhängigkeit von GRDB entfernen und neu bauen")
  }
  fileprivate static var staticRuntime: Hinweis {
    Hinweis("enthält eine eigene Swift-Laufzeit; zwei in einem Programm vertragen sich nicht")
      .help("ohne -static-stdlib neu bauen")
  }
  fileprivate static var notLinked: Hinweis {
    Hinweis("nicht mit PlanKit verbunden (libPlanKit.so fehlt unter den benötigten Bibliotheken)")
      .help("in Package.swift das Produkt PlanKit als Abhängigkeit nennen und neu bauen")
  }
  fileprivate static func noEntry(_ entry: String, found: String?) -> Hinweis {
    if let found {
      return Hinweis("der Eintritt \(entry) fehlt, gefunden wurde \(found)")
        .help("die Datei muss heißen wie ihr Modul: lib\(found.dropFirst(4)).so; oder den Eintritt mit @c(\(entry)) benennen")
    }
    return Hinweis("der Eintritt \(entry) fehlt")
      .help("vor die Funktion, die der Registry die Angebote übergibt, gehört @c(\(entry)); die Datei muss heißen wie ihr Modul")
  }
  fileprivate static func otherCompiler(_ found: String, expected: String) -> Hinweis {
    Hinweis("mit einem anderen Swift gebaut: gefunden \"\(found)\", erwartet \"\(expected)\"")
      .help("mit dem Swift neu bauen, mit dem kip gebaut ist")
  }
  fileprivate static func missing(_ symbols: [String]) -> Hinweis {
    let few = symbols.prefix(3).map { "\"\($0)\"" }.joined(separator: ", ") + (symbols.count > 3 ? " und \(symbols.count - 3) weitere" : "")
    return Hinweis("braucht ein neueres PlanKit: hier fehlt \(few)")
      .help("kip erneuern, oder das Plug-in gegen dieses PlanKit neu bauen")
  }
}
