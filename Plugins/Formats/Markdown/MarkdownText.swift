// SPDX-License-Identifier: Apache-2.0
import PlanKit

/// Texts that say in Markdown what they say, and nothing more.
enum MarkdownText {
  /// One line, such as a heading: a number sign at its end would be taken for its border.
  static func line(_ text: String) -> String {
    let line = paragraph([Run(text.split(whereSeparator: \.isNewline).joined(separator: " "))])
    return line.last == "#" ? line.dropLast() + "\\#" : line
  }

  /// A cell of a table: one line, with its line breaks as HTML.
  static func appendCell(_ bytes: some Sequence<UInt8>, to out: inout [UInt8]) {
    var isReturn = false
    for byte in bytes {
      if byte == 0x0A || byte == 0x0D {
        if !(isReturn && byte == 0x0A) { out += "<br>".utf8 }
      } else {
        append(byte, to: &out)
      }
      isReturn = byte == 0x0D
    }
  }

  /// A paragraph of runs; its line breaks are kept.
  static func paragraph(_ runs: [Run], indent: String = "") -> String {
    let text = runs.enumerated().map { index, run in
      styled(run, isBeforeWord: index + 1 < runs.count && runs[index + 1].text.first.map { $0.isLetter || $0.isNumber } ?? false)
    }.joined()
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { harmlessStart(trimmed($0)) }
    // A backslash at the end of a line breaks it; an empty line would end the paragraph.
    return lines.filter { !$0.isEmpty }.joined(separator: "\\\n" + indent)
  }

  private static func styled(_ run: Run, isBeforeWord: Bool) -> String {
    let blank: (Character) -> Bool = { $0.isWhitespace }
    guard run.style != .plain, let first = run.text.firstIndex(where: { !blank($0) }), let last = run.text.lastIndex(where: { !blank($0) })
    else {
      return escaped(run.text)
    }
    let core = run.text[first...last]
    // Blanks within the marks would make them characters; so would a word right behind a mark that follows a full stop.
    let needsTags = isBeforeWord && last == run.text.indices.last && !(core.last?.isLetter ?? true)
    let marked: String
    switch run.style {
    case .strong: marked = needsTags ? "<strong>\(escaped(core))</strong>" : "**\(escaped(core))**"
    case .emphasised: marked = needsTags ? "<em>\(escaped(core))</em>" : "*\(escaped(core))*"
    case .code: marked = code(core)
    default: marked = escaped(core)
    }
    return run.text[..<first] + marked + run.text[run.text.index(after: last)...]
  }

  /// A text between as many backticks as it needs.
  private static func code(_ text: Substring) -> String {
    let longest = text.split(whereSeparator: { $0 != "`" }).map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: longest + 1)
    let pad = text.first == "`" || text.last == "`" ? " " : ""
    return fence + pad + text + pad + fence
  }

  private static func escaped(_ text: some StringProtocol) -> String {
    var out: [UInt8] = []
    for byte in text.utf8 { append(byte, to: &out) }
    return String(decoding: out, as: UTF8.self)
  }

  /// Adds a byte, behind a backslash if it could mean something within a line.
  private static func append(_ byte: UInt8, to out: inout [UInt8]) {
    switch byte {
    // \ ` * _ [ ] < & ~ |
    case 0x5C, 0x60, 0x2A, 0x5F, 0x5B, 0x5D, 0x3C, 0x26, 0x7E, 0x7C: out += [0x5C, byte]
    default: out.append(byte)
    }
  }

  private static func trimmed(_ line: Substring) -> Substring {
    var line = line.drop { $0.isWhitespace }
    while line.last?.isWhitespace ?? false { line.removeLast() }
    return line
  }

  /// A line that begins with text: no heading, quotation, list or underline.
  private static func harmlessStart(_ line: Substring) -> String {
    if let first = line.first, "#>=+-:".contains(first) { return "\\" + line }
    let digits = line.prefix { $0.isNumber }
    if !digits.isEmpty, let sign = line.dropFirst(digits.count).first, sign == "." || sign == ")" {
      let behind = line.dropFirst(digits.count + 1)
      if behind.first?.isWhitespace ?? true { return digits + "\\" + line.dropFirst(digits.count) }
    }
    return String(line)
  }
}
