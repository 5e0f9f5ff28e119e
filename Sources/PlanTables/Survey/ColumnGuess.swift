// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

/// What a column likely holds, how sure that is, and from what it follows.
public struct ColumnGuess: Sendable {
  public var target: Layout.Target
  /// What the marks and words of its cells mean.
  public var codes: [Layout.Code] = []
  public var separator = ""
  /// In percent; from `sure` on nobody needs to be asked.
  public var certainty: Int
  public var reason: String

  public static let sure = 70

  public var isSure: Bool { certainty >= ColumnGuess.sure }

  init(_ target: Layout.Target, _ certainty: Int, _ reason: String) {
    self.target = target
    self.certainty = certainty
    self.reason = reason
  }
}

extension ColumnGuess {
  /// Guesses from the names of a column, and from what stands in it.
  public init(_ column: ColumnSurvey) {
    let title = column.title
    if column.filled == 0 && ColumnWords.meaning(of: title) == nil {
      self.init(.ignored, 90, "die Spalte ist leer")
    } else if [.person, .mail, .phone].contains(column.kind) {
      self.init(.ignored, 50, "vermutlich personenbezogen: \(column.kind.rawValue)")
    } else if column.kind == .cross || ColumnGuess.unit(title) != nil, let guess = ColumnGuess.mark(column) {
      self = guess
    } else if let guess = ColumnGuess.dated(column) {
      self = guess
    } else if let word = ColumnGuess.word(of: column) {
      self = ColumnGuess.named(column, word)
    } else {
      self = ColumnGuess.unnamed(column)
    }
    if separator.isEmpty { separator = ColumnGuess.separator(column, target) }
  }

  /// What the heading says, else the one above, else the group.
  private static func word(of column: ColumnSurvey) -> ColumnWords.Word? {
    var words = [column.heading, column.topHeading ?? ""].compactMap(ColumnWords.meaning)
    if let group = column.groups.last.flatMap(ColumnWords.meaning), words.isEmpty, column.heading.isEmpty || column.kind == .unit {
      words.append(group)
    }
    return words.max { $0.certainty < $1.certainty }
  }

  // MARK: Crosses

  /// A cross gives a value of what the group is about, or a role to the unit that heads the column.
  private static func mark(_ column: ColumnSurvey) -> ColumnGuess? {
    let heading = column.title
    // The lowest group that says something: UMF under Flüchtlinge under Zielgruppe is a Zielgruppe.
    let known = knownGroup(column)
    let group = known ?? column.groups.last ?? ""
    let word = known.flatMap { ColumnWords.meaning(of: $0) }
    let codes = "Kreuze unter \"\(group)\""
    if let unit = unit(heading) {
      if case .target(.role(let role, _))? = word?.meaning {
        return ColumnGuess(.role(role, actor: unit), 85, "\(codes), die Spalte nennt eine Einheit")
      }
      return ColumnGuess(
        .role("umsetzung", actor: unit), 55, "Kreuze unter einer Einheit; ob sie führt oder mitwirkt, sagt die Tabelle nicht")
    }
    switch ColumnWords.meaning(of: heading)?.meaning {
    case .target(.field("klärungsbedarf")): return ColumnGuess(.field("klärungsbedarf"), 85, "Überschrift")
    case .target(.role("ehrenamt", _)): return ColumnGuess(.role("ehrenamt", actor: heading), 70, "Kreuze unter \"\(heading)\"")
    default: break
    }
    if let status = StatusWords.status(of: heading) ?? (Fold.key(heading) == "nicht" ? "entfallen" : nil) {
      return ColumnGuess(
        .attribute("vermerk", value: heading), 50, "Kreuze unter einem Wort des Status (\(status)); ein Kreuz setzt ihn nicht")
    }
    switch word?.meaning {
    case .target(.role(let role, _)): return ColumnGuess(.role(role, actor: heading), 75, codes)
    case .attribute(let name): return ColumnGuess(.attribute(name, value: heading), 90, codes)
    case .target(.field("handlungsfeld")): return ColumnGuess(.attribute("feldbezug", value: heading), 60, codes)
    default: break
    }
    guard !group.isEmpty else { return ColumnGuess(.attribute(name(heading), value: "ja"), 50, "lauter Kreuze") }
    return ColumnGuess(.attribute(name(group), value: heading), 65, codes)
  }

