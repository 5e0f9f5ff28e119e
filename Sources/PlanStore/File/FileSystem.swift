// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import PlanKit

/// The few questions that a plan asks about its file.
enum FileSystem {
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
  static func isWritable(_ path: String) -> Bool { access(path, W_OK) == 0 }
  static func remove(_ path: String) { for end in ["", "-wal", "-shm", "-journal"] { unlink(path + end) } }

  /// The folder of a file, with a slash at its end.
  static func folder(_ path: String) -> String { path.lastIndex(of: "/").map { String(path[...$0]) } ?? "./" }

  /// The path of a file from the root, links followed.
  static func whole(_ path: String) -> String {
    guard let pointer = realpath(path, nil) else { return path }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  static func size(_ path: String) -> Int? {
    var info = stat()
    return stat(path, &info) == 0 ? Int(info.st_size) : nil
  }

  /// Puts a file that was written beside its place into it, in one step that outlasts a power cut.
  static func move(_ from: String, to path: String) throws(Hinweis) {
    guard sync(from), rename(from, path) == 0 else {
      let problem = Hinweis("die Datei lässt sich nicht schreiben: \(String(cString: strerror(errno)))").at(Place(file: path))
      remove(from)
      throw problem
    }
    _ = sync(folder(path))
  }

  private static func sync(_ path: String) -> Bool {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { close(file) }
    return fsync(file) == 0
  }

  /// The files in a folder, by name.
  static func files(in folder: String) -> [String] {
    guard let list = opendir(folder) else { return [] }
    defer { closedir(list) }
    var names: [String] = []
    while let entry = readdir(list) {
      if entry.pointee.d_type == UInt8(DT_DIR) { continue }
      names.append(
        withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
    }
    return names.sorted()
  }

  /// True if the file lies on a share, where SQLite's write-ahead log must not run: its shared memory is not shared there.
  static func isOnNetwork(_ path: String, mounts: String = "/proc/self/mounts") -> Bool {
    guard let resolved = realpath(folder(path), nil), let mounts = fopen(mounts, "r") else { return false }
    defer {
      free(resolved)
      fclose(mounts)
    }
    let place = String(cString: resolved) + "/"
    var best = (point: "", kind: "")
    var buffer = [CChar](repeating: 0, count: 4096)
    while fgets(&buffer, Int32(buffer.count), mounts) != nil {
      let fields = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self).split(separator: " ")
      guard fields.count > 2 else { continue }
      // The names of shares hold blanks more often than not.
      let point = fields[1].replacing("\\040", with: " ")
      if place.hasPrefix(point == "/" ? "/" : point + "/"), point.count >= best.point.count { best = (String(point), String(fields[2])) }
    }
    return ["nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "9p", "fuse.sshfs", "fuse.smbnetfs"].contains(best.kind)
  }
}
