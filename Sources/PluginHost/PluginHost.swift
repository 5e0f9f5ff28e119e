// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
public import PlanKit

/// Finds plug-ins, checks them, and opens each when it is first used.
///
/// When one is first asked for, names, owners and manifests are read; who only asks the plan waits for nothing. A file's symbols are checked, and the plug-in is opened in a child process, before
/// this process runs a line of it; what that gave is remembered as long as the file does not change. Used by one thread.
public final class PluginHost {
  /// All that there are, place by place; looked for when first asked for.
  public internal(set) var plugins: [Plugin] {
    get {
      look()
      return found
    }
    set { found = newValue }
  }
  private var found: [Plugin] = []
  private var hasLooked = false

  let options: Options
  let marker: Marker
  private(set) lazy var planKit = PluginHost.planKitPath
  lazy var memory = Memory(folder: options.stateFolder, planKit: (planKit, Stamp(path: planKit) ?? Stamp(recorded: "")))
  var opened: [String: Opened] = [:]
  private var messages: [Hinweis] = []

  public init(_ options: Options = Options()) {
    self.options = options
    marker = Marker(folder: options.markerFolder)
    guard options.isEnabled else { return }
    let dead = setAsideDead()
    // What is wrong with a folder that the user named is said at once.
    if !options.folders.isEmpty { look() }
    for path in dead { tell(.blamed(plugins.first { $0.path == path }?.name, path)) }
  }

  /// What the user should be told since it was last asked; to be shown at the start and after each line.
  public func takeMessages() -> [Hinweis] {
    defer { messages = [] }
    return messages
  }

  /// To be called before the process is ended on purpose while a plug-in may be at work, so that it is not blamed; safe in a signal's handler.
  public static func endsOnPurpose() { Marker.clear() }

  func tell(_ hinweis: Hinweis) {
    let warning = hinweis.grade(.warnung)
    if !messages.contains(warning) { messages.append(warning) }
  }

  /// Remembers verdicts and switches, and draws the conclusions.
  func remember(_ change: (inout Memory) -> Void) {
    if !memory.update(change) { tell(.forgetful(options.stateFolder)) }
    resolve()
  }

  private func look() {
    guard !hasLooked else { return }
    hasLooked = true
    guard options.isEnabled else { return }
    find()
    resolve()
  }

  private func find() {
    var info = stat()
    let trust = Trust()
    let besideTrust = stat(options.executableFolder, &info) == 0 ? Trust(alsoOwner: info.st_uid) : trust
    for folder in Folder.all(options) {
      if let there = Plugin.all(in: folder, trust: folder.kind == .beside ? besideTrust : trust) {
        found += there
      } else if folder.kind != .user {
        tell(.noFolder(folder))
      }
    }
  }

  /// Sets aside what was at work when an earlier process died, and names it.
  private func setAsideDead() -> [String] {
    let dead = marker.takeDead()
    guard !dead.isEmpty else { return [] }
    remember { memory in
      for (path, stamp, time) in dead {
        var verdict = Verdict(.aside, .crashed)
        verdict.time = time
        memory.set(verdict, path, stamp)
      }
    }
    return dead.map(\.path)
  }

  /// The library that this process runs with.
  static var planKitPath: String {
    // dladdr is no part of Swift's Glibc; it fills in the file's name, its address, and a symbol's.
    typealias Address = @convention(c) (UnsafeRawPointer, UnsafeMutablePointer<UnsafePointer<CChar>?>) -> Int32
    var info: [UnsafePointer<CChar>?] = [nil, nil, nil, nil]
    guard let function = dlsym(nil, "dladdr"),
      unsafeBitCast(function, to: Address.self)(unsafeBitCast(Registry.self as Any.Type, to: UnsafeRawPointer.self), &info) != 0
    else { return "" }
    return info[0].flatMap { Files.absolute(String(cString: $0)) } ?? ""
  }
}

extension Hinweis {
  fileprivate static var crashed: Hinweis {
    Hinweis("brachte kip zum Absturz").help("nach dem Neubau wird es von selbst wieder geprüft")
  }
  fileprivate static func blamed(_ name: String?, _ path: String) -> Hinweis {
    Hinweis("das Plug-in \"\(name ?? path)\" brachte kip zum Absturz und ist zurückgestellt")
      .help("den Fehler dem Autor des Plug-ins melden; plugins ein \(name ?? "NAME") versucht es noch einmal")
  }
  fileprivate static func forgetful(_ folder: String?) -> Hinweis {
    let folder = folder ?? "~/.local/state/kip"
    return Hinweis("was über Plug-ins bekannt ist, lässt sich nicht merken: in \"\(folder)\" kann nicht geschrieben werden")
      .help("Rechte des Ordners prüfen oder XDG_STATE_HOME setzen")
  }
  fileprivate static func noFolder(_ folder: Folder) -> Hinweis {
    Hinweis("den Ordner für Plug-ins \"\(folder.path)\" gibt es nicht (\(folder.kind.rawValue))")
      .help("Ordner anlegen oder den Pfad berichtigen")
  }
}
