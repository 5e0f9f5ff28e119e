// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc
import KipShell

extension History {
  /// All that is kept, oldest first; lines that are no entries are passed over.
  static func entries() -> [TypedInput] {
    (file.flatMap(contents) ?? "").split(separator: "\n").compactMap { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map { unescaped(String($0)) }
      guard fields.count == 5, let time = seconds(fields[0]) else { return nil }
      return TypedInput(
        time: time, milliseconds: Int(fields[1]) ?? 0, status: Int32(fields[2]) ?? 0, plan: fields[3], text: fields[4])
    }
  }

  private static func seconds(_ timestamp: String) -> Int? {
    let numbers = timestamp.split { !$0.isNumber }.compactMap { Int32($0) }
    guard numbers.count == 6 else { return nil }
    var parts = tm()
    (parts.tm_year, parts.tm_mon, parts.tm_mday) = (numbers[0] - 1900, numbers[1] - 1, numbers[2])
    (parts.tm_hour, parts.tm_min, parts.tm_sec) = (numbers[3], numbers[4], numbers[5])
    return timegm(&parts)
  }

  private static func unescaped(_ text: String) -> String {
    guard text.contains("\\") else { return text }
    var (plain, isEscape) = ("", false)
    for character in text {
      if isEscape {
        plain.append(character == "n" ? "\n" : character == "t" ? "\t" : character)
        isEscape = false
      } else if character == "\\" {
        isEscape = true
      } else {
        plain.append(character)
      }
    }
    return plain
  }
}
