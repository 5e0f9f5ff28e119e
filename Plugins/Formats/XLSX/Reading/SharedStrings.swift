// SPDX-License-Identifier: Apache-2.0
import OfficeKit
import PlanKit

/// The texts that the cells of a workbook share, one behind the other in one piece of memory.
final class SharedStrings: Sendable {
  private let bytes: [UInt8]
  private let ends: [UInt32]
  var count: Int { ends.count }

  init(_ package: OfficePackage, part: String) throws(Hinweis) {
    let handler = SharedStringsHandler()
    try package.read(part, handler)
    (bytes, ends) = (Array(handler.bytes.bytes), handler.ends)
  }

  /// Calls a closure with a text; false if there is none of this number.
  func with(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) -> Bool {
    guard ends.indices.contains(index) else { return false }
    let range = Int(index == 0 ? 0 : ends[index - 1])..<Int(ends[index])
    bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
    return true
  }
}

private final class SharedStringsHandler: XMLHandler {
  enum Name: String, CaseIterable { case item = "si", text = "t", phonetic = "rPh" }
  private let vocabulary = XMLVocabulary<Name>()
  var names: XMLNames { vocabulary.names }
  private(set) var bytes = ByteBuffer(capacity: 1 << 16)
  private(set) var ends: [UInt32] = []
  private var isTaking = false
  private var isPhonetic = false

  /// More text than this is shared by no workbook that was not made to harm.
  private static let most = 160 << 20
  private static let mostTexts = 16 << 20

  func start(_ name: Int, _ attributes: XMLAttributes) throws(Hinweis) {
    switch vocabulary[name] {
    case .text: isTaking = !isPhonetic
    case .phonetic: isPhonetic = true
    default: break
    }
  }

  func text(_ text: UnsafeBufferPointer<UInt8>) throws(Hinweis) {
    guard isTaking else { return }
    bytes.append(text)
    guard bytes.count <= SharedStringsHandler.most else { throw .tooMuch }
  }

  func end(_ name: Int) throws(Hinweis) {
    switch vocabulary[name] {
    case .text: isTaking = false
    case .phonetic: isPhonetic = false
    case .item:
      Escapes.decode(&bytes, from: Int(ends.last ?? 0))
      ends.append(UInt32(truncatingIfNeeded: bytes.count))
      guard ends.count <= SharedStringsHandler.mostTexts else { throw .tooMuch }
    case nil: break
    }
  }
}

extension Hinweis {
  fileprivate static var tooMuch: Hinweis {
    Hinweis("die gemeinsamen Texte der Arbeitsmappe sind mehr als 160 MiB; so eine Datei ist beschädigt oder soll schaden").help(.saveAgain)
  }
}
