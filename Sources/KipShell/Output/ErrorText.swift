// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

/// The form in which findings and errors are said: place, grade and text; the line with a caret; the remedy.
public enum ErrorText {
  public static func lines(_ hinweis: Hinweis, _ colours: Colours = .none) -> String {
    func plain(_ text: String) -> String { PlainText.of(text, keepsTabs: true) }
    let grade = hinweis.grade.rawValue.prefix(1).uppercased() + hinweis.grade.rawValue.dropFirst()
    let meaning = Colours.meaning(ofGrade: grade)
    var text = (hinweis.place.map { plain("\($0): ") } ?? "") + colours.mark("\(grade):", meaning) + " \(plain(hinweis.text))\n"
    if let excerpt = hinweis.excerpt.map(part), !excerpt.line.isEmpty {
      // Tabs stay tabs before the caret, so that it stands right in every terminal.
      let before = excerpt.line.prefix(excerpt.start).map { $0 == "\t" ? "\t" : String(repeating: " ", count: Width.of($0)) }.joined()
      let meant = String(excerpt.line.dropFirst(excerpt.start).prefix(excerpt.length))
      text += "  \(plain(excerpt.line))\n  \(before)\(colours.mark(String(repeating: "^", count: max(1, Width.of(meant))), meaning))\n"
    }
    if let help = hinweis.help { text += colours.mark("Hilfe:", .help) + " \(plain(help))\n" }
    return text
  }

  /// As much of a very long line as one looks at, around what is meant.
  private static func part(of excerpt: Hinweis.Excerpt) -> Hinweis.Excerpt {
    let line = Array(excerpt.line)
    guard line.count > longestLine else { return excerpt }
    let begin = max(0, min(excerpt.start - longestLine / 2, line.count - longestLine))
    let end = min(line.count, begin + longestLine)
    let (front, back) = (begin > 0 ? "…" : "", end < line.count ? "…" : "")
    return Hinweis.Excerpt(
      line: front + String(line[begin..<end]) + back, start: excerpt.start - begin + front.count,
      length: min(excerpt.length, end - excerpt.start))
  }

  private static let longestLine = 200
}
