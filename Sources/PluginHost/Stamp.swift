// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc

/// What tells a file from a changed one: its inode, its size and when it was written.
struct Stamp: Hashable, Sendable, CustomStringConvertible {
  let description: String

  init(_ info: stat) {
    description = "\(info.st_dev).\(info.st_ino).\(info.st_size).\(info.st_mtim.tv_sec).\(info.st_mtim.tv_nsec)"
  }

  /// A stamp as it was written down.
  init(recorded: some StringProtocol) { description = String(recorded) }

  /// The stamp of the file as it is now; nil if there is none.
  init?(path: String) {
    var info = stat()
    guard stat(path, &info) == 0 else { return nil }
    self.init(info)
  }
}
