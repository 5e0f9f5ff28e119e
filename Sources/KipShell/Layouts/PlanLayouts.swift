// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery
internal import PlanStore

/// A layout of a plan, and where it comes from.
struct PlanLayout {
  var layout: Layout
  /// Its thing in the plan; nil for one of the variant.
  var id: Int?
  /// Why its lines cannot be read; the layout has only its name then.
  var problem: Hinweis?

  var origin: String { id == nil ? "variante" : "plan" }
}

extension PlanStore {
  /// The plan's own layouts, and those of the variant that have no namesake among them.
  func planLayouts() throws(Hinweis) -> [PlanLayout] {
    var layouts: [PlanLayout] = []
    let shown = ["id", "name", "titel", "wortlaut"].map { Shown(Path(typed: $0)) }
    for row in try rows(Query(Name("layouts"), [.show(shown)])).rows.all() {
      layouts.append(PlanLayout(id: Int(row[0]), name: row[1], title: row[2], lines: row[3]))
    }
    guard let lines = try variantLines() else { return layouts }
    let own = Set(layouts.map { Fold.key($0.layout.name) })
    return layouts
      + (try VariantParser.parse(Variant(lines)).layouts.filter { !own.contains(Fold.key($0.name)) }.map { PlanLayout(layout: $0) })
  }

  /// The layout of a name; its error says what is wrong with it.
  func planLayout(_ name: String, span: Span? = nil) throws(Hinweis) -> PlanLayout {
    let all = try planLayouts()
    guard let found = all.first(where: { Fold.key($0.layout.name) == Fold.key(name) }) else {
      throw Hinweis("das Layout \"\(name)\" gibt es nicht").marked(span).didYouMean(name, all.map(\.layout.name))
    }
    return found
  }
}

extension PlanLayout {
  /// What the plan's columns say comes before what the lines say.
  fileprivate init(id: Int?, name: String, title: String, lines: String) {
    self.id = id
    do throws(Hinweis) {
      guard let first = try VariantParser.layouts(lines, of: "layout \(name)").first else { throw Hinweis("darin steht kein Layout") }
      layout = first
      layout.name = name
      if !title.isEmpty { layout.title = title }
    } catch {
      layout = Layout(name, title: title)
      problem = error
    }
  }

  /// The layout, or why its lines cannot be read.
  func read() throws(Hinweis) -> Layout {
    if let problem {
      throw Hinweis("das Layout \(layout.name) lässt sich nicht lesen: \(problem.text)").help("layout lies DATEI ersetzt es")
    }
    return layout
  }
}

/// Puts layouts into the plan.
struct LayoutWriter {
  let store: PlanStore
  let writer: Writer

  /// Makes the layout a thing of the plan, in the place of its own of that name; false if the plan says just that.
  func keep(_ layout: Layout) throws(Hinweis) -> Bool {
    let known = try store.planLayouts().first { $0.id != nil && Fold.key($0.layout.name) == Fold.key(layout.name) }
    if let known, known.problem == nil, known.layout == layout { return false }
    if let id = known?.id {
      try writer.update("layout", id, ["name": .text(layout.name), "titel": .text(layout.title), "wortlaut": .text(layout.printed)])
    } else {
      try writer.insert("layout", ["name": .text(layout.name), "titel": .text(layout.title), "wortlaut": .text(layout.printed)])
    }
    return true
  }

