// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit

@testable import PlanStore

/// A random history of a few things, written into a plan and kept beside it as a plain list of events.
struct RandomHistory {
  /// What a change said of a thing on a day; without a text it is gone.
  struct Event {
    var table: String
    var id: Int
    var change: Int
    var day: Int
    var text: String?
  }

  private(set) var events: [Event] = []
  /// The changes that take others back.
  private(set) var undone: Set<Int> = []
  private let store: PlanStore
  private var numbers: SeededNumbers
  /// Two catalogues, whose versions come in with days of their own.
  private static let tables = [("massnahme", "text"), ("ziel", "text"), ("handlungsfeld", "name")]

  init(_ store: PlanStore, seed: UInt64) {
    self.store = store
    numbers = SeededNumbers(seed)
  }

  mutating func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &numbers) }

  /// The days of which changes speak, and some between and around them.
  mutating func day() -> Int { 20200100 + pick(1...20) }

  /// The texts of the things of a table that held on a day, as far as changes up to a number tell: the plain definition.
  func state(_ table: String, change: Int, day: Int?) -> [Int: String] {
    var last: [Int: Event] = [:]
    for event in events where event.table == table && event.change <= change && (day.map { event.day <= $0 } ?? true) {
      last[event.id] = event
    }
    return last.compactMapValues(\.text)
  }

  /// Makes one change of a few writes.
  mutating func change(_ number: Int) throws {
    let day = day()
    // A change that takes back has no day of its own.
    let isUndo = pick(0...4) == 0
    if isUndo { undone.insert(number) }
    var made: [Event] = []
    try store.write(on: day) { (writer) throws(Hinweis) in
      if isUndo { try store.connection.run("UPDATE offen SET tag = NULL") }
      for _ in 0..<pick(1...3) {
        let (table, column) = RandomHistory.tables[pick(0...2)]
        var alive: [Int: Event] = [:]
        for event in events + made where event.table == table { alive[event.id] = event }
        let all = alive.values.sorted { $0.id < $1.id }
        let text = "Fassung \(number)-\(pick(0...9))"
        var event = Event(table: table, id: 0, change: number, day: day, text: text)
        switch (all.isEmpty ? 0 : pick(0...7)) {
        case 0, 1:
          guard !isUndo else { continue }
          event.id = try writer.insert(table, [column: .text(text)])
        case 2, 3, 4:
          let old = all[pick(0...all.count - 1)]
          guard old.text != nil else { continue }
          // What is taken back holds from the day from which it held before.
          event.day = isUndo ? events.filter { $0.id == old.id && $0.text != nil }.randomElement(using: &numbers)?.day ?? day : day
          event.id = old.id
          try store.connection.run(
            "UPDATE \(table) SET \(column) = ?, seit = ?, ab = ? WHERE id = ?",
            [.text(text), .integer(number), .integer(event.day), .integer(old.id)])
        case 5, 6:
          let old = all[pick(0...all.count - 1)]
          guard old.text != nil else { continue }
          event.id = old.id
          event.text = nil
          event.day = isUndo ? old.day : day
          try writer.delete(table, old.id)
        default:
          guard let old = all.first(where: { $0.text == nil && $0.change != number }) else { continue }
          event.id = old.id
          event.day = isUndo ? events.last { $0.id == old.id && $0.text != nil }?.day ?? day : day
          try store.connection.run(
            "INSERT INTO \(table) (id, \(column), seit, ab) VALUES (?, ?, ?, ?)",
            [.integer(old.id), .text(text), .integer(number), .integer(event.day)])
        }
        // Of a change only the last word on a thing counts; what it made and removed was never there.
        let first = made.contains { $0.id == event.id } ? made : []
        made.removeAll { $0.id == event.id }
        if event.text == nil, !first.isEmpty, events.last(where: { $0.id == event.id })?.text == nil { continue }
        made.append(event)
      }
    }
    events += made
  }
}

/// Random numbers that are the same in every run.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
