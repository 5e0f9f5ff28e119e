// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// What a file says of the cells of a row beside their texts, as far as somebody should hear of it.
struct CellDetails {
  /// The details of the row, in order of columns as the file has them.
  let details: ArraySlice<CellDetail>

  /// What is said of single cells: comments, links, text that is struck through, formulas without a value.
  var notes: [(note: Hinweis, column: Int)] {
    details.compactMap { detail in
      let note: Hinweis
      switch detail.kind {
      case .comment(let text): note = Hinweis("Kommentar an der Zelle: \(text)").grade(.hinweis).rule("kommentar")
      case .link(let target): note = Hinweis("Verknüpfung in der Zelle: \(target)").grade(.hinweis).rule("verknüpfung")
      case .struck:
        note = Hinweis("der Text der Zelle ist durchgestrichen").grade(.warnung).rule("durchgestrichen").help(
          "nachsehen, ob es noch gilt; aufgegeben: setze maßnahme … status = entfallen")
      case .formula(let formula):
        note = Hinweis("die Datei enthält das Ergebnis der Formel \(formula) nicht").grade(.warnung).rule("formel-ohne-wert").help(
          "die Datei in der Tabellenkalkulation öffnen, neu berechnen und speichern")
      default: return nil
      }
      return (note, Int(detail.column))
    }
  }

  /// The colours of the cells, each once.
  var colours: [String] {
    var colours: [String] = []
    for detail in details {
      if case .colour(let colour) = detail.kind, !colours.contains(colour) { colours.append(colour) }
    }
    return colours
  }
}

/// Reads the status from the colours of a row, where the layout says what they mean.
struct StatusColours {
  private let meanings: [String: String]

  init(_ codes: [Layout.Code]) {
    let words = Kernel.noun("maßnahme")?.column("status")?.words ?? []
    meanings = Dictionary(
      codes.compactMap { code in
        guard let value = code.values.first, let word = words.first(where: { Fold.key($0) == Fold.key(value) }) else { return nil }
        return (StatusColours.key(code.mark), word)
      }, uniquingKeysWith: { first, _ in first })
  }

  var isEmpty: Bool { meanings.isEmpty }

  /// The status that the colours say; nil if they say none, or several.
  func status(_ colours: [String]) -> String? {
    let found = Set(colours.compactMap { meanings[StatusColours.key($0)] })
    return found.count == 1 ? found.first : nil
  }

  private static func key(_ colour: String) -> String { colour.uppercased().filter { $0 != "#" } }
}
