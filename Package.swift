// swift-tools-version: 6.2
// SPDX-License-Identifier: GPL-3.0-or-later
import PackageDescription

// Every plug-in is a folder under Plugins, a dynamic library and nothing but a user of PlanKit.
let plugins: [(kind: String, name: String)] = [
  ("Formats", "DelimitedText"),
  ("Formats", "DOCX"),
  ("Formats", "HTML"),
  ("Formats", "JSON"),
  ("Formats", "Markdown"),
  ("Formats", "ODS"),
  ("Formats", "ODT"),
  ("Formats", "OParl"),
  ("Formats", "PlainText"),
  ("Formats", "XLSX"),
  ("Reports", "Auszug"),
  ("Reports", "Katalog"),
  ("Reports", "Mahnliste"),
  ("Reports", "Synopse"),
  ("Variants", "Braunschweig"),
  ("Analyses", "Eintragspaare"),
  ("Analyses", "Federfuehrung"),
  ("Commands", "Ueberblick"),
]

// Formats of packed XML share what knows ZIP and XML.
let office: Set = ["DOCX", "ODS", "ODT", "XLSX"]
// Formats of plain text share what knows encodings and JSON.
let text: Set = ["DelimitedText", "HTML", "JSON", "Markdown", "OParl", "PlainText"]

let planKit: Target.Dependency = .product(name: "PlanKit", package: "PlanKit")
let officeKit: Target.Dependency = .product(name: "OfficeKit", package: "OfficeKit")
let textKit: Target.Dependency = .product(name: "TextKit", package: "TextKit")
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  // The tests run with the checks; what is shipped spends no time on them.
  .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release)),
]

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: [planKit] + dependencies, swiftSettings: strict)
}

func program(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .executableTarget(
    name: name, dependencies: dependencies, swiftSettings: strict,
    linkerSettings: [.unsafeFlags(["-Xlinker", "-rpath=$ORIGIN/../lib/kip"])])
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: [planKit] + dependencies, exclude: exclude, swiftSettings: strict)
}

let package = Package(
  name: "kip",
  products: [
    .executable(name: "kip", targets: ["kip"]),
    .executable(name: "kip-probe", targets: ["kip-probe"]),
  ] + plugins.map { .library(name: $0.name, type: .dynamic, targets: [$0.name]) },
  dependencies: [.package(path: "Sources/PlanKit"), .package(path: "Sources/OfficeKit"), .package(path: "Sources/TextKit")],
  targets: [
    .systemLibrary(name: "CCrypto", path: "Sources/CCrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CSQLite", path: "Sources/CSQLite", providers: [.apt(["libsqlite3-dev"])]),
    .target(name: "CReadline", linkerSettings: [.linkedLibrary("readline")]),
    module("PlanQuery"),
    module("PlanStore", ["CSQLite"]),
    module("PlanTables", ["PlanStore"]),
    module("PluginHost"),
    module("KipShell", ["CCrypto", "PlanQuery", "PlanStore", "PlanTables", "PluginHost"]),
    program("kip", ["KipShell", "CReadline"]),
    program("kip-probe", [planKit]),
  ]
    + plugins.map {
      .target(
        name: $0.name, dependencies: [planKit] + (office.contains($0.name) ? [officeKit] : []) + (text.contains($0.name) ? [textKit] : []),
        path: "Plugins/\($0.kind)/\($0.name)", swiftSettings: strict)
    }
    + [
      tests("ArchitectureTests", []),
      tests(
        "FormatTests", [officeKit, "DelimitedText", "DOCX", "HTML", "JSON", "Markdown", "ODS", "ODT", "OParl", "PlainText", "XLSX"],
        exclude: ["Files", "Fuzz", "Golden"]),
      tests("PlanKitTests", []),
      tests("PlanQueryTests", ["PlanQuery", "Braunschweig"]),
      tests("PlanStoreTests", ["PlanQuery", "PlanStore", "kip"], exclude: ["Files"]),
      tests("PlanTablesTests", ["PlanQuery", "PlanStore", "PlanTables", "DelimitedText", "Braunschweig"], exclude: ["Golden"]),
      tests("PluginHostTests", ["PluginHost", "kip-probe"]),
      tests("SessionTests", ["KipShell", "PlanQuery", "PlanStore", "PluginHost", "kip", "kip-probe"], exclude: ["Files", "Sessions"]),
      tests("TerminalTests", ["kip"]),
    ],
  swiftLanguageModes: [.v6]
)
