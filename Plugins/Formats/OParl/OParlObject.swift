// SPDX-License-Identifier: Apache-2.0
import PlanKit
import TextKit

/// What all objects of OParl have in common.
extension JSONValue {
  /// `Paper` of `https://schema.oparl.org/1.1/Paper`, also with `http` and a slash at the end; nil for what is not of OParl.
  var oparlType: String? {
    if let type = self["type"]?.text {
      let parts = type.split(separator: "/")
      return type.contains("oparl.org/") ? parts.last.map(String.init) : nil
    }
    // Some lists leave the type out.
    guard id != nil else { return nil }
    if self["paperType"] != nil || self["reference"] != nil { return "Paper" }
    return self["agendaItem"] != nil ? "Meeting" : nil
  }

  /// The address that names it.
  var id: String? { self["id"]?.text }

  /// What tells a paper from others: its number, else its title.
  var paperName: String { self["reference"]?.text ?? self["name"]?.text ?? id ?? "" }

  /// The name of a meeting with its day, since all meetings of a body have the same name.
  var meetingName: String {
    let name = self["name"]?.text ?? "Sitzung"
    let day = CellText.shown(day("start"), as: .date)
    return day.isEmpty || name.contains(day) ? name : "\(name) \(day)"
  }

  var deleted: String {
    switch self["deleted"] {
    case .flag(true), .text("true"): "WAHR"
    default: ""
    }
  }

  var flagText: String? { if case .flag(let flag) = self { flag ? "WAHR" : "FALSCH" } else { nil } }

  /// The day of a date or a point in time, as the clock there showed it.
  func day(_ key: String) -> String { self[key]?.text.map { String($0.prefix { $0 != "T" }) } ?? "" }

  /// The time of day, `16:30:00`.
  func time(_ key: String) -> String {
    guard let text = self[key]?.text, let mark = text.firstIndex(of: "T") else { return "" }
    return String(text[text.index(after: mark)...].prefix(8))
  }

  /// The names and addresses of files, a line for each.
  func files(_ keys: String...) -> String {
    keys.flatMap { self[$0]?.elements ?? [] }.compactMap { file in
      let address = file["accessUrl"]?.text ?? file["downloadUrl"]?.text ?? file.text ?? file.id
      return [file["name"]?.text, address].compactMap { $0 }.joined(separator: " ")
    }.joined(separator: "\n")
  }
}
