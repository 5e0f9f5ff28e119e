// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@Suite struct TranscriptTests {
  @Test("a session answers as written down", arguments: Transcript.names)
  func replay(_ name: String) throws { try Transcript(name).check() }

  @Test("there are sessions to replay")
  func isNotEmpty() { #expect(Transcript.names.count >= 12) }
}
