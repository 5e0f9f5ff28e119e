// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// A timeline: what is planned and what was, from begin to end, with today marked.
///
/// A date of lesser precision covers all of its days: an end of III/2024 is the end of September.
struct TimePicture {
  private let heading: String
  private let rows: [(label: String, dates: [Datum?])]
  private let undated: Int
  /// How many dates a row has: one; begin and end; these and when it was done; or these and real begin and end.
  private let count: Int
  private let width: Int
  private let today: Int

  init?(_ columns: [Table.Column], _ cells: [[String]], _ width: Int, today: Datum = .today) {
    guard (2...5).contains(columns.count) else { return nil }
    heading = columns[0].heading
    count = columns.count - 1
    let all = cells.map { row in
      (label: row[0].isEmpty ? PictureText.nothing : CellText.shown(row[0], in: columns[0]), dates: row.dropFirst().map { Datum($0) })
    }
    rows = all.filter { $0.dates.contains { $0 != nil } }
    undated = all.count - rows.count
    self.width = width
    self.today = today.firstDay
  }

  private static let (plannedOnly, both, unplanned, point): (Character, Character, Character, Character) = ("░", "█", "×", "◆")

  var lines: [String] {
    guard !rows.isEmpty else { return undatedNote }
    let labelWidth = min(max(Width.of(heading), rows.map { Width.of($0.label) }.max() ?? 0), max(12, width * 2 / 5))
    let room = width - labelWidth - 3
    let days = rows.flatMap { $0.dates.compactMap(\.self).flatMap { [$0.firstDay, $0.lastDay] } }
    // What is still going on reaches to today; else today is shown where it is near.
    let goesOn = rows.contains { actual($0.dates)?.end == nil && actual($0.dates) != nil }
    let near = (days.max() ?? today) / 10000 + 1 >= today / 10000 && (days.min() ?? today) / 10000 - 1 <= today / 10000
    let scale = TimeScale(goesOn || near ? days + [today] : days, room)
    let now = goesOn || near ? scale.column(today) : nil
    var lines: [String] = []
    if let now { lines.append(framed("", String(repeating: " ", count: max(0, min(now, room - 7))) + "▼ heute", labelWidth)) }
    for (index, head) in scale.heads.enumerated() { lines.append(framed(index == 0 ? heading : "", head, labelWidth)) }
    lines.append(String(repeating: "─", count: labelWidth) + "─┼─" + String(repeating: "─", count: room))
    var used: Set<Character> = []
    for row in rows {
      var bar = Array(repeating: Character(" "), count: room)
      if let now { bar[now] = "┊" }
      draw(row.dates, scale, into: &bar)
      used.formUnion(bar)
      for (index, part) in PictureText.label(row.label, labelWidth).enumerated() {
        let rest = index == 0 ? String(bar) : now.map { String(repeating: " ", count: $0) + "┊" } ?? ""
        lines.append(framed(part, rest, labelWidth))
      }
    }
    return lines + legend(used) + undatedNote
  }

  private func framed(_ label: String, _ rest: String, _ labelWidth: Int) -> String { PictureText.padded(label, labelWidth) + " │ " + rest }

  private func planned(_ dates: [Datum?]) -> (begin: Datum?, end: Datum?)? {
    let (begin, end) = (dates[0], count > 1 ? dates[1] : nil)
    return begin == nil && end == nil ? nil : (begin, end)
  }

  /// What was: from the real begin, or from the planned one if only the end is known; an end may be open.
  private func actual(_ dates: [Datum?]) -> (begin: Datum?, end: Datum?)? {
    switch count {
    case 3: dates[2].map { (dates[0], $0) }
    case 4 where dates[2] != nil || dates[3] != nil: (dates[2] ?? dates[0], dates[3])
    default: nil
    }
  }

  private func draw(_ dates: [Datum?], _ scale: TimeScale, into bar: inout [Character]) {
    let plan = planned(dates)
    var covered: ClosedRange<Int>?
    if let plan, let begin = plan.begin, let end = plan.end {
      covered = range(scale.column(begin.firstDay), scale.column(end.lastDay))
    } else if let plan, let date = plan.begin ?? plan.end {
      covered = range(scale.column(date.firstDay), scale.column(date.lastDay))
    }
    let done = actual(dates)
    if let covered {
      let isPoint = count == 1 || plan?.begin == nil || plan?.end == nil
      for column in covered { bar[column] = TimePicture.plannedOnly }
      if isPoint, done == nil { mark(plan, covered, &bar) }
    }
    guard let done else { return }
    let last = done.end.map { scale.column($0.lastDay) } ?? scale.column(today)
    let first = done.begin.map { scale.column($0.firstDay) } ?? last
    // What is to begin later has not begun.
    if done.end == nil, let begin = done.begin, begin.firstDay > today { return }
    for column in range(first, last) {
      bar[column] = covered.map { $0.contains(column) } ?? true ? TimePicture.both : TimePicture.unplanned
    }
    if done.end == nil, last + 1 < bar.count { bar[last + 1] = "→" }
  }

  /// A single date: a point where it is exact; an open end has an arrow.
  private func mark(_ plan: (begin: Datum?, end: Datum?)?, _ covered: ClosedRange<Int>, _ bar: inout [Character]) {
    if count > 1, plan?.begin != nil {
      if covered.upperBound + 1 < bar.count { bar[covered.upperBound + 1] = "→" }
    } else {
      bar[covered.upperBound] = TimePicture.point
    }
  }

  /// Dates that stand the wrong way round are drawn all the same.
  private func range(_ a: Int, _ b: Int) -> ClosedRange<Int> { min(a, b)...max(a, b) }

  private func legend(_ used: Set<Character>) -> [String] {
    let words: [(Character, String)] = [
      (TimePicture.plannedOnly, "geplant"), (TimePicture.both, "tatsächlich"), (TimePicture.unplanned, "tatsächlich, außerhalb des Plans"),
      (TimePicture.point, count == 1 ? "Tag" : "Ende"), ("→", "Ende offen"), ("┊", "heute"),
    ]
    let shown = words.filter { used.contains($0.0) }.map { "\($0.0) \($0.1)" }
    return shown.count > 1 || count > 2 ? Width.wrap(shown.joined(separator: "   "), width) : []
  }

  private var undatedNote: [String] {
    undated == 0 ? [] : [undated == 1 ? "1 Ding ohne Datum ist nicht gezeichnet" : "\(undated) Dinge ohne Datum sind nicht gezeichnet"]
  }
}
