// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc

/// The process that holds SQLite's lock on a plan, as the kernel lists it.
///
/// The locked files are only looked at by name: closing a descriptor of one would drop this process's own locks on it.
struct LockHolder {
  let process: Int
  let user: String

  /// Who writes into a plan, or keeps others from writing; nil if it is nobody on this machine.
  static func find(_ path: String, locks: String = "/proc/locks") -> LockHolder? {
    guard let list = fopen(locks, "r") else { return nil }
    defer { fclose(list) }
    let (plan, shared) = (inode(path), inode(path + "-shm"))
    var reader: LockHolder?
    var line = [CChar](repeating: 0, count: 512)
    while fgets(&line, Int32(line.count), list) != nil {
      // 1: POSIX  ADVISORY  WRITE 4711 fe:01:1234 120 120
      let fields = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self).split { $0 == " " || $0 == "\n" }
      guard fields.count == 8, fields[1] == "POSIX", let process = Int(fields[4]), process != Int(getpid()) else { continue }
      guard let file = fields[5].split(separator: ":").last.flatMap({ UInt($0) }), let first = Int(fields[6]) else { continue }
      let last = Int(fields[7]) ?? Int.max
      let isWrite = fields[3] == "WRITE"
      // With a write-ahead log, the one who writes holds byte 120 of its index; without one, bytes behind 1 GB of the plan itself.
      if file == shared && isWrite && first <= 122 && last >= 120 { return LockHolder(process) }
      if file == plan && first <= 0x4000_01FF && last >= 0x4000_0000 {
        if isWrite { return LockHolder(process) }
        reader = LockHolder(process)
      }
    }
    return reader
  }

  private init(_ process: Int) {
    self.process = process
    var info = stat()
    let owner = stat("/proc/\(process)", &info) == 0 ? getpwuid(info.st_uid)?.pointee.pw_name : nil
    user = owner.map { String(cString: $0) } ?? "jemand"
  }

  private static func inode(_ path: String) -> UInt? {
    var info = stat()
    return stat(path, &info) == 0 ? UInt(info.st_ino) : nil
  }
}
