// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

/// Reads a cell as what its column holds: a date, an amount, a number, a word, a text.
struct ValueReader {
  let column: Column
  let codes: [Layout.Code]
  private let words: WordReader?

  /// What a cell says.
  enum Reading {
    case said(Value, note: Hinweis?)
    /// It is no such thing; the cell is listed.
    case unplaced(Hinweis)
  }

  init(_ column: Column, _ codes: [Layout.Code]) {
    self.column = column
    self.codes = codes
    words = column.words.isEmpty ? nil : WordReader(name: column.name, words: column.words, codes: codes)
  }

  func read(_ text: String) -> Reading {
    if let words {
      let meaning = words.read(text)
      if let word = meaning.word { return .said(.text(word), note: meaning.notes.first) }
      return .unplaced(meaning.unplaced ?? Denial.note(text))
    }
    if column.kind == .text { return .said(.text(text), note: nil) }
    if Denial.isNothing(text) { return .unplaced(Denial.note(text)) }
    switch column.kind {
    case .label: return .said(.text(text), note: nil)
    case .amount: return .said(.text(Betrag(text).text), note: nil)
    case .date, .day: return date(text)
    case .number:
      guard let number = GermanNumber.value(text).flatMap({ Int(exactly: $0) }) else { return unreadable(text, "keine ganze Zahl") }
      return .said(.integer(number), note: nil)
    case .decimal:
      let figure = text.split(separator: " ").first.map(String.init) ?? text
      guard let number = GermanNumber.value(figure) else { return unreadable(text, "keine Zahl") }
      return .said(.real(number), note: figure == text ? nil : .rounded(text, figure))
    case .flag:
      if Cross(text).isCross { return .said(.integer(1), note: nil) }
      return ["nein", "0"].contains(Fold.key(text)) ? .said(.integer(0), note: nil) : unreadable(text, "weder ja noch nein")
    default: return unreadable(text, "hier nicht zu lesen")
    }
  }

  private func date(_ text: String) -> Reading {
    guard let read = DateText(text) else { return unreadable(text, "kein Datum") }
    let note: Hinweis? = read.isRounded ? .rounded(text, read.date.description) : nil
    guard column.kind == .day else { return .said(.text(read.date.iso), note: note) }
    return .said(.integer(read.date.lastDay), note: read.date.firstDay == read.date.lastDay ? note : .rounded(text, read.date.description))
  }

  private func unreadable(_ text: String, _ what: String) -> Reading {
    .unplaced(Hinweis("\"\(text)\" ist \(what) für \(column.name)").grade(.warnung).rule("wert-unlesbar").help("im Plan nachtragen"))
  }
}

extension Hinweis {
  /// A cell that says more than what is kept of it.
  static func rounded(_ text: String, _ read: String) -> Hinweis {
    Hinweis("\"\(text)\" gelesen als \(read)").grade(.hinweis).rule("wert-gelesen")
  }
}
