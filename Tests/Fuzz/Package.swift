// swift-tools-version: 6.2
// SPDX-License-Identifier: GPL-3.0-or-later
import PackageDescription

// The formats once more, built with what libFuzzer watches them by: `scripts/fuzz` uses it, nothing that is shipped does.
let office = ["DOCX", "ODS", "ODT", "XLSX"]
let text = ["DelimitedText", "HTML", "JSON", "Markdown", "OParl", "PlainText"]

func format(_ name: String, _ kit: String) -> Target {
  .target(
    name: name,
    dependencies: [.product(name: "PlanKit", package: "PlanKit"), .product(name: kit, package: kit)],
    path: "Sources/Formats/\(name)",
    swiftSettings: [.enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault")])
}

let package = Package(
  name: "Fuzz",
  dependencies: ["PlanKit", "OfficeKit", "TextKit"].map { .package(path: "../../Sources/\($0)") },
  targets: office.map { format($0, "OfficeKit") } + text.map { format($0, "TextKit") } + [
    .executableTarget(
      name: "Fuzz", dependencies: [.product(name: "PlanKit", package: "PlanKit")] + (office + text).map { .target(name: $0) },
      swiftSettings: [.unsafeFlags(["-parse-as-library"])])
  ],
  swiftLanguageModes: [.v6])
