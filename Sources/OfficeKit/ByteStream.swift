// SPDX-License-Identifier: Apache-2.0
public import PlanKit

/// Bytes that come one piece after the other, such as an entry of a ZIP file as it is unpacked.
public protocol ByteStream {
  /// Where the bytes come from, for messages: `katalog.xlsx, Teil xl/workbook.xml`.
  var file: String { get }
  var part: String? { get }
  /// Fills a buffer from its start and says how many bytes it holds now; 0 is the end.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(Hinweis) -> Int
}

/// A whole file as a stream, such as a flat ODF file.
public struct SourceStream: ByteStream {
  public var file: String { source.name }
  public var part: String? { nil }
  private let source: any ByteSource
  private var offset = 0

  public init(_ source: any ByteSource) { self.source = source }

  public mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(Hinweis) -> Int {
    let bytes = try source.bytes(at: offset, count: buffer.count)
    offset += bytes.count
    buffer.copyBytes(from: bytes)
    return bytes.count
  }
}

extension ByteStream {
  /// Everything that is left, as long as it is no more than a limit.
  public mutating func all(limit: Int = Limits.partSize) throws(Hinweis) -> [UInt8] {
    var bytes: [UInt8] = []
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { buffer.deallocate() }
    while case let count = try read(into: buffer), count > 0 {
      bytes.append(contentsOf: buffer[..<count])
      guard bytes.count <= limit else { throw tooLarge(limit) }
    }
    return bytes
  }

  private func tooLarge(_ limit: Int) -> Hinweis {
    Hinweis("der Teil \"\(part ?? "")\" ist größer als \(limit >> 20) MiB; erwartet war weniger").at(Place(file: file)).help(.saveAgain)
  }
}

extension String {
  /// What to do about most damage in office files.
  public static var saveAgain: String { "die Datei noch einmal beschaffen, oder in Excel oder LibreOffice öffnen und neu speichern" }
}
