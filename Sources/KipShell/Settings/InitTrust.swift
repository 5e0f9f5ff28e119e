// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import PlanKit

/// The init files of projects that the user trusts, each by its place and its content.
enum InitTrust {
  /// One line for each: the SHA-256 of the content, a tab, the path.
  private static var file: String? { Places.state.map { $0 + "/init-freigaben" } }

  static func holds(_ path: String, _ digest: String) -> Bool {
    guard let file, let bytes = Places.contents(file) else { return false }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").contains { $0 == line(path, digest) }
  }

  static func add(_ path: String, _ digest: String) throws(Hinweis) {
    guard let file else { throw Hinweis("es gibt keinen Ordner, der sich die Freigabe merkt").help("HOME oder XDG_STATE_HOME setzen") }
    Places.makeFolder(of: file)
    let descriptor = open(file, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileProblem.writing(file) }
    defer { close(descriptor) }
    let sink = FileSink(descriptor, name: file)
    try sink.write(Array((line(path, digest) + "\n").utf8))
    try sink.flush()
  }

  /// A line break in a path must not look like another entry.
  private static func line(_ path: String, _ digest: String) -> String { digest + "\t" + path.replacing("\n", with: "\\n") }
}
