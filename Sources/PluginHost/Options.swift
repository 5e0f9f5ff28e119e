// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc

extension PluginHost {
  /// Where the host looks and what it may do.
  public struct Options: Sendable {
    /// The folder of the running program, in or beside which the shipped plug-ins and `kip-probe` lie.
    public var executableFolder: String
    /// Further places, as `--plugins` names them.
    public var folders: [String] = []
    /// False under `--ohne-plugins`: nothing is looked for.
    public var isEnabled = true
    /// How long a plug-in may take to open in the child process.
    public var probeLimit: Duration = .seconds(15)
    /// Reads a variable of the environment.
    public var variable: @Sendable (String) -> String? = { name in getenv(name).map { String(cString: $0) } }

    /// - Parameter executableFolder: nil for that of the running program.
    public init(executableFolder: String? = nil) {
      let program = Files.absolute("/proc/self/exe") ?? "./kip"
      self.executableFolder = executableFolder ?? String(program[..<(program.lastIndex(of: "/") ?? program.startIndex)])
    }

    /// kip's folder under one of the user's XDG folders; nil if the user has no home.
    func userFolder(_ name: String, _ usual: String) -> String? {
      if let folder = variable(name), folder.hasPrefix("/") { return folder + "/kip" }
      let home = variable("HOME") ?? getpwuid(geteuid()).map { String(cString: $0.pointee.pw_dir) }
      return home.map { "\($0)/\(usual)/kip" }
    }

    /// Where verdicts and switches are remembered.
    var stateFolder: String? { userFolder("XDG_STATE_HOME", ".local/state") }

    /// Where markers are written: in memory if the system gives the user such a folder.
    var markerFolder: String? {
      variable("XDG_RUNTIME_DIR").flatMap { $0.hasPrefix("/") && access($0, W_OK) == 0 ? $0 + "/kip" : nil } ?? stateFolder
    }
  }
}
