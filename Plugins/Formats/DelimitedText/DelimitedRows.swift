// SPDX-License-Identifier: Apache-2.0
import PlanKit
import TextKit

/// The rows of a file, read anew whenever they are asked for, in memory that does not grow with the file.
struct DelimitedRows: RowSource {
  let source: any ByteSource
  let encoding: Encoding
  /// Where the text begins, behind a byte order mark.
  let begin: Int
  let delimiter: UInt8

  private static let longestRow = 3 << 23

  func rows(into sink: inout some RowSink) throws(Hinweis) {
    var reader = TextReader(source, encoding, from: begin)
    var cutter = RowCutter(delimiter: delimiter)
    var quoteNotes = 0
    while !reader.isAtEnd {
      try reader.fill(line: cutter.line)
      for note in reader.notes { sink.note(note) }
      let isLast = reader.isAtEnd
      var done = 0
      while true {
        done += reader.withGuardedText { text, count in
          cutter.cut(UnsafeBufferPointer(rebasing: text[done...]), count: count - done, isLast: isLast)
        }
        for note in cutter.notes {
          quoteNotes += 1
          if quoteNotes <= TextReader.mostNotes {
            sink.note(note.at(Place(file: source.name, line: note.place?.line, column: note.place?.column)))
          }
        }
        if let line = cutter.widestLine { throw .tooWide(source.name, line: line) }
        guard !cutter.isEmpty else { break }
        if try sink.take(cutter.batch) == .enough { return }
      }
      reader.drop(done)
      guard reader.text.count < DelimitedRows.longestRow else { throw .endlessRow(source.name, line: cutter.line) }
    }
    for count in [reader.flawCount, quoteNotes] where count > TextReader.mostNotes {
      sink.note(.more(count - TextReader.mostNotes).at(Place(file: source.name)))
    }
  }
}

extension Hinweis {
  fileprivate static func endlessRow(_ file: String, line: Int) -> Hinweis {
    Hinweis("hier beginnt eine Zeile von mehr als 24 MiB; erwartet war eine Tabelle").at(Place(file: file, line: line))
  }

  fileprivate static func tooWide(_ file: String, line: Int) -> Hinweis {
    Hinweis("hier beginnt eine Zeile mit mehr als \(RowCutter.mostCells) Zellen; erwartet war eine Tabelle").at(
      Place(file: file, line: line)
    )
    .help("das Trennzeichen und die Zeilenenden der Datei prüfen")
  }

  fileprivate static func more(_ count: Int) -> Hinweis {
    Hinweis("\(count) weitere Stellen dieser Art sind nicht einzeln genannt").grade(.warnung)
  }
}
