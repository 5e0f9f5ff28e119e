// SPDX-License-Identifier: GPL-3.0-or-later
import DOCX
import DelimitedText
import Glibc
import HTML
import JSON
import Markdown
import ODS
import ODT
import OParl
import PlainText
import PlanKit
import XLSX

/// The format that `KIP_FUZZ` names, as the host gets it: by its plug-in's entry.
private let format: (any Format)? = {
  let name = getenv("KIP_FUZZ").map { String(cString: $0) }
  let entries = [
    DOCX.register, DelimitedText.register, HTML.register, JSON.register, Markdown.register, ODS.register, ODT.register, OParl.register,
    PlainText.register, XLSX.register,
  ]
  for entry in entries {
    let registry = Registry()
    entry(registry.pointer)
    for offer in registry.offers where offer.name == name {
      if case .format(let format) = offer.code { return format }
    }
  }
  print("KIP_FUZZ names no format")
  exit(2)
}()

/// Reads all that libFuzzer makes up: a refusal is fine, a trap, a hang or too much memory is a find.
@_cdecl("LLVMFuzzerTestOneInput") public func fuzz(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let format else { return 0 }
  let input = Bytes(Array(UnsafeBufferPointer(start: bytes, count: count)), name: "datei")
  do throws(Hinweis) {
    for table in try format.read(input).tables {
      var counter = Counter()
      try table.rows.rows(into: &counter)
    }
  } catch {}
  return 0
}

/// Takes rows up to a number that a small file may well ask for.
private struct Counter: RowSink {
  private var cells = 0

  mutating func take(_ batch: RowBatch) throws(Hinweis) -> Flow {
    cells += batch.cellEnds.count
    return cells < 100_000 ? .more : .enough
  }
}
