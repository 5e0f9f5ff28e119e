// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// The text of a cell as it was meant: without blanks around it, line breaks inside, soft hyphens and the hyphens of word breaks.
enum CleanText {
  /// True if nothing but blanks stands in the bytes.
  static func isBlank(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) {
        i += 1
      } else if byte == 0xC2, i + 1 < bytes.count, bytes[i + 1] == 0xA0 || bytes[i + 1] == 0xAD {
        i += 2
      } else {
        return false
      }
    }
    return true
  }

  /// Adds the cleaned text of a cell.
  static func append(_ source: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    let begin = bytes.count
    var blank = false
    var i = 0
    // Where nothing needs cleaning, as almost everywhere, the bytes are taken as they are.
    var start = 0
    while i < source.count {
      let byte = source[i]
      if byte > 0x20 && byte != 0xC2 {
        i += 1
        continue
      }
      if byte == 0x20, i > start, i + 1 < source.count, source[i + 1] > 0x20, source[i + 1] != 0xC2 {
        i += 1
        continue
      }
      if i > start {
        if blank && bytes.count > begin { bytes.append(0x20) }
        blank = false
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<i]))
      }
      if byte == 0xC2, i + 1 < source.count {
        if source[i + 1] == 0xA0 {
          blank = true
        } else if source[i + 1] != 0xAD {
          if blank && bytes.count > begin { bytes.append(0x20) }
          blank = false
          bytes.append(byte)
          bytes.append(source[i + 1])
        }
        i += 2
      } else if (byte == 0x0A || byte == 0x0D), bytes.count - begin > 1, !blank, bytes.last == 0x2D, isLetter(bytes[bytes.count - 2]),
        continuesWord(source, i)
      {
        bytes.removeLast()
        while i < source.count, source[i] == 0x0A || source[i] == 0x0D { i += 1 }
      } else {
        blank = true
        i += 1
      }
      start = i
    }
    if source.count > start {
      if blank && bytes.count > begin { bytes.append(0x20) }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<source.count]))
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) || byte >= 0x80 }

  /// True if a small letter follows the line break: then the hyphen before it broke a word.
  private static func continuesWord(_ source: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    var i = start
    while i < source.count, source[i] == 0x0A || source[i] == 0x0D { i += 1 }
    return i < source.count && isLetter(source[i])
  }

  /// The cleaned text of a cell.
  static func string(_ source: UnsafeBufferPointer<UInt8>) -> String {
    var bytes: [UInt8] = []
    append(source, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The cleaned text of a cell that lists names: where nothing else stands between them each line is one.
  static func list(_ source: UnsafeBufferPointer<UInt8>) -> String {
    guard source.contains(0x0A), !source.contains(0x2C), !source.contains(0x3B) else { return string(source) }
    var lines = source.split { $0 == 0x0A || $0 == 0x0D }.map { Array($0) }
    lines.removeAll { line in line.withUnsafeBufferPointer { isBlank($0) } }
    // What ends in a hyphen is a word that goes on.
    let bytes = lines.enumerated().flatMap { index, line in
      line + (index == lines.count - 1 ? [] : line.last == 0x2D ? [0x0A] : [0x3B, 0x20])
    }
    return bytes.withUnsafeBufferPointer { string($0) }
  }

  /// The cleaned text of a cell, with its lines one behind the other.
  static func lines(_ source: UnsafeBufferPointer<UInt8>) -> String {
    guard source.contains(0x0A) else { return string(source) }
    return list(source).replacing("; ", with: "\n")
  }

  static func string(_ text: String) -> String {
    var text = text
    return text.withUTF8 { string($0) }
  }
}
