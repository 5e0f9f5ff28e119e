// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// Shows how far long work is; it decides itself whether and when.
public protocol ProgressDisplay: AnyObject {
  /// - Parameters:
  ///   - work: what is done, in a word or two.
  ///   - done: how many of the bytes.
  func show(_ work: String, done: Int, of total: Int)
  /// Takes away what is shown.
  func end()
}

/// A file that tells how far it has been read.
struct WatchedSource: ByteSource, @unchecked Sendable {
  let base: any ByteSource
  let work: String
  let progress: any ProgressDisplay

  var name: String { base.name }
  var size: Int { base.size }

  func bytes(at offset: Int, count: Int) throws(Hinweis) -> [UInt8] {
    progress.show(work, done: min(offset, base.size), of: base.size)
    return try base.bytes(at: offset, count: count)
  }
}

extension Session {
  /// A file that is read from here on; on a terminal it is shown how far.
  func watched(_ source: any ByteSource, _ work: String) -> any ByteSource {
    guard preferences.showsProgress, let progress else { return source }
    return WatchedSource(base: source, work: work, progress: progress)
  }
}
