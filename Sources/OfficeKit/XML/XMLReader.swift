// SPDX-License-Identifier: Apache-2.0
import CExpat
public import PlanKit

/// Reads XML from a stream, piece by piece, and tells a handler.
public enum XMLReader {
  static let chunk = 1 << 16
  /// A tag, comment or the like that is longer is no part of an office file; the parser begins it anew with each piece.
  static let longestToken = 4 << 20

  /// Reads until the text ends or the handler has enough.
  public static func read(_ stream: inout some ByteStream, _ handler: any XMLHandler) throws(Hinweis) {
    guard let parser = XML_ParserCreate(nil) else { return }
    defer { XML_ParserFree(parser) }
    let session = XMLSession(parser, handler)
    try withExtendedLifetime(session) { () throws(Hinweis) in
      session.listen()
      var fed = 0
      while !handler.isDone {
        guard let buffer = XML_GetBuffer(parser, Int32(chunk)) else { throw session.failure(at: stream) }
        let count = try stream.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: chunk))
        fed += count
        let status = XML_ParseBuffer(parser, Int32(count), count == 0 ? 1 : 0)
        if let error = session.error { throw error.at(error.place ?? Place(file: stream.file)) }
        if handler.isDone { return }
        guard status == XML_STATUS_OK else { throw session.failure(at: stream) }
        if count == 0 { return }
        guard fed - XML_GetCurrentByteIndex(parser) < longestToken else { throw session.longToken(at: stream) }
      }
    }
  }
}

/// One reading: what the C functions get to see.
private final class XMLSession {
  private(set) var error: Hinweis?
  /// Whether there is an error; asked for at every event, where the error itself would cost.
  private var isStopped = false
  private let parser: XML_Parser
  private let handler: any XMLHandler
  private let names: XMLNameCache
  private let stack: UnsafeMutablePointer<Int32>
  private var depth = 0

  init(_ parser: XML_Parser, _ handler: any XMLHandler) {
    self.parser = parser
    self.handler = handler
    names = XMLNameCache(handler.names)
    stack = .allocate(capacity: Limits.nesting)
  }

  deinit { stack.deallocate() }

  func listen() {
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { session, name, attributes in
        guard let name, let attributes else { return }
        XMLSession.with(session) { $0.start(name, attributes) }
      },
      { session, _ in XMLSession.with(session) { $0.end() } })
    XML_SetCharacterDataHandler(parser) { session, text, count in
      guard let text else { return }
      XMLSession.with(session) { $0.text(text, Int(count)) }
    }
    // Office files declare no characters of their own; who does wants to make much out of little.
    XML_SetStartDoctypeDeclHandler(parser) { session, _, _, _, hasOwn in
      if hasOwn != 0 { XMLSession.with(session) { $0.stop(.ownDeclarations) } }
    }
  }

  @inline(__always) private static func with(_ session: UnsafeMutableRawPointer?, _ body: (XMLSession) -> Void) {
    guard let session else { return }
    Unmanaged<XMLSession>.fromOpaque(session)._withUnsafeGuaranteedRef(body)
  }

  private func start(_ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>) {
    guard !isStopped else { return }
    guard depth < Limits.nesting else { return stop(.tooDeep) }
    if attributes[0] != nil { names.declare(attributes, depth: depth) }
    guard !names.hasManyNamespaces else { return stop(.manyNamespaces) }
    let place = names.element(name)
    guard names.misses <= Limits.names else { return stop(.manyNames) }
    stack[depth] = Int32(truncatingIfNeeded: place)
    depth += 1
    do throws(Hinweis) { try handler.start(place, XMLAttributes(attributes, names)) } catch { stop(error) }
  }

  private func end() {
    guard !isStopped, depth > 0 else { return }
    depth -= 1
    names.leave(depth: depth)
    do throws(Hinweis) { try handler.end(Int(stack[depth])) } catch { stop(error) }
  }

  private func text(_ text: UnsafePointer<CChar>, _ count: Int) {
    guard !isStopped else { return }
    let bytes = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
    do throws(Hinweis) { try handler.text(UnsafeBufferPointer(start: bytes, count: count)) } catch { stop(error) }
  }

  private func stop(_ error: Hinweis) {
    self.error = error
    isStopped = true
    XML_StopParser(parser, 0)
  }
}

extension XMLSession {
  fileprivate func failure(at stream: some ByteStream) -> Hinweis {
    let reason =
      switch XML_GetErrorCode(parser) {
      case XML_ERROR_TAG_MISMATCH: "ein Element endet, das nicht begonnen hat"
      case XML_ERROR_UNCLOSED_TOKEN, XML_ERROR_NO_ELEMENTS, XML_ERROR_PARTIAL_CHAR: "der Text bricht ab"
      case XML_ERROR_UNCLOSED_CDATA_SECTION: "ein Abschnitt CDATA endet nicht"
      case XML_ERROR_INVALID_TOKEN: "ein Zeichen steht, wo keines stehen darf, oder es ist kein gültiges"
      case XML_ERROR_DUPLICATE_ATTRIBUTE: "ein Attribut steht zweimal"
      case XML_ERROR_UNDEFINED_ENTITY: "ein Zeichen ist mit einem Namen genannt, den XML nicht kennt"
      case XML_ERROR_BAD_CHAR_REF: "ein Zeichen ist mit einer Nummer genannt, die es nicht gibt"
      case XML_ERROR_UNKNOWN_ENCODING, XML_ERROR_INCORRECT_ENCODING: "der Zeichensatz ist unbekannt oder ein anderer als angegeben"
      case XML_ERROR_JUNK_AFTER_DOC_ELEMENT: "hinter dem Ende steht noch etwas"
      case XML_ERROR_NO_MEMORY: "der Speicher reicht nicht"
      default: "so ist es nicht aufgebaut"
      }
    return malformed(reason, stream)
  }

  fileprivate func longToken(at stream: some ByteStream) -> Hinweis {
    malformed("hier beginnt ein Stück von mehr als \(XMLReader.longestToken >> 20) MiB, das nicht endet", stream)
  }

  private func malformed(_ reason: String, _ stream: some ByteStream) -> Hinweis {
    let part = stream.part.map { "im Teil \"\($0)\" " } ?? ""
    let line = XML_GetCurrentLineNumber(parser)
    let column = XML_GetCurrentColumnNumber(parser) + 1
    return Hinweis("das XML \(part)ist fehlerhaft: \(reason) (Zeile \(line), Zeichen \(column))")
      .at(Place(file: stream.file)).help(.saveAgain)
  }
}

extension Hinweis {
  fileprivate static var ownDeclarations: Hinweis {
    Hinweis("das XML erklärt eigene Zeichen (DOCTYPE); in Office-Dateien kommt das nicht vor, es kann schaden").help(.saveAgain)
  }

  fileprivate static var manyNames: Hinweis {
    Hinweis("das XML hat mehr als \(Limits.names) verschiedene Namen; so eine Datei ist beschädigt oder soll schaden").help(.saveAgain)
  }

  fileprivate static var manyNamespaces: Hinweis {
    Hinweis("im XML gelten mehr als \(Limits.namespaces) Namensräume zugleich; so eine Datei ist beschädigt oder soll schaden")
      .help(.saveAgain)
  }

  fileprivate static var tooDeep: Hinweis {
    Hinweis("im XML stehen mehr als \(Limits.nesting) Elemente ineinander; so eine Datei ist beschädigt oder soll schaden").help(.saveAgain)
  }
}
