// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// Chooses the format of a file by what the user said, else by its ending.
extension Session {
  func formatToRead(_ path: String, named name: String?) throws(Hinweis) -> String {
    try formatsToRead(path, named: name)[0]
  }

  /// The formats that take files of this ending, at least one.
  func formatsToRead(_ path: String, named name: String?) throws(Hinweis) -> [String] {
    if let name { return [name] }
    let offers = host.offers(.format).map(\.offer)
    let found = offers.filter { $0.reads.contains(Session.ending(path)) }.map(\.name)
    if !found.isEmpty { return found }
    throw Hinweis("Dateien mit der Endung \"\(Session.ending(path))\" kann kein Plug-in lesen").at(Place(file: path))
      .help("lesbar sind \(Set(offers.flatMap(\.reads)).sorted().joined(separator: ", ")); mit format NAME lässt sich eines davon wählen")
  }

  func formatToWrite(_ path: String, named name: String?) throws(Hinweis) -> String {
    if let name { return name }
    if Session.ending(path) == "txt" { return "tabelle" }
    let offers = host.offers(.format).map(\.offer)
    if let offer = offers.first(where: { $0.writes.contains(Session.ending(path)) }) { return offer.name }
    throw Hinweis("die Endung \"\(Session.ending(path))\" sagt nicht, in welchem Format").at(Place(file: path))
      .help("bekannt sind \(Set(offers.flatMap(\.writes)).sorted().joined(separator: ", ")), txt; oder als FORMAT angeben")
  }

  private static func ending(_ path: String) -> String {
    path.lastIndex(of: ".").map { Fold.key(String(path[path.index(after: $0)...])) } ?? ""
  }
}
