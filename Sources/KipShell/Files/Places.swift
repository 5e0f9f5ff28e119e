// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc

/// Where kip keeps what belongs to the user and not to a plan.
public enum Places {
  /// The folder for what kip remembers; nil if the user has no home.
  public static var state: String? { folder("XDG_STATE_HOME", ".local/state") }
  /// The folder for what the user writes; nil if the user has no home.
  static var config: String? { folder("XDG_CONFIG_HOME", ".config") }

  private static func folder(_ variable: String, _ usual: String) -> String? {
    if let folder = getenv(variable), folder.pointee == UInt8(ascii: "/") { return String(cString: folder) + "/kip" }
    let home = getenv("HOME") ?? getpwuid(getuid())?.pointee.pw_dir
    return home.map { "\(String(cString: $0))/\(usual)/kip" }
  }

  /// Makes the folder of a file, for the user alone.
  public static func makeFolder(of file: String) {
    var path = file.hasPrefix("/") ? "" : "."
    for part in file.split(separator: "/").dropLast() {
      path += "/" + part
      mkdir(path, 0o700)
    }
  }

  static func absolute(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  /// What stands in a small file; nil if there is none.
  static func contents(_ path: String) -> [UInt8]? {
    guard access(path, R_OK) == 0, let source = try? FileSource(path), source.size < 1 << 20 else { return nil }
    return try? source.bytes(at: 0, count: source.size)
  }
}
