// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
public import PlanKit

/// Writes bytes to a descriptor in large pieces.
public final class FileSink: ByteSink {
  private let descriptor: Int32
  private let name: String
  private var buffer: [UInt8] = []
  /// Why bytes were lost; what is written afterwards fails for the same reason.
  private var problem: Hinweis?

  /// - Parameter name: what messages call it.
  public init(_ descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
    buffer.reserveCapacity(FileSink.size)
  }

  private static let size = 1 << 16

  public func write(_ bytes: [UInt8]) throws(Hinweis) {
    buffer += bytes
    if buffer.count >= FileSink.size { try flush() }
  }

  /// Hands over what is still in memory.
  public func flush() throws(Hinweis) {
    if let problem { throw problem }
    var done = 0
    var failed = false
    buffer.withUnsafeBytes { bytes in
      while done < bytes.count {
        let written = Glibc.write(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
        if written < 0 && errno == EINTR { continue }
        if written <= 0 {
          failed = true
          return
        }
        done += written
      }
    }
    buffer.removeAll(keepingCapacity: true)
    guard failed else { return }
    let isReaderGone = errno == EPIPE && descriptor == STDOUT_FILENO
    let problem = isReaderGone ? FileProblem.writing(name).rule(FileProblem.readerGone) : FileProblem.writing(name)
    self.problem = problem
    throw problem
  }
}

/// A file that is written beside its place and takes it when it is whole.
enum OutputFile {
  static func write(_ path: String, _ body: (inout FileSink) throws(Hinweis) -> Void) throws(Hinweis) {
    var info = stat()
    // A device or pipe cannot be replaced; it is written directly.
    let isPlain = stat(path, &info) != 0 || info.st_mode & S_IFMT == S_IFREG
    let target = isPlain ? "\(path).kip-\(getpid())" : path
    let descriptor = open(target, O_WRONLY | (isPlain ? O_CREAT | O_EXCL : 0) | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileProblem.writing(path) }
    do throws(Hinweis) {
      var sink = FileSink(descriptor, name: path)
      try body(&sink)
      try sink.flush()
      if isPlain, fsync(descriptor) != 0 { throw FileProblem.writing(path) }
    } catch {
      close(descriptor)
      if isPlain { unlink(target) }
      throw error
    }
    let closed = close(descriptor) == 0
    guard !isPlain || (closed && rename(target, path) == 0) else {
      let problem = FileProblem.writing(path)
      unlink(target)
      throw problem
    }
  }
}
