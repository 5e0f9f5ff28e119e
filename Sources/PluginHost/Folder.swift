// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc

/// A place in which plug-ins are looked for; the first one that offers a name wins.
public struct Folder: Hashable, Sendable {
  public let kind: Kind
  public let path: String

  public enum Kind: String, Sendable {
    /// Beside the program: what kip ships.
    case beside = "bei kip"
    case option = "--plugins"
    case environment = "KIP_PLUGIN_PATH"
    /// The user's own folder.
    case user = "eigener Ordner"
  }
}

extension Folder {
  /// All places in their order, each once.
  static func all(_ options: PluginHost.Options) -> [Folder] {
    let beside = options.executableFolder + "/../lib/kip"
    let named =
      [(Kind.beside, access(beside, F_OK) == 0 ? beside : options.executableFolder)]
      + options.folders.map { (.option, $0) }
      + (options.variable("KIP_PLUGIN_PATH") ?? "").split(separator: ":").map { (.environment, String($0)) }
      + (options.userFolder("XDG_DATA_HOME", ".local/share").map { [(.user, $0 + "/plugins")] } ?? [])
    var seen: Set<String> = []
    return named.compactMap { kind, path in
      let path = Files.absolute(path) ?? path
      return seen.insert(path).inserted ? Folder(kind: kind, path: path) : nil
    }
  }
}
