// SPDX-License-Identifier: Apache-2.0
import PlanKit
import TextKit

private let manifest = """
  kip-plugin 1
  id: oparl
  version: 1.0.0
  licence: Apache-2.0
  summary: Vorlagen und Sitzungen aus Ratsinformationssystemen (OParl 1.0 und 1.1)
  format oparl: Vorlagen, Beratungen, Sitzungen und Tagesordnungspunkte als OParl-JSON; mit format oparl zu wählen
    reads: oparl
  """

@c(kip_OParl)
public func register(_ registry: UnsafeMutableRawPointer) {
  Registry.at(registry).manifest(manifest).offer("oparl", OParlFormat())
}

/// Papers and meetings of a council as tables whose columns are called as in the plan.
///
/// What a paper or meeting refers to is named where the file has it, else its address stands in the cell.
struct OParlFormat: Format {
  func read(_ source: any ByteSource) throws(Hinweis) -> Document {
    let file = OParlFile(cursor: try TextCursor(source))
    var index = OParlIndex()
    try file.forEachObject { (object, _) throws(Hinweis) in try index.add(object, source.name) }
    guard !index.isEmpty else { throw .nothing(source.name) }
    var document = Document(source.name)
    for kind in OParlTable.allCases where index.counts[kind, default: 0] > 0 {
      document.blocks.append(.table(Table(kind.rawValue, rows: OParlRows(file: file, index: index, table: kind))))
    }
    let others = index.others.sorted { $0.key < $1.key }.map { "\($0.value) × \($0.key)" }
    if !others.isEmpty { document.properties = [.init("Nicht übernommen", others.joined(separator: ", "))] }
    return document
  }
}

extension Hinweis {
  fileprivate static func nothing(_ file: String) -> Hinweis {
    Hinweis("hier steht nichts von OParl; erwartet waren Objekte mit \"type\": \"https://schema.oparl.org/1.1/Paper\" oder …/Meeting")
      .at(Place(file: file)).help("andere JSON-Dateien liest das Format json")
  }
}
