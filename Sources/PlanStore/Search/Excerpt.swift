// SPDX-License-Identifier: GPL-3.0-or-later

/// The part of a text around what was found in it, on one line, the found words between « and ».
enum Excerpt {
  private static let length = 140
  private static let before = 40

  static func around(_ places: [SearchMatcher.Place], in bytes: UnsafeBufferPointer<UInt8>) -> String {
    let places = places.sorted { ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound) }
    guard let best = places.max(by: { $0.fit < $1.fit }) else { return text(bytes[...]) }
    // The first place that fits as well as any.
    let anchor = places.first { $0.fit == best.fit }?.range.lowerBound ?? 0
    var start = bytes.count <= length || anchor <= before ? 0 : anchor - before
    var end = min(bytes.count, start + length)
    if end == bytes.count { start = min(start, max(0, end - length)) }
    start = start == 0 ? 0 : boundary(in: bytes, from: start)
    if end < bytes.count { end = bytes[..<end].lastIndex(of: 0x20).flatMap { $0 > anchor ? $0 : nil } ?? character(in: bytes, before: end) }
    var shown = start > 0 ? "… " : ""
    var position = start
    for (range, _) in places where range.lowerBound >= position && range.upperBound <= end {
      shown += text(bytes[position..<range.lowerBound]) + "«" + text(bytes[range]) + "»"
      position = range.upperBound
    }
    shown += text(bytes[position..<max(position, end)])
    return shown + (end < bytes.count ? " …" : "")
  }

  /// The beginning of the next word, or the place itself where there is none near.
  private static func boundary(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    if let blank = bytes[start..<min(bytes.count, start + before)].firstIndex(of: 0x20) { return blank + 1 }
    return character(in: bytes, before: start)
  }

  /// The beginning of the character that a place may stand in the middle of.
  private static func character(in bytes: UnsafeBufferPointer<UInt8>, before place: Int) -> Int {
    var place = place
    while place > 0, place < bytes.count, bytes[place] & 0xC0 == 0x80 { place -= 1 }
    return place
  }

  private static func text(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    String(decoding: bytes.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
  }
}
