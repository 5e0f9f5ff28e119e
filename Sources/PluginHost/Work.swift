// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// In whose name some code runs, for the marker.
struct Work: Sendable {
  let marker: Marker
  let note: Marker.Note
  /// Named in errors of a plug-in that kip does not ship.
  let help: String?

  init(_ plugin: Plugin, _ marker: Marker) {
    self.marker = marker
    note = plugin.note
    help =
      plugin.folder.kind == .beside
      ? nil : "das meldet das Plug-in \"\(plugin.name)\"; \"plugins info \(plugin.name)\" sagt, woher es kommt"
  }

  fileprivate init(host marker: Marker) {
    self.marker = marker
    note = Marker.nobody
    help = nil
  }

  /// The host's own work, which a plug-in asks for in the midst of its own.
  var host: Work { Work(host: marker) }

  func run<T>(_ body: () throws(Hinweis) -> T) throws(Hinweis) -> T {
    do throws(Hinweis) {
      return try marker.during(note, body)
    } catch {
      throw error.help == nil ? error.help(help) : error
    }
  }
}
