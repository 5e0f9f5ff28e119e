// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Bytes that are gathered: grows in place, is emptied and filled again.
public struct ByteBuffer: ~Copyable {
  @usableFromInline var length = 0
  @usableFromInline var start: UnsafeMutablePointer<UInt8>
  @usableFromInline var capacity: Int

  @inlinable public var count: Int { length }

  public init(capacity: Int = 256) {
    self.capacity = max(capacity, 16)
    start = .allocate(capacity: self.capacity)
  }

  deinit { start.deallocate() }

  @inlinable public var isEmpty: Bool { length == 0 }

  /// What it holds, valid until it changes.
  @inlinable public var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: length) }

  @inlinable public subscript(_ at: Int) -> UInt8 {
    get {
      precondition(at >= 0 && at < length)
      return start[at]
    }
    set {
      precondition(at >= 0 && at < length)
      start[at] = newValue
    }
  }

  @inlinable public mutating func append(_ byte: UInt8) {
    if length == capacity { grow(by: 1) }
    start[length] = byte
    length += 1
  }

  @inlinable public mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress, !bytes.isEmpty else { return }
    if capacity - length < bytes.count { grow(by: bytes.count) }
    (start + length).update(from: base, count: bytes.count)
    length += bytes.count
  }

  public mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Leaves only the first bytes.
  @inlinable public mutating func truncate(to count: Int) {
    precondition(count >= 0 && count <= length)
    length = count
  }

  @inlinable public mutating func removeAll() { length = 0 }

  @usableFromInline mutating func grow(by more: Int) {
    capacity = max(capacity * 2, length + more)
    // realloc moves large memory without copying it.
    guard let moved = realloc(start, capacity) else { preconditionFailure("no memory") }
    start = moved.assumingMemoryBound(to: UInt8.self)
  }
}
