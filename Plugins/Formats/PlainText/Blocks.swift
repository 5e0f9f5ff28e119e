// SPDX-License-Identifier: Apache-2.0
import PlanKit

/// Makes blocks of lines: a blank line ends a paragraph, a bullet or number begins a point, a number or a line of signs makes a heading.
struct Blocks {
  private(set) var blocks: [Block] = []
  private var paragraph: [String] = []
  private var points: [[String]] = []
  /// How far in the bullets of the list stand, so that lines further in belong to the point.
  private var indent = 0

  init(_ text: String) {
    // A form feed begins a page and is no line of its own.
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)[...]
    var isBehindBlank = true
    while let line = lines.popFirst() {
      let trimmed = line.trimmed
      if trimmed.isEmpty {
        endParagraph()
        isBehindBlank = true
        continue
      }
      if let next = lines.first, isBehindBlank, let level = Blocks.underline(next.trimmed), trimmed.count <= 120 {
        heading(level, trimmed)
        lines.removeFirst()
      } else if let heading = Heading(trimmed, isAlone: isBehindBlank && (lines.first.map { $0.trimmed.isEmpty } ?? true)) {
        self.heading(heading.level, heading.text)
      } else if let point = Point(trimmed) {
        endParagraph()
        indent = line.indent
        points.append([point.text])
      } else if !points.isEmpty, !isBehindBlank || line.indent > indent {
        points[points.count - 1].append(trimmed)
      } else {
        endList()
        paragraph.append(trimmed)
      }
      isBehindBlank = false
    }
    endParagraph()
    endList()
    mendLists()
  }

  /// Headings with a simple number that follow each other at once are the points of a list.
  private mutating func mendLists() {
    var mended: [Block] = []
    var run: [String] = []
    func end() {
      mended += run.count == 1 ? [.heading(1, run[0])] : run.isEmpty ? [] : [.list(run.map { [Run($0)] })]
      run = []
    }
    for block in blocks {
      if case .heading(1, let text) = block, text.first?.isNumber ?? false {
        run.append(text)
      } else {
        end()
        mended.append(block)
      }
    }
    end()
    blocks = mended
  }

  private mutating func heading(_ level: Int, _ text: String) {
    endParagraph()
    endList()
    blocks.append(.heading(level, text))
  }

  private mutating func endParagraph() {
    guard !paragraph.isEmpty else { return }
    blocks.append(.text(joined(paragraph)))
    paragraph = []
  }

  private mutating func endList() {
    guard !points.isEmpty else { return }
    blocks.append(.list(points.map { [Run(joined($0))] }))
    points = []
  }

  /// Lines that were broken to fit a page are one; short ones stand for themselves.
  private func joined(_ lines: [String]) -> String {
    let width = lines.map(\.count).max() ?? 0
    // A line was broken where the next word had no room; lines that end for another reason stay lines.
    let isBroken = zip(lines, lines.dropFirst()).map { line, next in
      width > 60 && line.count + 1 + next.prefix { $0 != " " }.count > width
    }
    var text = lines.first ?? ""
    for (index, line) in lines.enumerated().dropFirst() {
      // One such line may be chance, unless the next goes on with a small letter or ends a sentence; two in a row are prose.
      let isRun = index > 1 && isBroken[index - 2] || index < isBroken.count && isBroken[index]
      let isEnd = lines.count == 2 && ".!?".contains(line.last ?? " ")
      guard isBroken[index - 1], isRun || isEnd || line.first?.isLowercase ?? false else {
        text += "\n" + line
        continue
      }
      // A word that was broken goes on in the next line; a hyphen before a capital or "und" stays.
      let isHalf = text.hasSuffix("-") && !text.hasSuffix(" -") && line.first?.isLowercase ?? false
      if isHalf, !line.hasPrefix("und "), !line.hasPrefix("oder ") {
        text.removeLast()
        text += line
      } else {
        text += " " + line
      }
    }
    return text
  }

  /// The level of the heading above a line of signs; nil for any other line.
  private static func underline(_ line: String) -> Int? {
    guard line.count >= 3, let first = line.first, "=-_~*".contains(first), line.allSatisfy({ $0 == first }) else { return nil }
    return first == "=" || first == "*" ? 1 : 2
  }
}

extension StringProtocol {
  /// Without blanks around it; a form feed before it stays, since it begins a page.
  var trimmed: String {
    let inner = drop { $0 == " " || $0 == "\t" || $0 == "\u{A0}" }
    return String(inner.reversed().drop { $0.isWhitespace }.reversed())
  }

  /// How many columns stand before the first word.
  var indent: Int { prefix { $0 == " " || $0 == "\t" || $0 == "\u{A0}" }.reduce(0) { $0 + ($1 == "\t" ? 8 : 1) } }
}