  /// The lowest group above a column of which anything is known.
  private static func knownGroup(_ column: ColumnSurvey) -> String? {
    column.groups.reversed().first { ColumnWords.meaning(of: $0) != nil }
  }

  /// The code of a unit that heads a column: `FB 50`, `50.21 (ZK, Zentrale Koordinierungsstelle)`.
  private static func unit(_ heading: String) -> String? {
    let code = String(heading.prefix { $0 != "(" && $0 != ":" }).trimmed
    guard let unit = UnitCode(code), !unit.kind.isEmpty || code.contains(".") else { return nil }
    return code
  }

  // MARK: Years

  /// `Stand 2021`, `2021` under `Kosten`, and `Kosten` under `2021`.
  private static func dated(_ column: ColumnSurvey) -> ColumnGuess? {
    let above = column.groups.last ?? (column.heading.isEmpty ? nil : column.topHeading) ?? ""
    if let dated = ColumnWords.year(in: column.title) { return self.dated(dated.rest.isEmpty ? above : dated.rest, dated.date) }
    guard let dated = ColumnWords.year(in: above), dated.rest.isEmpty else { return nil }
    return self.dated(column.title, dated.date)
  }

  private static func dated(_ words: String, _ date: String) -> ColumnGuess? {
    guard let word = ColumnWords.meaning(of: words) else { return nil }
    let reason = "\"\(word.word)\" mit \(date)"
    switch word.meaning {
    case .state: return ColumnGuess(.report("text", day: date), 90, reason)
    case .light: return ColumnGuess(.report("ampel", day: date), 90, reason)
    case .target(.report(let column, _)): return ColumnGuess(.report(column, day: date), 85, reason)
    case .target(.funds(let column, _)): return ColumnGuess(.funds(column, year: date), 90, reason)
    case .target(.field("kosten")): return ColumnGuess(.funds("benötigt", year: date), 90, reason)
    case .target(.field("bemerkung")): return ColumnGuess(.report("text", day: date), 60, reason)
    default: return nil
    }
  }

  // MARK: Headings

  private static func named(_ column: ColumnSurvey, _ word: ColumnWords.Word) -> ColumnGuess {
    let reason = word.certainty == 95 ? "Überschrift" : "Überschrift wie \"\(word.word)\""
    switch word.meaning {
    case .state: return state(column, word.certainty, reason)
    case .light:
      var guess = ColumnGuess(.report("ampel", day: ""), word.certainty, reason)
      guess.codes = codes(column) { StatusWords.light(of: $0) }
      return guess
    case .attribute(let name): return ColumnGuess(.attribute(name, value: nil), word.certainty - 10, reason)
    case .target(.field("zeitraum")) where ColumnGuess.isHorizon(column):
      return ColumnGuess(.attribute(name(column.title), value: nil), 75, "\(reason), aber Wörter wie kurzfristig statt Zeiten")
    case .target(let target): return ColumnGuess(target, certainty(of: target, column, word.certainty), reason + doubt(of: target, column))
    }
  }

  /// Words of the status are one, sentences are a report.
  private static func state(_ column: ColumnSurvey, _ certainty: Int, _ reason: String) -> ColumnGuess {
    let known = column.values.filter { StatusWords.status(of: $0.text) != nil }
    guard known.isEmpty || known.count * 2 < column.values.count else {
      var guess = ColumnGuess(
        .field("status"), known.count == column.values.count ? certainty : min(certainty, 65), "\(reason), Wörter des Status")
      guess.codes = codes(column) { StatusWords.status(of: $0) }
      return guess
    }
    if !column.values.isEmpty, column.values.allSatisfy({ StatusWords.light(of: $0.text) != nil }) {
      var guess = ColumnGuess(.report("ampel", day: ""), certainty, "\(reason), Farben einer Ampel")
      guess.codes = codes(column) { StatusWords.light(of: $0) }
      return guess
    }
    return ColumnGuess(.report("text", day: ""), certainty - 10, "\(reason), ganze Sätze")
  }

