// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

let package = Package(
  name: "PlanKit",
  products: [.library(name: "PlanKit", type: .dynamic, targets: ["PlanKit"])],
  targets: [
    .target(
      name: "PlanKit", path: ".", exclude: ["abi.txt"],
      swiftSettings: [
        .unsafeFlags(["-enable-library-evolution"]),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("ExistentialAny"),
      ])
  ])
