// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import PlanKit

// Opens the plug-ins named as arguments, one after the other, and says what each of them hands over. kip runs it as a child, because a
// plug-in that crashes or never returns takes its process with it.

/// Says a line to kip, its fields parted by U+001F; U+0001 at its beginning tells it from what a plug-in prints.
func say(_ fields: [String]) {
  let text = fields.joined(separator: "\u{1F}").utf8.map { $0 == 0x0A ? 0x1E : $0 }
  let line = [0x0A, 0x01] + text + [0x0A]
  write(1, line, line.count)
}

func probe(_ path: String) -> [String] {
  guard let library = dlopen(path, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE), let entry = dlsym(library, Registry.entry(ofFile: path))
  else { return ["fail", String(cString: dlerror())] }
  let registry = Registry()
  unsafeBitCast(entry, to: (@convention(c) (UnsafeMutableRawPointer) -> Void).self)(registry.pointer)
  return ["done", registry.manifest] + registry.offers.map { "\($0.code.point.rawValue) \($0.name)" }
}

var noCore = rlimit(rlim_cur: 0, rlim_max: 0)
setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &noCore)
for path in CommandLine.arguments.dropFirst() {
  say(["open"])
  say(probe(path))
}
_exit(0)
