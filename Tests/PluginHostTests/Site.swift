// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import PlanKit

@testable import PluginHost

/// A user's folders with some plug-ins, in which hosts can be started one after the other.
struct Site {
  let home: String
  /// A folder as `--plugins` names it.
  var plugins: String { home + "/plugins" }
  var options: PluginHost.Options

  /// - Parameter files: libraries to put into the folder of plug-ins.
  init(_ files: [String] = []) throws {
    let home = try Workshop.folder()
    self.home = home
    options = PluginHost.Options(executableFolder: home + "/bin")
    options.folders = [home + "/plugins"]
    options.variable = { ["HOME": home][$0] }
    for folder in ["bin", "plugins"] {
      try FileManager.default.createDirectory(
        atPath: "\(home)/\(folder)", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
    }
    try FileManager.default.createSymbolicLink(atPath: home + "/bin/kip-probe", withDestinationPath: Workshop.products + "/kip-probe")
    for file in files { try add(file) }
  }

  /// Puts a copy of a library into a folder, the one of `--plugins` if no other is named.
  @discardableResult
  func add(_ file: String, to folder: String? = nil, as name: String? = nil) throws -> String {
    let folder = folder ?? plugins
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
    let path = "\(folder)/\(name ?? URL(filePath: file).lastPathComponent)"
    if FileManager.default.fileExists(atPath: path) { try FileManager.default.removeItem(atPath: path) }
    try FileManager.default.copyItem(atPath: file, toPath: path)
    return path
  }

  func host() -> PluginHost { PluginHost(options) }

  var stateFile: String { home + "/.local/state/kip/plugins" }
}

/// A plan of which nobody asks anything.
struct NoPlan: Plan {
  func rows(_ query: Query) throws(Hinweis) -> Table { Table("", rows: TextRows([])) }
  func rows(_ text: String) throws(Hinweis) -> Table { Table("", rows: TextRows([])) }
  func catalogue(_ name: String?) throws(Hinweis) -> Table { Table("", rows: TextRows([])) }
  func noun(_ word: String) throws(Hinweis) -> Noun { throw Hinweis("kein \(word)") }
  func term(_ kernel: String) -> String { kernel }
}

extension PluginHost {
  /// What became of the plug-in of a name, after all were checked.
  func examined(_ name: String) throws -> Plugin {
    examine()
    return try plugin(name)
  }

  /// The document that a report gives.
  func run(_ report: String) throws -> Document { try self.report(report).document(NoPlan(), Arguments()) }
}

/// The error that a piece of work ends with.
func error(_ body: () throws -> Void) -> Hinweis? {
  do {
    try body()
    return nil
  } catch { return error as? Hinweis }
}
