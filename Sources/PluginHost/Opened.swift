// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import PlanKit

/// A plug-in that runs in this process; it is never closed, since its types may be anywhere by then.
struct Opened {
  let offers: [Registry.Offer]
  let time: Duration

  init(_ plugin: Plugin, _ marker: Marker) throws(Hinweis) {
    let start = ContinuousClock.now
    guard let manifest = plugin.manifest, Stamp(path: plugin.path) == plugin.stamp else { throw .changed }
    let registry = Registry()
    try marker.during(plugin.note) { () throws(Hinweis) in
      guard let library = dlopen(plugin.path, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE),
        let entry = dlsym(library, Registry.entry(ofFile: plugin.path))
      else { throw .closed(String(cString: dlerror())) }
      unsafeBitCast(entry, to: (@convention(c) (UnsafeMutableRawPointer) -> Void).self)(registry.pointer)
    }
    try Handover(registry).check(manifest, text: plugin.manifestText)
    offers = registry.offers
    time = ContinuousClock.now - start
  }
}

extension Hinweis {
  fileprivate static var changed: Hinweis { Hinweis("die Datei hat sich gerade geändert").help("kip noch einmal starten") }
}
