// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

/// Keeps what an import could not place, cell by cell, and what it noticed.
public final class FindingWriter {
  private let insertion: Insertion
  /// The file or sheet of which findings are kept.
  public var source: Int
  private let change: Int

  public init(_ writer: Writer, source: Int) throws(Hinweis) {
    self.source = source
    change = writer.change.id
    insertion = try Insertion(
      writer, into: "hinweis", ["quelle", "aenderung", "grad", "regel", "text", "hilfe", "zeile", "spalte", "inhalt", "anzahl"])
  }

  public func end() { insertion.end() }

  /// Keeps a finding.
  ///
  /// - Parameters:
  ///   - content: what stands in the cell, if it found no place in the plan.
  ///   - count: how often the same was found.
  public func add(_ finding: Hinweis, content: String? = nil, count: Int = 1) throws(Hinweis) {
    let values: [Value] = [
      .integer(source), .integer(change), .text(finding.grade.rawValue), .text(finding.rule ?? ""), .text(finding.text),
      Value(finding.help), Value(finding.place?.line),
      Value(finding.place?.column), Value(content), .integer(count),
    ]
    for (index, value) in values.enumerated() { insertion.bind(value, index) }
    try insertion.write()
  }
}

extension Writer {
  /// Sets aside what earlier imports into a catalogue found, since its file is read anew.
  public func setAsideFindings(of catalogue: Int) throws(Hinweis) {
    try connection.run(
      "UPDATE hinweis SET ueberholt = ?1, ersetzt = ?1 WHERE ueberholt IS NULL AND quelle IN (SELECT DISTINCT quelle FROM eintrag WHERE katalog = ?2)",
      [.integer(change.id), .integer(catalogue)])
  }
}
