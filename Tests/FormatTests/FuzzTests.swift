// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

/// What `scripts/fuzz` found, one folder a format.
@Suite(.timeLimit(.minutes(1))) struct FuzzTests {
  @Test("what fuzzing found is read or refused", arguments: ["csv", "docx", "html", "json", "markdown", "ods", "odt", "xlsx"])
  func finds(_ format: String) throws {
    for name in Golden.names(in: "../Fuzz/\(format)", without: ".md") {
      let bytes = try Golden.bytes("../Fuzz/\(format)/\(name)")
      do { _ = try OfficeText(Formats.named(format).read(Bytes(bytes, name: name))) } catch {
        #expect((error as? Hinweis)?.text.isEmpty == false, "\(name)")
      }
    }
  }
}
