// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

extension PluginHost {
  /// Decides which plug-ins count: never two codes behind one name, and none without what it needs.
  func resolve() {
    var owners: [String: Int] = [:]
    for index in plugins.indices {
      plugins[index].reason = nil
      plugins[index].since = nil
      let (state, reason, since) = judge(plugins[index])
      plugins[index].state = state
      plugins[index].reason = reason
      plugins[index].since = since
      guard plugins[index].isUsable else { continue }
      let claims = plugins[index].claims
      if let taken = claims.first(where: { owners[Fold.key($0)] != nil }), let owner = owners[Fold.key(taken)] {
        plugins[index].state = .shadowed
        plugins[index].reason = .shadowed(taken, by: plugins[owner], plugins[index])
      } else {
        for claim in claims { owners[Fold.key(claim)] = index }
      }
    }
    dropIncomplete()
  }

  /// What is known of one plug-in, the others apart.
  private func judge(_ plugin: Plugin) -> (Plugin.State, Hinweis?, Int?) {
    if let fault = plugin.fault { return (.refused, fault, nil) }
    if memory.off.contains(Fold.key(plugin.name)) { return (.off, .off(plugin.name), nil) }
    guard let verdict = memory.verdict(plugin.path, plugin.stamp) else { return (.waiting, nil, nil) }
    switch verdict.grade {
    case .fine: return (opened[plugin.path] == nil ? .ready : .open, nil, nil)
    case .refused: return (.refused, verdict.reason, verdict.time)
    case .aside: return (.aside, verdict.reason, verdict.time)
    }
  }

  /// Takes out what needs a plug-in that does not count, until nothing changes any more.
  private func dropIncomplete() {
    while true {
      let present = Set(plugins.filter(\.isUsable).map { Fold.key($0.name) })
      let lacking = plugins.indices.compactMap { index -> (Int, String)? in
        guard plugins[index].isUsable else { return nil }
        return plugins[index].manifest?.requires.first { !present.contains(Fold.key($0)) }.map { (index, $0) }
      }
      if lacking.isEmpty { return }
      for (index, missing) in lacking {
        plugins[index].state = .lacking
        plugins[index].reason = .lacking(missing, plugins.first { Fold.key($0.name) == Fold.key(missing) })
      }
    }
  }
}

extension Plugin {
  /// The names that it wants for itself: id, module (whose types exist once in a process) and offers.
  fileprivate var claims: [String] {
    ["Plug-in \(name)", "Modul \(Registry.entry(ofFile: path).dropFirst(4))"] + (manifest?.offers ?? []).map(\.title)
  }
}

extension Hinweis {
  fileprivate static func shadowed(_ name: String, by owner: Plugin, _ plugin: Plugin) -> Hinweis {
    Hinweis("\"\(name)\" kommt schon aus \"\(owner.path)\"; der erste Ort gilt")
      .help(
        (owner.name == plugin.name ? "" : "das andere abschalten (plugins aus \(owner.name)) oder ") + "eine der beiden Dateien entfernen")
  }
  fileprivate static func off(_ name: String) -> Hinweis { Hinweis("ist abgeschaltet").help("plugins ein \(name)") }
  fileprivate static func lacking(_ id: String, _ found: Plugin?) -> Hinweis {
    guard let found, let reason = found.reason else {
      return Hinweis("braucht das Plug-in \"\(id)\", das fehlt").help("\"\(id)\" einrichten")
    }
    return Hinweis("braucht das Plug-in \"\(id)\"; dieses ist \(found.state.rawValue): \(reason.text)").help(reason.help)
  }
}
