// SPDX-License-Identifier: Apache-2.0

/// Reads bytes into a document of tables and blocks, and writes one; knows nothing of the plan.
///
/// Both duties have a default that refuses, so that a format may do just one of them.
public protocol Format: Sendable {
  /// Reads a file. The rows of its tables are read when they are asked for.
  func read(_ source: any ByteSource) throws(Hinweis) -> Document
  /// Writes a document.
  func write(_ document: Document, to sink: inout some ByteSink) throws(Hinweis)
}

extension Format {
  public func read(_ source: any ByteSource) throws(Hinweis) -> Document {
    throw Hinweis("dieses Format kann nur geschrieben werden").at(Place(file: source.name)).help("formate zeigt, welche gelesen werden")
  }

  public func write(_ document: Document, to sink: inout some ByteSink) throws(Hinweis) {
    throw Hinweis("dieses Format kann nur gelesen werden").help("formate zeigt, welche geschrieben werden")
  }
}

/// A file to read, at any place and as often as needed.
public protocol ByteSource: Sendable {
  /// Its name, for messages.
  var name: String { get }
  /// Its length in bytes.
  var size: Int { get }
  /// The bytes from an offset on; fewer than asked for only at the end.
  func bytes(at offset: Int, count: Int) throws(Hinweis) -> [UInt8]
}

/// Takes bytes as they are written.
public protocol ByteSink {
  mutating func write(_ bytes: [UInt8]) throws(Hinweis)
}

extension ByteSink {
  public mutating func write(_ text: String) throws(Hinweis) { try write(Array(text.utf8)) }
}

/// Bytes that stand in memory.
public struct Bytes: ByteSource, ByteSink {
  public let name: String
  public private(set) var bytes: [UInt8]
  public var size: Int { bytes.count }

  public init(_ bytes: [UInt8] = [], name: String = "") {
    self.name = name
    self.bytes = bytes
  }

  public func bytes(at offset: Int, count: Int) throws(Hinweis) -> [UInt8] {
    Array(bytes[min(offset, size)..<min(offset + count, size)])
  }

  public mutating func write(_ more: [UInt8]) throws(Hinweis) { bytes += more }
}
