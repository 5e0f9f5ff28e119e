// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// Chooses the format of a file by what the user said, else by its ending and content.
extension Session {
  func formatToRead(_ path: String, named name: String?) throws(Hinweis) -> String {
    try formatsToRead(path, named: name)[0]
  }

  /// The formats that take the file, at least one: those of its ending, or of its content where that is something else.
  func formatsToRead(_ path: String, named name: String?) throws(Hinweis) -> [String] {
    if let name { return [name] }
    let ending = Session.ending(path)
    let offers = host.offers(.format).map(\.offer)
    let byEnding = offers.filter { $0.reads.contains(ending) }.map(\.name)
    // Whoever opens the file says why that is not possible.
    guard let source = try? FileSource(path) else { return byEnding.isEmpty ? ["csv"] : byEnding }
    let kind = try ContentKind.of(source)
    if kind == .pdf { throw .pdf(source.name) }
    let fitting = kind == .binary ? byEnding : byEnding.filter { kind.formats.contains($0) || !ContentKind.known.contains($0) }
    if !fitting.isEmpty { return fitting }
    guard let byContent = kind.formats.first(where: { name in offers.contains { $0.name == name } }) else {
      if !byEnding.isEmpty { return byEnding }
      throw .unknown(source.name, ending, Set(offers.flatMap(\.reads)))
    }
    let wrong = ending.isEmpty ? "die Datei hat keine Endung" : "die Endung \"\(ending)\" passt nicht zum Inhalt"
    tell(
      Hinweis("\(wrong); das ist \(kind.name), gelesen wird es als \(byContent)").grade(.hinweis).at(Place(file: source.name))
        .help("format NAME wählt ein anderes Format"))
    return [byContent]
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

extension Hinweis {
  fileprivate static func unknown(_ file: String, _ ending: String, _ endings: Set<String>) -> Hinweis {
    Hinweis("Dateien mit der Endung \"\(ending)\" kann kein Plug-in lesen").at(Place(file: file))
      .help("lesbar sind \(endings.sorted().joined(separator: ", ")); mit format NAME lässt sich eines davon wählen")
  }

  fileprivate static func pdf(_ file: String) -> Hinweis {
    Hinweis("das ist eine PDF-Datei; darin stehen keine Tabellen, sondern nur gedruckte Zeichen").at(Place(file: file))
      .help("die Datei nehmen, aus der das PDF gemacht wurde (XLSX, ODS, DOCX), oder die Tabelle als CSV speichern")
  }
}
