// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

// What the formats of plain text share. Each of them takes its own copy: no type of it crosses the border between host and plug-in.
let package = Package(
  name: "TextKit",
  products: [.library(name: "TextKit", targets: ["TextKit"])],
  dependencies: [.package(path: "../PlanKit")],
  targets: [
    .target(
      name: "TextKit", dependencies: [.product(name: "PlanKit", package: "PlanKit")], path: ".",
      swiftSettings: [
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("ExistentialAny"),
        .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release)),
      ])
  ],
  swiftLanguageModes: [.v6])
