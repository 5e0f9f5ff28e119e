// SPDX-License-Identifier: Apache-2.0
import OfficeKit
import PlanKit

/// The XML text of a spreadsheet without the rows of its sheets, so that what else it says is known long before they are read.
///
/// It looks for a few tags only and knows them only with the usual prefix; in other texts it finds no sheet and leaves out nothing.
struct SkeletonStream: ByteStream {
  /// Where the sheets begin in the whole text.
  private(set) var starts: [Int] = []
  private var base: any ByteStream
  private var held: [UInt8] = []
  /// Where the bytes that are held stand in the whole text.
  private var offset = 0
  private var isAtEnd = false
  /// Tables in one another, and how many of them there were where rows began that are left out.
  private var depth = 0
  private var rowDepth: Int?
  private var kept: [UInt8] = []
  private var given = 0

  var file: String { base.file }
  var part: String? { base.part }

  private static let chunk = 1 << 17
  /// No tag that matters is longer up to the letter that tells it apart.
  private static let longest = 32
  private static let table = ByteSearch("table:table")
  private static let bareTag = ByteSearch("table:table>")
  private static let longTag = ByteSearch("table:table ")
  private static let rows = ["-row", "-rows", "-header-rows", "-row-group"].map { Array($0.utf8) }

  init(_ base: any ByteStream) { self.base = base }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(Hinweis) -> Int {
    while given == kept.count {
      if isAtEnd { return 0 }
      kept.removeAll(keepingCapacity: true)
      given = 0
      try fill()
    }
    let count = min(buffer.count, kept.count - given)
    buffer.copyBytes(from: kept[given..<(given + count)])
    given += count
    return count
  }

  private mutating func fill() throws(Hinweis) {
    let more = try withUnsafeTemporaryAllocation(byteCount: SkeletonStream.chunk, alignment: 16) { (space) throws(Hinweis) -> Int in
      let more = try base.read(into: space)
      held.append(contentsOf: space[..<more])
      return more
    }
    isAtEnd = more == 0
    let length = held.count
    let done = held.withUnsafeBufferPointer { cut($0, count: isAtEnd ? length : max(0, length - SkeletonStream.longest)) }
    held.removeSubrange(..<done)
    offset += done
  }

  /// Keeps what is wanted of the first bytes; gives how many are done with, some more than asked for where a tag begins there.
  private mutating func cut(_ bytes: UnsafeBufferPointer<UInt8>, count: Int) -> Int {
    var at = 0
    while at < count {
      if let rowDepth {
        guard let next = end(bytes, at, count) else { return count }
        at = next.name + SkeletonStream.bareTag.text.count
        depth += next.isClose ? -1 : 1
        if depth < rowDepth {
          self.rowDepth = nil
          kept += "</table:table>".utf8
        }
      } else {
        guard let place = SkeletonStream.table.first(in: bytes, from: at, before: count) else {
          // A tag may begin with the last letters.
          let end = isAtEnd ? count : max(at, count - 2)
          kept += bytes[at..<end]
          return end
        }
        let behind = place + SkeletonStream.table.text.count
        let isOpening = place > 0 && bytes[place - 1] == 0x3C
        if isOpening, behind < bytes.count, isEnd(bytes[behind]) {
          if depth == 0 { starts.append(offset + place - 1) }
          depth += 1
        } else if place > 1, bytes[place - 1] == 0x2F, behind < bytes.count, isEnd(bytes[behind]) {
          depth = max(0, depth - 1)
        } else if isOpening, depth > 0, isRow(bytes, behind) {
          kept += bytes[at..<max(at, place - 1)]
          rowDepth = depth
          at = behind
          continue
        }
        kept += bytes[at..<behind]
        at = behind
      }
    }
    return at
  }

  private func isEnd(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == 0x3E || byte == 0x2F }

  private func isRow(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    SkeletonStream.rows.contains { name in
      at + name.count < bytes.count && isEnd(bytes[at + name.count]) && bytes[at..<(at + name.count)].elementsEqual(name)
    }
  }

  /// The next end of a table, or the begin of one in it.
  private func end(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ count: Int) -> (name: Int, isClose: Bool)? {
    let bare = SkeletonStream.bareTag.first(in: bytes, from: at, before: count)
    if let other = SkeletonStream.longTag.first(in: bytes, from: at, before: min(bare ?? count, count)) { return (other, false) }
    return bare.map { ($0, $0 > 0 && bytes[$0 - 1] == 0x2F) }
  }
}
