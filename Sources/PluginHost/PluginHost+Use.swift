// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

extension PluginHost {
  /// What is offered for an extension point; nothing is opened for that.
  public func offers(_ point: Manifest.Point) -> [(plugin: Plugin, offer: Manifest.Offer)] {
    plugins.filter(\.isUsable).flatMap { plugin in
      (plugin.manifest?.offers ?? []).filter { $0.point == point }.map { (plugin, $0) }
    }
  }

  public func format(_ name: String) throws(Hinweis) -> any Format {
    let (plugin, code) = try code(.format, name)
    guard case .format(let format) = code else { throw .unknown(.format, name) }
    return MarkedFormat(base: format, work: Work(plugin, marker))
  }

  public func report(_ name: String) throws(Hinweis) -> any Report {
    let (plugin, code) = try code(.report, name)
    guard case .report(let report) = code else { throw .unknown(.report, name) }
    return MarkedReport(base: report, work: Work(plugin, marker))
  }

  public func command(_ name: String) throws(Hinweis) -> any Command {
    let (plugin, code) = try code(.command, name)
    guard case .command(let command) = code else { throw .unknown(.command, name) }
    return MarkedCommand(base: command, work: Work(plugin, marker))
  }

  public func analysis(_ name: String) throws(Hinweis) -> any Analysis {
    let (plugin, code) = try code(.analysis, name)
    guard case .analysis(let analysis) = code else { throw .unknown(.analysis, name) }
    return MarkedAnalysis(base: analysis, work: Work(plugin, marker))
  }

  public func variant(_ name: String) throws(Hinweis) -> Variant {
    guard case .variant(let variant) = try code(.variant, name).code else { throw .unknown(.variant, name) }
    return variant
  }

  /// The code behind a name, from a plug-in that is opened if it was not yet.
  private func code(_ point: Manifest.Point, _ name: String) throws(Hinweis) -> (plugin: Plugin, code: Registry.Code) {
    guard options.isEnabled else { throw .without }
    if try plugins[owner(of: point, name)].state == .waiting { examine() }
    let index = try owner(of: point, name)
    let opened = try open(index)
    guard let offer = opened.offers.first(where: { $0.code.point == point && Fold.key($0.name) == Fold.key(name) })
    else { throw .unknown(point, name) }
    return (plugins[index], offer.code)
  }

  private func open(_ index: Int) throws(Hinweis) -> Opened {
    let plugin = plugins[index]
    if let opened = opened[plugin.path] { return opened }
    guard plugin.state == .ready else { throw .stopped(plugin, plugin.reason ?? .unchecked) }
    do throws(Hinweis) {
      let now = try Opened(plugin, marker)
      opened[plugin.path] = now
      plugins[index].loadTime = now.time
      plugins[index].state = .open
      return now
    } catch {
      remember { $0.set(Verdict(.aside, error), plugin.path, plugin.stamp) }
      throw .stopped(plugin, error)
    }
  }

  /// The plug-in that offers a name; the error says what is known of it if it may not be used.
  private func owner(of point: Manifest.Point, _ name: String) throws(Hinweis) -> Int {
    let key = Fold.key(name)
    let offering = plugins.indices.filter { index in
      plugins[index].manifest?.offers.contains { $0.point == point && Fold.key($0.name) == key } ?? false
    }
    if let index = offering.first(where: { plugins[$0].isUsable }) { return index }
    if let index = offering.first, let reason = plugins[index].reason { throw .stopped(plugins[index], reason) }
    throw .unknown(point, name, known: offers(point).map(\.offer.name))
  }
}

extension Manifest.Point {
  /// What stands behind a name, with its article.
  fileprivate var german: String {
    switch self {
    case .format: "das Format"
    case .variant: "die Variante"
    case .analysis: "die Analyse"
    case .report: "den Bericht"
    case .command: "den Befehl"
    @unknown default: rawValue
    }
  }
}

extension Hinweis {
  fileprivate static func unknown(_ point: Manifest.Point, _ name: String, known: [String] = []) -> Hinweis {
    let near = Fold.nearest(name, among: known).map { "\"\($0)\"" }.joined(separator: " oder ")
    let all =
      known.isEmpty ? "\"plugins\" zeigt, welche Plug-ins gefunden wurden" : "bekannt sind: " + known.sorted().joined(separator: ", ")
    return Hinweis("\(point.german) \"\(name)\" gibt es nicht").help(near.isEmpty ? all : "gemeint ist vielleicht \(near); \(all)")
  }
  fileprivate static var without: Hinweis {
    Hinweis("Plug-ins sind durch --ohne-plugins ausgeschaltet").help("kip ohne diese Option starten")
  }
  fileprivate static var unchecked: Hinweis { Hinweis("es ist noch nicht geprüft").help("\"plugins\" prüft alle") }
}
