// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// A file with tables, read without a plan.
struct TableFile {
  var name: String
  var format: String
  var document: Document

  /// - Parameter work: what is shown while it is read.
  init(_ path: String, span: Span?, format: String?, _ session: Session, _ work: String) throws(Hinweis) {
    let source: FileSource
    do throws(Hinweis) { source = try FileSource(path) } catch { throw error.marked(span) }
    name = source.name
    self.format = try session.formatToRead(path, named: format)
    document = try session.host.format(self.format).read(session.watched(source, work))
    session.store?.clearInterruption()
  }

  /// The sheets that are meant: one by its name, or all.
  func sheets(_ wanted: String?, span: Span?) throws(Hinweis) -> [Table] {
    let tables = document.namedTables
    guard !tables.isEmpty else {
      throw Hinweis("in der Datei steht keine Tabelle").at(Place(file: name)).help("Text wird anders eingelesen: hilfe importiere")
    }
    guard let wanted, Fold.key(wanted) != "alle" else { return tables }
    let named = tables.filter { Fold.key($0.name) == Fold.key(wanted) }
    guard named.isEmpty else { return named }
    throw Hinweis("das Blatt \"\(wanted)\" gibt es nicht").marked(span).didYouMean(wanted, tables.map(\.name).filter { !$0.isEmpty })
  }
}
