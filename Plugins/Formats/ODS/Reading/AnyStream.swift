// SPDX-License-Identifier: Apache-2.0
import OfficeKit
import PlanKit

/// A stream of any kind, for readers that take one kind.
struct AnyStream: ByteStream {
  private var base: any ByteStream
  var file: String { base.file }
  var part: String? { base.part }

  init(_ base: any ByteStream) { self.base = base }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(Hinweis) -> Int { try base.read(into: buffer) }
}

/// Where a sheet begins in the XML text, and where the first of them does.
struct TableStart: Hashable {
  var first: Int
  var begin: Int
}

/// The XML text without the sheets before the one that is wanted: unpacking them takes a tenth of the time of reading them.
struct TableStream: ByteStream {
  private var base: any ByteStream
  private let start: TableStart
  private var offset = 0
  var file: String { base.file }
  var part: String? { base.part }

  init(_ base: any ByteStream, from start: TableStart) {
    self.base = base
    self.start = start
  }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(Hinweis) -> Int {
    while true {
      let count = try base.read(into: buffer)
      let begin = offset
      offset += count
      guard count > 0, begin < start.begin, offset > start.first else { return count }
      // What is kept: before the first sheet, and from the wanted one on.
      let head = max(0, start.first - begin)
      let tail = max(0, offset - start.begin)
      if tail > 0, head < count - tail, let base = buffer.baseAddress {
        (base + head).copyMemory(from: base + (count - tail), byteCount: tail)
      }
      if head + tail > 0 { return head + tail }
    }
  }
}
