// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// PlanKits built from its sources by the compiler alone: one that is the same, and one as a later release may be.
enum OtherPlanKit {
  static let same = Result { try build([:]) }

  /// It has gained a field, an enum case, a requirement with a default, and an initializer.
  static let newer = Result {
    try build([
      "Hinweis/Hinweis.swift": [
        (
          "public var thing: String?",
          "public var thing: String?\n  public var sinceNext: Int? = nil\n  public init(sinceNext: Int) { self.init(\"neu\") }"
        )
      ],
      "Document/Document.swift": [("case table(Table)", "case table(Table)\n  case rule(Int)")],
      "Extension/Report.swift": [
        (
          "-> Document\n}\n\n/// Reads the plan and answers",
          "-> Document\n  var sinceNext: String { get }\n}\nextension Report { public var sinceNext: String { \"Vorgabe\" } }\n\n/// Reads the plan and answers"
        )
      ],
    ])
  }

  /// Builds libPlanKit.so, its module and its object file into a folder.
  private static func build(_ changes: [String: [(old: String, new: String)]]) throws -> String {
    let folder = try Workshop.folder()
    let sources = folder + "/sources"
    try FileManager.default.copyItem(atPath: Workshop.tree + "/Sources/PlanKit", toPath: sources)
    for (file, edits) in changes {
      var text = try String(contentsOfFile: "\(sources)/\(file)", encoding: .utf8)
      for edit in edits {
        guard text.contains(edit.old) else { throw Workshop.Failure(description: "\(file) no longer has: \(edit.old)") }
        text = text.replacingOccurrences(of: edit.old, with: edit.new)
      }
      try text.write(toFile: "\(sources)/\(file)", atomically: false, encoding: .utf8)
    }
    let names = FileManager.default.enumerator(atPath: sources)?.compactMap { $0 as? String } ?? []
    let files = names.filter { $0.hasSuffix(".swift") && $0 != "Package.swift" && !$0.contains(".build") }.map { "\(sources)/\($0)" }
    try Workshop.run(
      ["swiftc", "-wmo", "-c", "-o", "\(folder)/PlanKit.o", "-emit-module", "-emit-module-path", "\(folder)/PlanKit.swiftmodule"]
        + ["-module-name", "PlanKit", "-enable-library-evolution", "-swift-version", "6", "-parse-as-library"]
        + ["-enable-upcoming-feature", "InternalImportsByDefault", "-enable-upcoming-feature", "ExistentialAny"] + files)
    try Workshop.run(["swiftc", "-emit-library", "\(folder)/PlanKit.o", "-o", "\(folder)/libPlanKit.so"])
    return folder
  }
}
