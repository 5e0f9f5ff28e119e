// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import PlanKit

/// A file on disk, read where it is asked for.
final class FileSource: ByteSource, @unchecked Sendable {
  let name: String
  let size: Int
  private let descriptor: Int32

  init(_ path: String) throws(Hinweis) {
    // Messages name the file, not the folders of the user.
    name = path.split(separator: "/").last.map(String.init) ?? path
    // A pipe would be waited for without end.
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileProblem.reading(path) }
    var info = stat()
    guard fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw Hinweis("das ist keine Datei").at(Place(file: path))
    }
    size = Int(info.st_size)
  }

  deinit { close(descriptor) }

  func bytes(at offset: Int, count: Int) throws(Hinweis) -> [UInt8] {
    let count = max(0, min(count, size - offset))
    var done = 0
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while done < count {
        let read = pread(descriptor, buffer.baseAddress.map { $0 + done }, count - done, off_t(offset + done))
        if read < 0 && errno == EINTR { continue }
        failed = read < 0
        if read <= 0 { break }
        done += read
      }
      filled = done
    }
    if failed { throw FileProblem.reading(name) }
    return bytes
  }
}

/// What went wrong with a file, in the words of its user.
enum FileProblem {
  /// The rule of the error that who reads the answers has read enough, as `head` does; it is not said.
  static let readerGone = "leser-fort"

  static func reading(_ path: String) -> Hinweis {
    switch errno {
    case ENOENT: Hinweis("die Datei gibt es nicht").at(Place(file: path)).help("Pfad und Schreibweise prüfen")
    case EACCES: Hinweis("die Datei darf nicht gelesen werden").at(Place(file: path)).help("die Rechte der Datei prüfen")
    default: Hinweis("die Datei lässt sich nicht lesen: \(String(cString: strerror(errno)))").at(Place(file: path))
    }
  }

  static func writing(_ path: String) -> Hinweis {
    switch errno {
    case ENOENT: Hinweis("den Ordner gibt es nicht").at(Place(file: path)).help("den Ordner anlegen oder einen anderen nennen")
    case EACCES, EROFS: Hinweis("hier darf nicht geschrieben werden").at(Place(file: path)).help("einen anderen Ordner nennen")
    case ENOSPC, EDQUOT:
      Hinweis("der Datenträger ist voll").at(Place(file: path)).help("Platz schaffen; eine ältere Datei dieses Namens ist unverändert")
    case EISDIR: Hinweis("das ist ein Ordner").at(Place(file: path)).help("einen Dateinamen nennen")
    case EPIPE: Hinweis("das andere Programm liest nicht mehr").at(Place(file: path))
    default: Hinweis("die Datei lässt sich nicht schreiben: \(String(cString: strerror(errno)))").at(Place(file: path))
    }
  }
}
