// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
public import PlanKit

extension PluginHost {
  /// `plugins`: all that were found, with what each offers; why one is not used stands below.
  public func list() -> Table {
    examine()
    var table = Table(
      "Plug-ins",
      rows: TextRows(
        plugins.map { plugin in
          [
            plugin.name, plugin.manifest?.version ?? "", plugin.state.rawValue, plugin.offerNames.joined(separator: separator), plugin.path,
            plugin.folder.kind.rawValue, plugin.milliseconds,
          ]
        }))
    table.columns = [
      Table.Column("name", "Name"), Table.Column("version", "Version"), Table.Column("zustand", "Zustand"),
      Table.Column("bietet", "Bietet"),
      Table.Column("datei", "Datei"), Table.Column("ort", "Ort"), Table.Column("ladezeit", "Geladen in ms", .number),
    ]
    table.columns[3].isList = true
    // What keeps all from being checked is said once.
    let unchecked = plugins.first { $0.state == .waiting }?.reason?.text
    table.notes =
      (unchecked.map { [$0] } ?? [])
      + plugins.compactMap { plugin in
        plugin.isUsable ? nil : plugin.reason.map { "\(plugin.name): \($0.text)" }
      }
    return table
  }

  /// `plugins info NAME`: all that is known of one.
  public func info(_ name: String) throws(Hinweis) -> Document {
    examine()
    let plugin = try plugin(name)
    var document = Document("Plug-in \(plugin.name)")
    document.subtitle = plugin.manifest?.summary
    document.properties = properties(plugin)
    for offer in plugin.manifest?.offers ?? [] {
      document.blocks += [.heading(1, offer.title), .text(offer.summary)]
      if !offer.reads.isEmpty { document.blocks.append(.text("liest " + offer.reads.map { ".\($0)" }.joined(separator: ", "))) }
      if !offer.writes.isEmpty { document.blocks.append(.text("schreibt " + offer.writes.map { ".\($0)" }.joined(separator: ", "))) }
      if !offer.parameters.isEmpty { document.blocks.append(.list(offer.parameters.map(\.runs))) }
    }
    return document
  }

  /// `plugins warum NAME`: whether one can be used, if not why, and what to do.
  public func why(_ name: String) throws(Hinweis) -> Document {
    examine()
    let plugin = try plugin(name)
    var document = Document("Plug-in \(plugin.name)", [.text(plugin.sentence)])
    if let help = plugin.reason?.help { document.blocks.append(.paragraph([Run("Hilfe: ", .strong), Run(help)])) }
    document.properties = properties(plugin)
    return document
  }

  private func properties(_ plugin: Plugin) -> [Document.Property] {
    let facts = [
      ("Zustand", plugin.state.rawValue), ("seit", plugin.since.map(moment) ?? ""), ("Version", plugin.manifest?.version ?? ""),
      ("Lizenz", plugin.manifest?.licence ?? ""), ("Datei", plugin.path), ("Ort", plugin.folder.kind.rawValue),
      ("braucht", plugin.manifest?.requires.joined(separator: ", ") ?? ""), ("geladen in ms", plugin.milliseconds),
    ]
    return facts.filter { !$0.1.isEmpty }.map { Document.Property($0.0, $0.1) }
  }
}

private let separator = String(UnicodeScalar(Table.separator))

/// A time as it is read in German: `31.12.2024 17:05`.
private func moment(_ seconds: Int) -> String {
  var seconds = time_t(seconds)
  var parts = tm()
  localtime_r(&seconds, &parts)
  var text = [CChar](repeating: 0, count: 32)
  let count = strftime(&text, text.count, "%d.%m.%Y %H:%M", &parts)
  return String(decoding: text[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
}

extension Plugin {
  fileprivate var offerNames: [String] { (manifest?.offers ?? []).map(\.title) }

  fileprivate var milliseconds: String {
    guard let loadTime else { return "" }
    let hundredths = Int((loadTime / .microseconds(10)).rounded())
    return "\(hundredths / 100).\(hundredths / 10 % 10)\(hundredths % 10)"
  }

  fileprivate var sentence: String {
    guard let reason else { return "Es kann benutzt werden: \(state.rawValue)." }
    return "Es wird nicht benutzt (\(state.rawValue)): \(reason.text)."
  }
}

extension Manifest.Parameter {
  fileprivate var runs: [Run] { [Run(name, .code), Run(" (\(kind)\(isRequired ? ", nötig" : "")): \(summary)")] }

  private var kind: String {
    switch type {
    case .text: "Text"
    case .number: "Zahl"
    case .date: "Datum"
    case .file: "Datei"
    case .thing(let noun): noun
    @unknown default: "?"
    }
  }
}
