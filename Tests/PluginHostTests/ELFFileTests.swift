// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import PlanKit
import Testing

@testable import PluginHost

@Suite struct ELFFileTests {
  @Test("a real library tells its libraries, its symbols and its manifest")
  func real() throws {
    let file = try ELFFile(Workshop.fine.get())
    #expect(file.libraries().contains("libPlanKit.so"))
    #expect(file.symbols().defined.contains("kip_Fine"))
    #expect(file.symbols().needed.contains("$s7PlanKit8RegistryCMa"))
    #expect(try ManifestText.find(in: file)?.hasPrefix("kip-plugin 1\nid: fine\n") == true)
  }

  @Test("a stripped library still tells them")
  func stripped() throws {
    let path = try Site([Workshop.fine.get()]).plugins + "/libFine.so"
    try Workshop.run(["strip", "--strip-all", path])
    try FileCheck(planKit: PluginHost.planKitPath).check(path)
    #expect(try ManifestText.find(in: ELFFile(path)) != nil)
  }

  @Test("a file cut off anywhere, or with any bytes changed, gives an answer and no crash")
  func damaged() throws {
    let whole = try Data(contentsOf: URL(filePath: Workshop.fine.get()))
    let sections = whole.withUnsafeBytes { Int($0.loadUnaligned(fromByteOffset: 40, as: UInt64.self)) }
    let check = try FileCheck(planKit: PluginHost.planKitPath)
    let path = try Workshop.folder() + "/libFine.so"
    var random = SplitMix(state: 20_241_231)
    var refused = 0
    for round in 0..<1500 {
      var bytes = whole
      switch round % 3 {
      case 0: bytes = bytes.prefix(Int.random(in: 0..<whole.count, using: &random))
      case 1:
        // The header and the table of sections, where every byte is an offset or a size.
        for _ in 0...round % 7 {
          let at =
            Bool.random(using: &random) ? Int.random(in: 4..<64, using: &random) : Int.random(in: sections..<whole.count, using: &random)
          bytes[at] = [0, 1, 0x7F, 0x80, 0xFF].randomElement(using: &random) ?? 0
        }
      default: for _ in 0..<50 { bytes[Int.random(in: 0..<whole.count, using: &random)] = UInt8.random(in: 0...255, using: &random) }
      }
      try bytes.write(to: URL(filePath: path))
      let answer = error {
        if let text = try ManifestText.find(in: ELFFile(path)) { _ = try Manifest(text) }
        try check.check(path)
      }
      if let answer {
        refused += 1
        #expect(answer.help != nil)
      }
    }
    #expect(refused > 700)
  }
}

/// Numbers that are the same in every run.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
