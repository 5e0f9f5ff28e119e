// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

extension Layout {
  /// The lines of the layout, as a variant or a file of its own holds them; reading them again gives the same layout.
  public var printed: String {
    var reasons = reasons
    /// Each reason stands behind the first line that it can be about.
    func reason(_ setting: String) -> String {
      guard let index = reasons.firstIndex(where: { $0.setting == setting }) else { return "" }
      return " weil \(quoted(reasons.remove(at: index).reason))"
    }
    var lines = ["layout \(quoted(name)) \(quoted(title))"]
    lines.append("kopfzeilen \(headerRows) maßgeblich \(decidingRow)" + reason("kopfzeilen"))
    lines.append("nummern \(numbering == .plain ? "einfach" : "maßnahme.eintrag")" + reason("nummern"))
    lines.append("zeilen \(rowRule == .single ? "einzeln" : "verbunden")" + reason("zeilen"))
    if sheetName != .ignored { lines.append("blatt ist \(sheetName.printed)" + reason("blatt")) }
    for colour in colours { lines.append("farbe \(quoted(colour.mark)) = \(list(colour.values))") }
    var groups: [String] = []
    for column in columns {
      if column.groups != groups {
        groups = column.groups
        lines.append(groups.isEmpty ? "gruppe" : "gruppe \(list(groups))")
      }
      lines.append(column.printed + reason(column.heading.isEmpty ? column.topHeading ?? "" : column.heading))
    }
    return lines.joined(separator: "\n  ") + "\nende\n"
  }
}

extension Layout.Column {
  fileprivate var printed: String {
    var line = "spalte \(quoted(heading))"
    if !synonyms.isEmpty { line += " oder \(list(synonyms))" }
    if let topHeading { line += " oben \(quoted(topHeading))" }
    line += " ist \(target.printed)"
    for code in codes { line += ", \(quoted(code.mark)) = \(list(code.values))" }
    switch separator {
    case "": break
    case "\n": line += " je zeile"
    default: line += " getrennt durch \(quoted(separator))"
    }
    return line
  }
}

extension Layout.Target {
  /// What stands behind `ist`, without codes.
  public var printed: String {
    switch self {
    case .field(let name): name
    case .attribute(let name, let value): "merkmal \(name)" + (value.map { " = \(quoted($0))" } ?? "")
    case .role(let name, let actor): "rolle \(name)" + (actor.map { " von \(quoted($0))" } ?? "")
    case .ignored: "nichts"
    case .identity: "kennung"
    case .report(let column, let day): "sachstand \(column)" + (day.isEmpty ? "" : " am \(date(day))")
    case .funds(let column, let year): "mittel \(column)" + (year.isEmpty ? "" : " im Jahr \(date(year))")
    @unknown default: "nichts"
    }
  }
}

/// A date as it is typed; one of several words in quotation marks.
private func date(_ text: String) -> String {
  text.utf8.allSatisfy { (0x2D...0x39).contains($0) || (0x41...0x5A).contains($0) } ? text : quoted(text)
}

private func list(_ words: [String]) -> String { words.map(quoted).joined(separator: "; ") }

/// A text as it stands on a line; what separates lines separates words as well.
private func quoted(_ text: String) -> String {
  let words = text.split(whereSeparator: \.isNewline).joined(separator: " ")
  return "\"\(words.replacing("\"", with: "\"\""))\""
}
