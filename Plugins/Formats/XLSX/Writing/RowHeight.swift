// SPDX-License-Identifier: Apache-2.0

/// How high a row must be for texts that wrap; LibreOffice does not find it out by itself.
enum RowHeight {
  /// As wide as the longest attribute.
  static let blank: StaticString = "         "

  /// Excel allows no more than 409 points; a line takes 15.
  private static let most = 27

  static func attribute(lines: Int) -> String { " ht=\"\(15 * min(lines, most))\"" }

  /// How many lines a text takes, estimated: words that do not fit leave a part of their line blank.
  static func lines(_ text: UnsafeBufferPointer<UInt8>, width: Int) -> Int {
    let fitting = max(1, width < 12 ? width - 1 : width - 3)
    if text.count <= fitting, !text.contains(0x0A) { return 1 }
    var lines = 0
    var characters = 0
    for byte in text {
      if byte == 0x0A {
        lines += max(1, (characters + fitting - 1) / fitting)
        characters = 0
      } else if byte & 0xC0 != 0x80 {
        characters += 1
      }
    }
    return lines + max(1, (characters + fitting - 1) / fitting)
  }
}