  /// Makes what the layout speaks of and the plan lacks; the answer names it.
  ///
  /// - Parameters:
  ///   - words: the values that an attribute has in the file, where they are few.
  ///   - units: units that its cells name.
  func complete(_ layout: Layout, words: [String: [String]], units: [String] = []) throws(Hinweis) -> [String] {
    var made: [String] = []
    var attributes: [(name: String, words: [String])] = []
    for column in layout.columns {
      switch column.target {
      case .attribute(let name, let value):
        let found = [value].compactMap(\.self) + column.codes.flatMap(\.values)
        let all = found.isEmpty ? words[name] ?? [] : found
        if let index = attributes.firstIndex(where: { $0.name == name }) {
          attributes[index].words += all.filter { !attributes[index].words.contains($0) }
        } else {
          attributes.append((name, all))
        }
      default: break
      }
    }
    // Those that stand higher first, so that the others can be put below them.
    let headings = layout.columns.compactMap { column in if case .role(_, let actor?) = column.target { actor } else { nil } }
    let named = (headings.filter { UnitCode($0) != nil } + units).compactMap { name in UnitCode(name).map { (name: name, code: $0) } }
      .sorted { ($0.code.number.count, $0.code.kind.isEmpty ? 1 : 0) < ($1.code.number.count, $1.code.kind.isEmpty ? 1 : 0) }.map(\.name)
    for unit in try LayoutWriter.lacking(named + units.filter { UnitCode($0) == nil }, store) { made.append(try makeUnit(unit)) }
    for heading in headings where UnitCode(heading) == nil {
      if let name = try makeGroup(heading) { made.append(name) }
    }
    for attribute in attributes { made += try makeAttribute(attribute.name, attribute.words) }
    return made
  }

  /// The units that the plan does not have, under no code that means the same.
  static func lacking(_ units: [String], _ store: PlanStore) throws(Hinweis) -> [String] {
    let columns = ["kürzel", "zweitkürzel", "name"].map { Shown(Path(typed: $0)) }
    let names = try store.rows(Query(Name("einheiten"), [.show(columns)])).rows.all().joined()
    let known = names.compactMap { UnitCode($0) }
    var lacking: [String] = []
    for unit in units {
      if UnitCode(unit) == nil, !(names + lacking).contains(where: { Fold.key($0) == Fold.key(unit) }) { lacking.append(unit) }
      guard let code = UnitCode(unit), !known.contains(where: { $0.matches(code) }),
        !lacking.contains(where: { UnitCode($0).map { $0.matches(code) } ?? false })
      else { continue }
      lacking.append(unit)
    }
    return lacking
  }

  private func makeAttribute(_ name: String, _ words: [String]) throws(Hinweis) -> [String] {
    let known = try store.noun("maßnahme")?.columns.first { $0.source == .attribute && Fold.key($0.name) == Fold.key(name) }
    if known == nil {
      let heading = (name.prefix(1).uppercased() + name.dropFirst()).replacing("_", with: " ")
      try writer.insert("merkmal", ["art": .text("maßnahme"), "name": .text(name), "ueberschrift": .text(heading)])
    }
    // Where any text is allowed, it stays so.
    guard known.map({ !$0.words.isEmpty }) ?? true else { return [] }
    let new = words.filter { word in known?.words.contains { Fold.key($0) == Fold.key(word) } != true }
    for (index, word) in new.enumerated() {
      try writer.insert(
        "vokabel", ["merkmal": .text(name), "name": .text(word), "platz": .integer((known?.words.count ?? 0) + index + 1)])
    }
    if known == nil { return ["Merkmal \(name)" + (new.isEmpty ? "" : " (\(new.joined(separator: "; ")))")] }
    return new.isEmpty ? [] : ["Vokabeln von \(name): \(new.joined(separator: "; "))"]
  }

  /// A unit that nobody has confirmed yet, below the one that its code says.
  private func makeUnit(_ code: String) throws(Hinweis) -> String {
    let own = UnitCode(code)
    let known = try store.rows(Query(Name("einheiten"), [.show(["id", "kürzel"].map { Shown(Path(typed: $0)) })])).rows.all()
    let above = known.compactMap { row in UnitCode(row[1]).map { (id: Int(row[0]), code: $0) } }
      .filter { other in own.map { other.code.isAbove($0) } ?? false }.max { $0.code.number.count < $1.code.number.count }
    try writer.insert(
      "akteur",
      [
        "art": .text("einheit"), "name": .text(code), "kuerzel": own == nil ? .null : .text(code), "oberhalb": Value(above?.id),
        "geprueft": .integer(0),
      ])
    return "Einheit \(code), ungeprüft"
  }

  /// A group that a heading names and nobody has confirmed yet.
  private func makeGroup(_ name: String) throws(Hinweis) -> String? {
    guard let noun = Kernel.noun("akteur"), try store.find(noun, name).isEmpty else { return nil }
    try writer.insert("akteur", ["art": .text("gruppe"), "name": .text(name), "geprueft": .integer(0)])
    return "Gruppe \(name), ungeprüft"
  }
}
