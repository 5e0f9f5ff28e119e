// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

/// Who signs a paper: functions and names at its end, in either order, with what stands before them (`In Vertretung`).
struct SignatureBlock {
  private(set) var signatures: [Paper.Signature] = []
  /// Names without a function.
  private(set) var rest: [(text: String, place: Int)] = []
  /// How many lines and cells it has.
  let count: Int

  private enum Part: Equatable {
    /// `Der Bürgermeister`: in whose name is signed.
    case head(String)
    /// `In Vertretung`, `gez.`.
    case addition(String)
    case function(String)
    case name(String)
  }

  /// The lines of a paper before its signatures, and these.
  static func cut(_ lines: [PaperLine]) -> (body: [PaperLine], signatures: [PaperLine]) {
    var start = lines.count
    while start > 0, canSign(lines[start - 1]) { start -= 1 }
    // What signs begins with a function or in somebody's name; what stands above belongs to the text.
    while start < lines.count, !lines[start].cells.contains(where: { isSaid($0) }) { start += 1 }
    // A name may stand above its function: Kranz / Fachbereichsleiter.
    if start > 0, start < lines.count, lines[start].cells.count == 1, case .function = part(lines[start].cells[0]),
      canSign(lines[start - 1]),
      isName(lines[start - 1].text), PaperLabel.read(lines[start - 1].text, isHead: false) == nil
    {
      start -= 1
    }
    return (Array(lines[..<start]), Array(lines[start...]))
  }

  init(_ lines: [PaperLine]) {
    count = lines.reduce(0) { $0 + $1.cells.count }
    var parts: [(part: Part, place: Int)] = []
    for row in SignatureBlock.columnwise(lines) {
      // Several may stand in one line: Busch, Beigeordnete; Amtsleiterin: Kranz.
      for piece in SignatureBlock.pieces(row.text) { parts.append((SignatureBlock.part(piece), row.place)) }
    }
    pair(parts)
  }

  /// Cells of rows that stand side by side are read column by column.
  private static func columnwise(_ lines: [PaperLine]) -> [(text: String, place: Int)] {
    var found: [(text: String, place: Int)] = []
    var index = 0
    while index < lines.count {
      let table = lines[index].table
      let rows = lines[index...].prefix { $0.table == table && table != nil }
      guard rows.count > 0 else {
        found.append((lines[index].text, lines[index].place))
        index += 1
        continue
      }
      for column in Set(rows.flatMap(\.columns)).sorted() {
        for row in rows { for (cell, place) in zip(row.cells, row.columns) where place == column { found.append((cell, row.place)) } }
      }
      index += rows.count
    }
    return found.flatMap { cell in cell.text.split(separator: "\n").map { (String($0), cell.place) } }
  }

  private mutating func pair(_ parts: [(part: Part, place: Int)]) {
    var additions: [String] = []
    var head: String?
    var index = 0
    func next(_ offset: Int) -> Part? { index + offset < parts.count ? parts[index + offset].part : nil }
    func add(_ function: String, _ person: String) {
      var signature = Paper.Signature(function)
      signature.person = person
      signature.addition = additions.joined(separator: ", ")
      signature.place = parts[index].place
      signatures.append(signature)
      additions = []
    }
    while index < parts.count {
      switch parts[index].part {
      case .addition(let text): additions.append(text)
      case .head(let text):
        if let head { add(head, "") }
        head = text
        // In his name signs who stands below; else it is his own signature.
        if case .name(let name)? = next(1), !isFunction(next(2)) {
          add(text, name)
          head = nil
          index += 1
        } else if next(1) == nil || isFunction(next(1)) {
          add(text, "")
          head = nil
        }
      case .function(let function):
        // Several names in a row: the function stands before its own.
        if case .name(let name)? = next(1) {
          add(function, name)
          index += 1
        } else {
          add(function, "")
        }
      case .name(let name):
        if case .function(let function)? = next(1) {
          if let said = head { additions.insert(said, at: 0) }
          head = nil
          add(function, name)
          index += 1
        } else if let said = head {
          add(said, name)
          head = nil
        } else {
          rest.append((name, parts[index].place))
        }
      }
      index += 1
    }
    if let head { signatures.append(Paper.Signature(head)) }
  }

  private func isFunction(_ part: Part?) -> Bool {
    if case .function? = part { return true }
    return false
  }

  // MARK: Words

  /// True for a line that may stand in a signature block: short, no point of a list, no label, no sentence.
  private static func canSign(_ line: PaperLine) -> Bool {
    guard !line.isPoint, line.cells.allSatisfy({ $0.count <= 60 && !$0.hasSuffix(":") }) else { return false }
    return line.cells.allSatisfy { cell in
      isSaid(cell) || pieces(cell).allSatisfy(isName) || isGap(cell)
    }
  }

  /// Lines to sign on.
  private static func isGap(_ cell: String) -> Bool { cell.allSatisfy { "_.…-– ".contains($0) } }

  /// True for a line that says a function, in whose name, or that it is for somebody else.
  private static func isSaid(_ cell: String) -> Bool {
    pieces(cell.replacing("\n", with: ", ")).contains { piece in
      if case .name = part(piece) { return false }
      return true
    }
  }

  private static func pieces(_ text: String) -> [String] {
    let text = text.hasPrefix("gez. ") ? "gez.," + text.dropFirst(4) : text
    return text.split { ",:()|\t".contains($0) }.map(\.trimmed).filter { !$0.isEmpty && !isGap($0) }
  }

  private static func isName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard (1...4).contains(words.count), !text.contains(where: { $0.isNumber || ";:!?\"„/".contains($0) }) else { return false }
    let titles: Set<String> = ["dr.", "prof.", "von", "van", "de", "zu", "der", "frau", "herr", "gez."]
    return words.allSatisfy { $0.first?.isUppercase ?? false || titles.contains(Fold.key(String($0))) }
      && words.contains { !$0.hasSuffix(".") }
      && !["Kenntnisnahme", "Anlage", "Anlagen", "Keine", "Ja", "Nein"].contains(text)
  }

  private static func part(_ text: String) -> Part {
    let key = Fold.key(text)
    if additions.contains(key.filter { $0 != " " && $0 != "." }) { return .addition(text) }
    let words = key.split(separator: " ")
    guard let last = words.first(where: { isFunctionWord($0) }) else { return .name(text) }
    let isHead = ["der", "die"].contains(words.first ?? "") && heads.contains { last.hasPrefix($0) }
    return isHead ? .head(text) : .function(text)
  }

  private static let additions: Set<String> = ["invertretung", "iv", "imauftrag", "ia", "gez", "gezeichnet", "invertretungdes", "inv"]
  private static let heads = [
    "buergermeister", "oberbuergermeister", "landrat", "landraetin", "stadtdirektor", "gemeindedirektor", "magistrat", "verwaltung",
  ]

  private static func isFunctionWord(_ word: Substring) -> Bool {
    let endings = [
      "meister", "meisterin", "leiter", "leiterin", "leitung", "beigeordnete", "beigeordneter", "bearbeiter", "bearbeiterin", "dezernent",
      "dezernentin",
      "direktor", "direktorin", "referent", "referentin", "koordinator", "koordinatorin", "beauftragte", "beauftragter", "kaemmerer",
      "kaemmerin", "landrat",
      "landraetin", "stadtrat", "stadtraetin", "stadtbaurat", "stadtbauraetin", "vorsitzende", "vorsitzender", "verfasser", "verfasserin",
      "magistrat",
      "manager", "managerin", "fraktionsvorsitz", "sprecher", "sprecherin",
    ]
    return endings.contains { word.hasSuffix($0) }
  }
}
