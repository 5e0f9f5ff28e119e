// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

/// kip works where there is no network, and asks none.
@Suite struct OfflineTests {
  @Test("no source opens a connection or looks a name up")
  func sources() throws {
    let words = ["socket(", "connect(", "getaddrinfo", "gethostby", "URLSession", "AF_INET", "https_proxy", "libcurl"]
    for path in try Tree.files("Sources", "Plugins", endings: [".swift", ".c", ".h"]) {
      let text = try Tree.text(path)
      for word in words { #expect(!text.contains(word), "\(path): \(word)") }
    }
  }

  @Test("a shell runs only what the user wrote: the pager of the environment")
  func shells() throws {
    let users = try Tree.files("Sources", "Plugins", endings: [".swift", ".c"]).filter { path in
      let text = try Tree.text(path)
      return ["/bin/sh", "system(", "popen("].contains { text.contains($0) }
    }
    #expect(users == ["Sources/kip/Pager.swift"])
  }
}
