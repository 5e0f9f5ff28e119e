// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

/// Reads marks, each text of a column once, and gathers those of a line as JSON.
final class MarkGatherer {
  private let duties: ColumnDuties
  private let listsNames: [Bool]
  /// The names of the attributes as members of a JSON object, and which of them a column gives a value.
  private let attributes: [[UInt8]]
  private let attributeOfColumn: [Int?]
  private var meanings: [[String: MarkMeaning]]
  private var crosses: [MarkMeaning?]
  private var marks: [[UInt8]]
  /// Columns with words may say the same word twice.
  private var saysWords: [Bool]

  init(_ layout: Layout, _ duties: ColumnDuties) {
    self.duties = duties
    listsNames = layout.columns.indices.map { number in duties.readers[number].map { !($0 is WordReader) && !($0 is MarkReader) } ?? false }
    let names = duties.attributes
    let sorted = Set(names.compactMap { $0 }).sorted()
    attributes = sorted.map { Array("\(JSONText.quoted($0)):{".utf8) }
    attributeOfColumn = names.map { name in name.flatMap(sorted.firstIndex) }
    meanings = Array(repeating: [:], count: layout.columns.count)
    crosses = Array(repeating: nil, count: layout.columns.count)
    marks = Array(repeating: [], count: attributes.count)
    saysWords = duties.readers.map { ($0 as? MarkReader)?.vocabulary != nil }
  }

  func clear() { for index in marks.indices { marks[index].removeAll(keepingCapacity: true) } }

  func meaning(of cell: RawCell, _ column: Int) throws(Hinweis) -> MarkMeaning {
    let isCross = cell.bytes.count == 1 && cell.bytes[0] == 0x78
    if isCross, let known = crosses[column] { return known }
    let text =
      listsNames[column] ? CleanText.list(cell.bytes) : saysWords[column] ? CleanText.lines(cell.bytes) : CleanText.string(cell.bytes)
    if let known = meanings[column][text] { return known }
    guard let reader = duties.readers[column] else { return MarkMeaning() }
    let meaning = try reader.read(text)
    meaning.json = Array(meaning.values.map { "\(JSONText.quoted($0.value)):\(JSONText.quoted($0.mark))" }.joined(separator: ",").utf8)
    if meanings[column].count > 10_000 { meanings[column].removeAll() }
    meanings[column][text] = meaning
    if isCross { crosses[column] = meaning }
    return meaning
  }

  func add(_ meaning: MarkMeaning, _ column: Int) {
    guard let attribute = attributeOfColumn[column] else { return }
    if !marks[attribute].isEmpty { marks[attribute].append(UInt8(ascii: ",")) }
    marks[attribute] += meaning.json
  }

  /// Gives the line what was gathered.
  func set(_ line: CatalogueLine) {
    guard marks.contains(where: { !$0.isEmpty }) else { return }
    line.set(.marks) { bytes in
      bytes.append(UInt8(ascii: "{"))
      var isFirst = true
      for (index, values) in marks.enumerated() where !values.isEmpty {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        bytes += attributes[index]
        bytes += values
        bytes.append(UInt8(ascii: "}"))
        isFirst = false
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }
}