  /// The texts of a column that are not the kernel's words, with those that they mean.
  private static func codes(_ column: ColumnSurvey, _ word: (String) -> String?) -> [Layout.Code] {
    column.values.compactMap { value in
      guard let word = word(value.text), Fold.key(word) != Fold.key(value.text) else { return nil }
      return Layout.Code(value.text, [word])
    }
  }

  /// True if a column says how soon, not when.
  private static func isHorizon(_ column: ColumnSurvey) -> Bool {
    let texts = column.values.isEmpty ? column.examples : column.values.map(\.text)
    return !texts.isEmpty && texts.count { Fold.key($0).contains("fristig") } * 2 > texts.count
  }

  /// A heading counts less where the cells do not look like it.
  private static func certainty(of target: Layout.Target, _ column: ColumnSurvey, _ certainty: Int) -> Int {
    doubt(of: target, column).isEmpty ? certainty : min(certainty, 55)
  }

  private static func doubt(of target: Layout.Target, _ column: ColumnSurvey) -> String {
    guard column.filled > 0 else { return "" }
    let looksWrong =
      switch target {
      case .field("nr"): column.longest > 25
      case .field("text"): [.number, .date, .amount, .cross].contains(column.kind)
      case .field("beginn_geplant"), .field("ende_geplant"), .field("abschluss"):
        ![.date, .period, .number].contains(column.kind) && column.filled > 2
      case .field("priorität"): ![.choice, .number].contains(column.kind) && column.filled > 3
      default: false
      }
    return looksWrong ? ", aber darin steht: \(column.kind.rawValue)" : ""
  }

  // MARK: Cells

  private static func unnamed(_ column: ColumnSurvey) -> ColumnGuess {
    switch column.kind {
    case .label where column.column == 0 && column.heading.isEmpty:
      return ColumnGuess(.field("nr"), 60, "lauter verschiedene Nummern am Anfang")
    case .unit: return ColumnGuess(.role("umsetzung", actor: nil), 45, "Kürzel von Einheiten")
    default:
      if let group = knownGroup(column), case .attribute(let name)? = ColumnWords.meaning(of: group)?.meaning {
        return ColumnGuess(.attribute(name, value: nil), 50, "Gruppe \"\(group)\"")
      }
      guard !column.heading.isEmpty || column.topHeading != nil else { return ColumnGuess(.ignored, 40, "ohne Überschrift") }
      let kind = column.kind == .choice ? "wenige verschiedene Werte" : "unbekannte Überschrift"
      // A number alone is no name: 2021 under Teilnehmende is teilnehmende_2021.
      let isNamed = column.title.contains(where: \.isLetter)
      let title = isNamed ? column.title : "\(column.groups.last ?? column.topHeading ?? "") \(column.title)"
      return ColumnGuess(.attribute(name(title), value: nil), column.kind == .choice ? 45 : 35, kind)
    }
  }

  private static func separator(_ column: ColumnSurvey, _ target: Layout.Target) -> String {
    let isList =
      switch target {
      case .attribute(_, nil), .field("sozialräume"), .field("handlungsfeld"): true
      default: false
      }
    guard isList, column.kind != .text || column.longest < 200, column.filled > 0 else { return "" }
    if column.withSemicolon * 5 >= column.filled { return ";" }
    return column.withLineBreak * 5 >= column.filled ? "\n" : ""
  }

  /// The name that an attribute of a heading gets: its words as one.
  public static func name(_ heading: String) -> String {
    let words = heading.lowercased().split { !$0.isLetter && !$0.isNumber }.prefix(4).joined(separator: "_")
    let name = String(words.prefix(40))
    guard let first = name.first, first.isLetter else { return "spalte_\(name)" }
    // A word that measures know already means something else there.
    return Kernel.noun("maßnahme")?.column(name) == nil && Kernel.noun(name) == nil ? name : "\(name)_angabe"
  }
}
