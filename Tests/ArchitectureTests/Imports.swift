// SPDX-License-Identifier: GPL-3.0-or-later

/// Which module may import which: the picture of the architecture as a table.
enum Imports {
  /// Modules that every other one may use.
  static let system: Set<String> = ["Glibc", "Synchronization"]

  /// What each module may import besides; plug-ins are all alike.
  static let allowed: [String: Set<String>] = [
    "PlanKit": [],
    "OfficeKit": ["CExpat", "CZlib", "PlanKit"],
    "PlanQuery": ["PlanKit"],
    "PluginHost": ["PlanKit"],
    "TextKit": ["PlanKit"],
    "PlanStore": ["PlanKit"],
    "PlanTables": ["PlanKit", "PlanStore"],
    "KipShell": ["CCrypto", "PlanKit", "PlanQuery", "PlanStore", "PlanTables", "PluginHost"],
    "kip": ["CReadline", "KipShell", "PlanKit", "PluginHost"],
    "kip-probe": ["PlanKit"],
    "Plugins": ["PlanKit"],
  ]

  /// Formats of packed XML; they alone share what knows ZIP and XML.
  private static let office: [String: Set<String>] = Dictionary(
    uniqueKeysWithValues: ["DOCX", "ODS", "ODT", "XLSX"].map { ("Plugins/Formats/\($0)/", ["OfficeKit"]) })

  /// Formats of plain text; they alone share what knows encodings and JSON.
  private static let text: [String: Set<String>] = Dictionary(
    uniqueKeysWithValues: ["DelimitedText", "HTML", "JSON", "Markdown", "OParl", "PlainText"].map {
      ("Plugins/Formats/\($0)/", ["TextKit"])
    })

  /// What single folders and files may import besides: SQLite is known in one place.
  static let allowedBelow: [String: Set<String>] = [
    "Sources/PlanStore/SQLite/": ["CSQLite"],
    "Sources/PlanKit/Package.swift": ["PackageDescription"],
    "Sources/OfficeKit/Package.swift": ["PackageDescription"],
    "Sources/TextKit/Package.swift": ["PackageDescription"],
  ].merging(office) { $0.union($1) }.merging(text) { $0.union($1) }

  /// The modules that a source names in its imports, whatever stands before the word and behind the module's name.
  static func modules(in source: String) -> [String] {
    let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "typealias", "func", "var", "let", "actor"]
    return source.split(whereSeparator: { $0.isNewline || $0 == ";" }).compactMap { line in
      var words = line.split(whereSeparator: { $0 == " " || $0 == "\t" })
      // What may stand before it: attributes and access.
      while let first = words.first, first.hasPrefix("@") || ["public", "package", "internal", "fileprivate", "private"].contains(first) {
        words.removeFirst()
      }
      guard words.first == "import", words.count > 1 else { return nil }
      let name = kinds.contains(words[1]) && words.count > 2 ? words[2] : words[1]
      return String(name.prefix { $0 != "." })
    }
  }

  /// The imports of a file that the table does not allow, each as one sentence.
  static func wrong(in path: String, source: String) -> [String] {
    let parts = path.split(separator: "/").map(String.init)
    let module = parts[0] == "Plugins" ? "Plugins" : parts[1]
    guard let allowed = allowed[module] else { return ["\(path): the module \(module) is not in the table"] }
    let here = allowedBelow.reduce(system.union(allowed)) { path.hasPrefix($1.key) ? $0.union($1.value) : $0 }
    return modules(in: source).filter { !here.contains($0) }.map { "\(path): \(module) must not import \($0)" }
  }
}
