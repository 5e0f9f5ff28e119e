// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import PlanKit

/// What kip remembers of plug-ins from one run to the next: which are switched off, and what the check of each file gave.
///
/// A verdict holds for exactly one file and one PlanKit; when either changes, the plug-in is checked again.
struct Memory {
  private(set) var off: Set<String> = []
  // Few enough to be searched one by one.
  private var entries: [Entry] = []
  private let file: String?
  private let planKit: (path: String, stamp: Stamp)

  /// A verdict belongs to a plug-in's file and to the PlanKit that it was tried with, so that two kips do not undo each other's.
  private struct Entry {
    var path: String
    var stamp: Stamp
    var planKit: String
    var planKitStamp: Stamp
    var verdict: Verdict
  }

  init(folder: String?, planKit: (path: String, stamp: Stamp)) {
    file = folder.map { $0 + "/plugins" }
    self.planKit = planKit
    load()
  }

  /// What is known of a file as it is now.
  func verdict(_ path: String, _ stamp: Stamp) -> Verdict? {
    entries.first { $0.path == path && $0.stamp == stamp && $0.planKit == planKit.path && $0.planKitStamp == planKit.stamp }?.verdict
  }

  /// A verdict to remember, or nil to forget it.
  mutating func set(_ verdict: Verdict?, _ path: String, _ stamp: Stamp) {
    entries.removeAll { $0.path == path && $0.planKit == planKit.path }
    guard let verdict else { return }
    entries.append(Entry(path: path, stamp: stamp, planKit: planKit.path, planKitStamp: planKit.stamp, verdict: verdict))
  }

  mutating func set(off isOff: Bool, _ name: String) {
    if isOff { off.insert(Fold.key(name)) } else { off.remove(Fold.key(name)) }
  }

  /// Changes what is remembered, together with what another kip may have written in the meantime; false if it cannot be saved.
  mutating func update(_ change: (inout Memory) -> Void) -> Bool {
    guard let file else {
      change(&self)
      return false
    }
    Files.makeFolder(String(file.dropLast("/plugins".count)))
    let lock = open(file + ".lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    defer { if lock >= 0 { close(lock) } }
    if lock >= 0, flock(lock, LOCK_EX) == 0 { load() }
    change(&self)
    entries.removeAll { access($0.path, F_OK) != 0 }
    return Files.replace(file, with: text)
  }

  // One line for each fact, the fields parted by tabs.
  private static let firstLine = "kip-plugins 1"

  private mutating func load() {
    guard let file, let bytes = Files.read(file) else { return }
    // Split as bytes: it is done at every start.
    var lines = bytes.split(separator: UInt8(ascii: "\n"))
    guard let first = lines.first, first.elementsEqual(Memory.firstLine.utf8) else { return }
    lines.removeFirst()
    off = []
    entries = []
    for line in lines {
      let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
      if fields.count == 2, fields[0] == "off" {
        off.insert(fields[1])
      } else if fields.count > 5, let verdict = Verdict(fields: fields[4...]) {
        let (stamp, planKitStamp) = (Stamp(recorded: fields[1]), Stamp(recorded: fields[3]))
        entries.append(Entry(path: fields[0], stamp: stamp, planKit: fields[2], planKitStamp: planKitStamp, verdict: verdict))
      }
    }
  }

  private var text: String {
    let lines = entries.map { entry in
      ([entry.path, entry.stamp.description, entry.planKit, entry.planKitStamp.description] + entry.verdict.fields)
        .map { $0.split(omittingEmptySubsequences: false) { $0.isNewline || $0 == "\t" }.joined(separator: " ") }
        .joined(separator: "\t")
    }
    return ([Memory.firstLine] + off.sorted().map { "off\t\($0)" } + lines.sorted()).map { $0 + "\n" }.joined()
  }
}
