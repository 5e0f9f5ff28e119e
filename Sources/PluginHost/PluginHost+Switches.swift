// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit

extension PluginHost {
  /// Switches a plug-in off for this user; refused while another needs it.
  public func disable(_ name: String) throws(Hinweis) {
    let plugin = try plugin(name)
    let users = plugins.filter { other in
      other.isUsable && other.name != plugin.name && other.manifest?.requires.contains { Fold.key($0) == Fold.key(plugin.name) } ?? false
    }
    guard users.isEmpty else { throw .needed(plugin.name, by: users.map(\.name)) }
    remember { $0.set(off: true, plugin.name) }
  }

  /// Switches a plug-in on again; one that was set aside is tried once more.
  public func enable(_ name: String) throws(Hinweis) {
    let plugin = try plugin(name)
    remember { memory in
      memory.set(off: false, plugin.name)
      for other in plugins where other.name == plugin.name && opened[other.path] == nil { memory.set(nil, other.path, other.stamp) }
    }
    examine()
    if let now = try? self.plugin(name), let reason = now.reason { throw .stopped(now, reason) }
  }

  /// The plug-in of this name, the one that counts first; a file's name will do.
  public func plugin(_ name: String) throws(Hinweis) -> Plugin {
    let key = Fold.key(name)
    let named = plugins.filter { Fold.key($0.name) == key || Fold.key($0.fileName) == key || $0.path == name }
    guard let plugin = named.first(where: \.isUsable) ?? named.first else { throw .noPlugin(name, known: plugins.map(\.name)) }
    return plugin
  }
}

extension Hinweis {
  fileprivate static func needed(_ name: String, by users: [String]) -> Hinweis {
    Hinweis("das Plug-in \"\(name)\" wird gebraucht von \(users.map { "\"\($0)\"" }.joined(separator: ", "))")
      .help("zuerst " + users.map { "plugins aus \($0)" }.joined(separator: ", "))
  }
  fileprivate static func noPlugin(_ name: String, known: [String]) -> Hinweis {
    let near = Fold.nearest(name, among: known).map { "\"\($0)\"" }.joined(separator: " oder ")
    return Hinweis("ein Plug-in \"\(name)\" wurde nicht gefunden").help(
      near.isEmpty ? "\"plugins\" nennt alle" : "gemeint ist vielleicht \(near)")
  }
}
