// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit
public import PlanStore

/// Reads a council paper from its text: the head, the sections, the way through the Gremien and who signs.
public struct PaperReader {
  private var paper = Paper()
  /// What the line before began.
  private var label: PaperLabel?
  /// True once the label's value is there.
  private var isFilled = false
  private var isHead = true
  private var stations = StationReader()

  /// The paper that a document holds; the error says that it is none.
  public static func read(_ document: Document) throws(Hinweis) -> Paper {
    var reader = PaperReader()
    let (body, signatures) = SignatureBlock.cut(try PaperLine.lines(of: document))
    for line in body { reader.take(line) }
    reader.take(SignatureBlock(signatures))
    reader.finish()
    guard !reader.paper.subject.isEmpty else {
      throw Hinweis("das ist keine Vorlage: ein Betreff fehlt").at(Place(file: document.title)).help(
        "erwartet ist eine Zeile \"Betreff: …\"; als Text liest die Datei: importiere … als dokument")
    }
    return reader.paper
  }

  // MARK: Lines

  private mutating func take(_ line: PaperLine) {
    paper.account.read += line.cells.count
    if line.table != nil { return takeRow(line) }
    takeText(line.cells[0], line)
  }

  /// A row of a table: labels with their values beside them, a station, or text.
  private mutating func takeRow(_ line: PaperLine) {
    if label == .stations, PaperLabel.read(line.cells[0], isHead: false) == nil {
      return place(line, stations.take(line))
    }
    if StationReader.isHeader(line.cells) {
      (label, isFilled) = (.stations, false)
      return place(line, stations.take(line))
    }
    var index = 0
    while index < line.cells.count {
      let cell = line.cells[index]
      let next = index + 1 < line.cells.count ? line.cells[index + 1] : nil
      index += 1
      if let found = PaperLabel.read(cell, isHead: isHead), found.rest.isEmpty, !cell.contains("\n"), let next,
        !found.label.isSection || PaperLabel.read(next, isHead: isHead) == nil
      {
        begin(found.label)
        paper.account.labels += 1
        let parts = next.split(separator: "\n").map(String.init)
        paper.account.read += parts.count - 1
        paper.account.placed += parts.count
        for part in parts { say(part, line) }
        index += 1
        if !found.label.isSection { label = nil }
        continue
      }
      let parts = cell.split(separator: "\n").map(String.init)
      // A cell is accounted for once, though it may have several lines.
      paper.account.read += parts.count - 1
      for part in parts { takeText(part, line) }
    }
  }

  private mutating func takeText(_ text: String, _ line: PaperLine) {
    if let found = PaperLabel.read(text, isHead: isHead), !line.isPoint || found.label.isSection {
      begin(found.label)
      paper.account.labels += 1
      guard !found.rest.isEmpty else { return }
      // Label and value are two things in one line.
      paper.account.read += 1
      paper.account.placed += 1
      return say(found.rest, line)
    }
    if label == .stations { return place(line, stations.take(line)) }
    if let label, label.isSection || !isFilled || label == .subject {
      paper.account.placed += 1
      return say(text, line)
    }
    takeUnlabelled(text, line)
  }

  private mutating func begin(_ label: PaperLabel) {
    (self.label, isFilled) = (label, false)
    if label.isSection { isHead = false }
    if label == .costs { paper.reasons.append("Finanzielle Auswirkungen:") }
  }

  /// A line of the head that no label announces.
  private mutating func takeUnlabelled(_ text: String, _ line: PaperLine) {
    let words = text.split(separator: " ")
    if isHead, let last = words.last, PaperLabel.isNumber(last),
      let kind = PaperKind.read(words.dropLast().filter { Fold.key(String($0)) != "nr." }.joined(separator: " "))
    {
      (paper.kind, paper.number) = (kind.kind, String(last))
    } else if isHead, paper.kind.isEmpty, let kind = PaperKind.read(text) {
      paper.kind = kind.kind
    } else if isHead, paper.date == nil, words.count <= 6, let date = TextDate.one(in: text), case .day = date.part {
      paper.date = date
    } else if isHead, paper.town.isEmpty, let first = words.first, PaperReader.towns.contains(Fold.key(String(first))), words.count <= 5 {
      paper.town = text
    } else if isHead, ["oeffentlich", "nicht oeffentlich", "nichtoeffentlich"].contains(Fold.key(text)) {
      note("die Vorlage ist \(text)", "öffentlichkeit", line)
    } else {
      return list(text, "steht unter keiner Überschrift einer Vorlage", line)
    }
    paper.account.placed += 1
  }

  private static let towns: Set<String> = [
    "stadt", "gemeinde", "markt", "landkreis", "kreis", "region", "samtgemeinde", "verbandsgemeinde", "amt", "hansestadt",
  ]

  // MARK: Values

  /// What the label that was read last says.
  private mutating func say(_ text: String, _ line: PaperLine) {
    defer { isFilled = true }
    switch label {
    case .subject: paper.subject += paper.subject.isEmpty ? text : " \(text)"
    case .number: paper.number = text
    case .file: paper.fileNumber = text
    case .kind:
      guard let kind = PaperKind.read(text) else { return mislist(text, "ist keine bekannte Art von Vorlage", line) }
      paper.kind = kind.kind
      if !kind.isExact { note("\"\(text)\" ist gelesen als \(kind.kind)", "art", line) }
    case .date:
      guard let date = TextDate.one(in: text) else { return mislist(text, "ist kein Datum", line) }
      paper.date = date
    case .unit: paper.unit = text
    case .author, .openness: mislist(text, "hat in einer Vorlage des Plans keine Spalte", line)
    case .proposal: paper.proposal.append(text)
    case .reasons, .costs: paper.reasons.append(text)
    case .parts: paper.parts.append(text)
    case .stations: place(line, stations.take(PaperLine(cells: [text], columns: [0], place: line.place)))
    case nil: break
    }
  }

  /// Lists what was counted as placed.
  private mutating func mislist(_ text: String, _ problem: String, _ line: PaperLine) {
    paper.account.placed -= 1
    list(text, problem, line)
  }

  private mutating func list(_ text: String, _ problem: String, _ line: PaperLine) {
    paper.findings.append(
      .init(Hinweis("\"\(text.prefix(80))\" \(problem)").grade(.warnung).rule("vorlage-zeile"), place: line.place, content: text))
  }

  private mutating func note(_ text: String, _ rule: String, _ line: PaperLine) {
    paper.findings.append(.init(Hinweis(text).grade(.hinweis).rule(rule), place: line.place, content: nil))
  }

  private mutating func place(_ line: PaperLine, _ outcome: StationReader.Outcome) {
    switch outcome {
    case .header: paper.account.labels += line.cells.count
    case .placed: paper.account.placed += line.cells.count
    case .unknown: list(line.text, "ist keine Station der Beratungsfolge", line)
    }
  }

  private mutating func take(_ block: SignatureBlock) {
    paper.account.read += block.count
    paper.account.placed += block.count - block.rest.count
    paper.signatures = block.signatures
    for (text, place) in block.rest {
      list(text, "steht bei den Unterschriften und hat keine Funktion", PaperLine(cells: [text], columns: [0], place: place))
    }
  }

  private mutating func finish() {
    paper.stations = stations.stations
    let text = ProseReader(paper.proposal + paper.reasons)
    paper.stations += text.stations.filter { station in !paper.stations.contains { Fold.key($0.body) == Fold.key(station.body) } }
    for remark in text.remarks { paper.findings.append(.init(remark, place: 0)) }
  }
}
