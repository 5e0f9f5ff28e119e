// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

// What the formats of office files share. Each of them takes its own copy: no type of it crosses the border between host and plug-in.
let package = Package(
  name: "OfficeKit",
  products: [.library(name: "OfficeKit", targets: ["OfficeKit"])],
  dependencies: [.package(path: "../PlanKit")],
  targets: [
    .systemLibrary(name: "CExpat", path: "CExpat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CZlib", path: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .target(
      name: "OfficeKit", dependencies: ["CExpat", "CZlib", .product(name: "PlanKit", package: "PlanKit")], path: ".",
      exclude: ["CExpat", "CZlib"],
      swiftSettings: [
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("ExistentialAny"),
        .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release)),
      ]),
  ],
  swiftLanguageModes: [.v6])
