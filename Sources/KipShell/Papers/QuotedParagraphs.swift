// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery
internal import PlanStore

/// Paragraphs of which something new is made: `aus dokument 3 absatz 12 bis 14`.
struct QuotedParagraphs {
  /// The ids of the paragraphs.
  let ids: [Int]
  let document: Int
  let source: Int?
  let page: String
  /// Their text, as the title of what is made.
  let title: Operand

  /// What the facts of a new thing quote, one for each range.
  static func read(_ facts: [Edit.Fact], _ store: PlanStore) throws(Hinweis) -> [QuotedParagraphs] {
    var found: [QuotedParagraphs] = []
    for case .quotes(let quotation) in facts {
      let noun = try store.noun(quotation.document.noun.text)
      guard let noun, noun.table == "dokument" else {
        throw Hinweis("Absätze hat ein Dokument").marked(quotation.document.noun.span).help("etwa: aus dokument 3 absatz 12")
      }
      let document = try store.theOne(noun, quotation.document.key)
      for range in quotation.ranges { found.append(try QuotedParagraphs(range, document, quotation, store)) }
    }
    return found
  }

  private init(_ range: ClosedRange<Int>, _ document: Int, _ quotation: Edit.Quotation, _ store: PlanStore) throws(Hinweis) {
    let known = try store.paragraphs(of: document)
    let name = quotation.document.key.text
    guard known.count > 0 else {
      throw Hinweis("dokument \"\(name)\" ist nicht eingelesen und hat keine Absätze").marked(quotation.document.key.span)
        .help("einlesen: importiere DATEI als dokument")
    }
    guard range.upperBound <= known.count else {
      throw Hinweis("dokument \"\(name)\" hat \(known.count) Absätze").marked(quotation.span).help(
        "die Nummern zeigt: dokument \(name)")
    }
    self.document = document
    ids = range.map { known.ids[$0 - 1] }
    source = known.source
    var texts: [String] = []
    var page = ""
    for id in ids {
      let paragraph = try store.paragraph(id)
      texts.append(paragraph.text)
      if page.isEmpty { page = paragraph.page }
    }
    self.page = page
    title = Operand(texts.joined(separator: "\n"), span: quotation.span)
  }

  /// What it says of a thing beside its text: document, source and page, where the noun has columns for them.
  func settings(of noun: Noun) -> [Setting] {
    var settings: [Setting] = []
    func add(_ name: String, _ kind: Column.Kind, _ text: String?) {
      guard let text, !text.isEmpty, let column = noun.column(name), column.source == .stored, column.kind == kind else { return }
      settings.append(Setting(column, [Operand(text, span: title.span)], span: title.span))
    }
    add("dokument", .thing("dokumente"), "Nr. \(document)")
    add("quelle", .thing("quellen"), source.map { "Nr. \($0)" })
    add("seite", .text, page)
    return settings
  }
}
