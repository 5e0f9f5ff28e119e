// SPDX-License-Identifier: Apache-2.0

/// What a plug-in says of itself, read by the host without running it.
///
/// It stands as one literal in the plug-in's file and is the only declaration of what the plug-in offers:
///
///     kip-plugin 1
///     id: auszug
///     version: 1.0.0
///     licence: Apache-2.0
///     summary: Auszug aus dem Maßnahmenkatalog
///     report auszug: Maßnahmen einer Einheit und aller Einheiten darunter
///       für einheit required: die Einheit, etwa "FB 51"
public struct Manifest: Hashable, Sendable {
  public var id: String
  public var version: String
  public var licence: String
  public var summary: String
  /// Ids of the plug-ins that it needs.
  public var requires: [String]
  public var offers: [Offer]

  /// One thing that a plug-in offers.
  public struct Offer: Hashable, Sendable {
    public var point: Point
    /// The word by which it is used.
    public var name: String
    public var summary: String
    public var parameters: [Parameter]
    /// File name endings that a format reads and writes, without the dot.
    public var reads: [String]
    public var writes: [String]
  }

  /// An extension point.
  public enum Point: String, Hashable, Sendable, CaseIterable {
    case format, variant, analysis, report, command
  }

  /// A value that the user may give.
  public struct Parameter: Hashable, Sendable {
    public var name: String
    public var type: Kind
    public var isRequired: Bool
    public var summary: String

    /// What values a parameter takes; it decides what the prompt completes.
    public enum Kind: Hashable, Sendable {
      case text, number, date, file
      /// A thing of a kind, such as `einheit`.
      case thing(String)
    }
  }
}

extension Manifest {
  /// The first line of every manifest.
  public static let firstLine = "kip-plugin 1"

  /// Reads a manifest; the error names the line and what was expected there.
  public init(_ text: String) throws(Hinweis) {
    id = ""
    version = ""
    licence = ""
    summary = ""
    requires = []
    offers = []
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().makeIterator()
    guard lines.next()?.element == Manifest.firstLine[...] else { throw .manifest("\"\(Manifest.firstLine)\"", line: 1) }
    while let (index, line) = lines.next() {
      guard line.contains(where: { $0 != " " }) else { continue }
      let number = index + 1
      guard let colon = line.firstIndex(of: ":") else { throw .manifest("\"NAME: …\"", line: number) }
      let words = line[..<colon].split(separator: " ").map(String.init)
      let value = String(line[line.index(after: colon)...].drop { $0 == " " })
      if line.first == " " {
        guard !offers.isEmpty else { throw .manifest("ein Angebot vor der eingerückten Zeile", line: number) }
        try addDetail(words, value, line: number)
      } else if words.count == 2, let point = Point(rawValue: words[0]) {
        offers.append(Offer(point: point, name: words[1], summary: value, parameters: [], reads: [], writes: []))
      } else {
        switch words {
        case ["id"]: id = value
        case ["version"]: version = value
        case ["licence"]: licence = value
        case ["summary"]: summary = value
        case ["requires"]: requires = value.split(separator: " ").map(String.init)
        default:
          let points = Point.allCases.map(\.rawValue).joined(separator: ", ")
          throw .manifest("id, version, licence, summary, requires oder ein Angebot (\(points))", line: number)
        }
      }
    }
    for (name, value) in [("id", id), ("version", version), ("licence", licence), ("summary", summary)] where value.isEmpty {
      throw Hinweis("Manifest: die Zeile \"\(name): …\" fehlt").help(.correctManifest)
    }
    try checkNames()
  }

  /// Ids and offers are words that are typed at the prompt, so each must be one word and stand for one thing.
  private func checkNames() throws(Hinweis) {
    guard id.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" }) else {
      throw Hinweis("Manifest: die id \"\(id)\" hat andere Zeichen als Buchstaben, Ziffern und Bindestrich").help(.correctManifest)
    }
    guard !offers.isEmpty else {
      throw Hinweis("Manifest: es bietet nichts an (erwartet war eine Zeile wie \"report NAME: …\")").help(.correctManifest)
    }
    for (index, offer) in offers.enumerated() {
      for other in offers[..<index] where other.point == offer.point && Fold.key(other.name) == Fold.key(offer.name) {
        throw Hinweis("Manifest: \"\(offer.point.rawValue) \(offer.name)\" steht zweimal da").help(.correctManifest)
      }
    }
  }

  private mutating func addDetail(_ words: [String], _ value: String, line: Int) throws(Hinweis) {
    let last = offers.count - 1
    let endings = value.split(separator: " ").map(String.init)
    switch (words, offers[last].point) {
    case (["reads"], .format): offers[last].reads = endings
    case (["writes"], .format): offers[last].writes = endings
    default:
      guard (2...3).contains(words.count), words.count == 2 || words[2] == "required" else {
        throw .manifest("\"NAME TYP: …\" oder \"NAME TYP required: …\"", line: line)
      }
      let type: Parameter.Kind
      switch words[1] {
      case "text": type = .text
      case "number": type = .number
      case "date": type = .date
      case "file": type = .file
      default:
        guard Kernel.noun(words[1]) != nil else { throw .manifest("text, number, date, file oder die Art eines Dings", line: line) }
        type = .thing(words[1])
      }
      offers[last].parameters.append(Parameter(name: words[0], type: type, isRequired: words.count == 3, summary: value))
    }
  }
}

extension Hinweis {
  fileprivate static func manifest(_ expected: String, line: Int) -> Hinweis {
    Hinweis("Manifest, Zeile \(line): erwartet war \(expected)").help(.correctManifest)
  }
}

extension String {
  fileprivate static var correctManifest: String { "das Manifest in der Quelle des Plug-ins berichtigen und neu bauen" }
}
