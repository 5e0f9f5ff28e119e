// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc

/// The few questions that a plan asks about its file.
enum FileSystem {
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
  static func isWritable(_ path: String) -> Bool { access(path, W_OK) == 0 }
  static func remove(_ path: String) { for end in ["", "-wal", "-shm", "-journal"] { unlink(path + end) } }

  /// True if the file lies on a share, where SQLite's write-ahead log must not run: its shared memory is not shared there.
  static func isOnNetwork(_ path: String) -> Bool {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    guard let resolved = realpath(folder, nil), let mounts = fopen("/proc/self/mounts", "r") else { return false }
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
      let point = String(fields[1])
      if place.hasPrefix(point == "/" ? "/" : point + "/"), point.count >= best.point.count { best = (point, String(fields[2])) }
    }
    return ["nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "9p", "fuse.sshfs", "fuse.smbnetfs"].contains(best.kind)
  }
}
