// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// The files of this repository.
enum Tree {
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath().appending(path: "../../..").standardized.path

  /// The paths of the files below some folders, seen from the root, without what is hidden or built.
  static func files(_ folders: String..., endings: [String]) throws -> [String] {
    try folders.flatMap { folder in
      try FileManager.default.subpathsOfDirectory(atPath: "\(root)/\(folder)")
        .filter { path in !path.split(separator: "/").contains { $0.hasPrefix(".") } && endings.contains { path.hasSuffix($0) } }
        .map { "\(folder)/\($0)" }.filter { !isFolder($0) }
    }.sorted()
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: "\(root)/\(path)", isDirectory: &isFolder) && isFolder.boolValue
  }

  static func folders(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)").filter { name in
      isFolder("\(folder)/\(name)") && !name.hasPrefix(".")
    }.sorted()
  }

  static func text(_ path: String) throws -> String { try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8) }
}
