// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc

/// The few things that the host does with files, without Foundation because of what it costs at start.
enum Files {
  /// The bytes of a small file; nil if it cannot be read.
  static func read(_ path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 16384)
    while true {
      let count = Glibc.read(file, &part, part.count)
      guard count > 0 else { return count == 0 ? bytes : nil }
      bytes += part[..<count]
    }
  }

  /// Puts a file in place as a whole: it is written beside and renamed, and is the user's alone.
  static func replace(_ path: String, with text: String) -> Bool {
    let beside = "\(path).\(getpid())"
    let file = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { return false }
    let bytes = Array(text.utf8)
    let written = write(file, bytes, bytes.count) == bytes.count
    guard close(file) == 0, written, rename(beside, path) == 0 else {
      unlink(beside)
      return false
    }
    return true
  }

  /// Makes a folder of the user's own, and those above it.
  static func makeFolder(_ path: String) {
    guard mkdir(path, 0o700) != 0, errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return }
    makeFolder(String(path[..<slash]))
    mkdir(path, 0o700)
  }

  /// The names in a folder in a fixed order; nil if there is no such folder.
  static func names(in folder: String) -> [String]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      names.append(name)
    }
    return names.sorted()
  }

  /// A number of the system's errors in words.
  static func words(_ error: Int32) -> String {
    switch error {
    case ENOENT: "die Datei fehlt"
    case EACCES, EPERM: "keine Berechtigung"
    default: String(cString: strerror(error))
    }
  }

  /// The path without links and dots; nil if it leads nowhere.
  static func absolute(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
