// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
public import PlanKit

/// A plug-in that was found, and what has become of it.
public struct Plugin: Sendable {
  public let path: String
  public let folder: Folder
  /// What it says of itself; nil if the file has no manifest that can be read.
  public let manifest: Manifest?
  public internal(set) var state = State.waiting
  /// Why it is not used, or cannot be checked; nil if nothing is known against it.
  public internal(set) var reason: Hinweis?
  /// When it was set aside or refused, in seconds since 1970.
  public internal(set) var since: Int?
  /// How long opening took; nil before.
  public internal(set) var loadTime: Duration?

  let stamp: Stamp
  let manifestText: String
  /// What is wrong with the file at first sight.
  let fault: Hinweis?

  /// What has become of a plug-in, in the words of the list.
  public enum State: String, Sendable {
    case waiting = "noch nicht geprüft"
    case ready = "bereit"
    case open = "geöffnet"
    case off = "abgeschaltet"
    case refused = "abgelehnt"
    case aside = "zurückgestellt"
    case shadowed = "verdeckt"
    case lacking = "unvollständig"
  }

  /// The id of its manifest, or the file's name where there is none.
  public var name: String { manifest?.id ?? fileName }
  public var fileName: String { path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path }

  /// Whether its offers count.
  public var isUsable: Bool { state == .waiting || state == .ready || state == .open }

  var note: Marker.Note { Marker.note(path, stamp) }
}

extension Plugin {
  /// Looks at a file; nil if it is one of kip's own libraries, which lie beside its plug-ins.
  init?(_ path: String, in folder: Folder, fault: Hinweis?, stamp: Stamp) {
    self.path = path
    self.folder = folder
    self.stamp = stamp
    var fault = fault
    var manifest: Manifest?
    var text: String?
    if fault == nil {
      do throws(Hinweis) {
        let file = try ELFFile(path)
        text = try ManifestText.find(in: file)
        if let text { manifest = try Manifest(text) } else { fault = .noManifest }
      } catch { fault = error }
      if text == nil, folder.kind == .beside { return nil }
    }
    self.manifest = manifest
    self.fault = fault
    manifestText = text ?? ""
  }

  /// All plug-ins in a folder, in the order of their names; nil if there is no such folder.
  static func all(in folder: Folder, trust: Trust) -> [Plugin]? {
    guard let names = Files.names(in: folder.path) else { return nil }
    var info = stat()
    stat(folder.path, &info)
    let objection = trust.objection(to: folder.path, info)
    // PlanKit itself lies wherever a plug-in was built.
    return names.filter { $0.hasSuffix(".so") && $0 != "libPlanKit.so" }.compactMap { name in
      let path = "\(folder.path)/\(name)"
      var info = stat()
      guard stat(path, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { return nil }
      return Plugin(path, in: folder, fault: objection ?? trust.objection(to: path, info), stamp: Stamp(info))
    }
  }
}

extension Manifest.Offer {
  /// The kind and name as users read them: `Bericht auszug`.
  var title: String {
    switch point {
    case .format: "Format \(name)"
    case .variant: "Variante \(name)"
    case .analysis: "Analyse \(name)"
    case .report: "Bericht \(name)"
    case .command: "Befehl \(name)"
    @unknown default: "\(point.rawValue) \(name)"
    }
  }
}

extension Hinweis {
  fileprivate static var noManifest: Hinweis {
    Hinweis("kein Plug-in: in der Datei steht kein Manifest (erwartet war ein Text, der mit \"\(Manifest.firstLine)\" beginnt)")
      .help("ist es eines, so gehört das Manifest als ein Literal in seine Quelle; sonst gehört die Datei in einen anderen Ordner")
  }
}
