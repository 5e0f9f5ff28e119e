// SPDX-License-Identifier: Apache-2.0
import PlanKit
import TextKit

/// The tables made of a file; names and columns are those of the plan, and some that it does not have.
enum OParlTable: String, CaseIterable, Sendable {
  case vorlagen, beratungen, sitzungen, tagesordnungspunkte, gremien

  var columns: [String] {
    switch self {
    case .vorlagen: ["nr", "betreff", "datum", "art", "aktenzeichen", "einheit", "gelöscht", "schlagworte", "dateien", "oparl"]
    case .beratungen: ["vorlage", "gremium", "sitzung", "datum", "platz", "rolle", "öffentlich", "ergebnis", "gelöscht", "oparl"]
    case .sitzungen: ["name", "gremium", "datum", "beginn", "ende", "ort", "status", "gelöscht", "dateien", "oparl"]
    case .tagesordnungspunkte: ["sitzung", "nr", "titel", "öffentlich", "text", "ergebnis", "vorlage", "gelöscht", "dateien", "oparl"]
    case .gremien: ["name", "kürzel", "art", "organisationstyp", "gültig_von", "gültig_bis", "gelöscht", "oparl"]
    }
  }

  /// The rows that an object has in this table.
  func rows(of object: JSONValue, _ index: OParlIndex) -> [[String]] {
    switch (self, object.oparlType) {
    case (.vorlagen, "Paper"): [paper(object, index)]
    case (.beratungen, "Paper"):
      (object["consultation"]?.elements ?? []).filter { $0.id != nil }.enumerated().map {
        consultation($0.element, place: $0.offset + 1, of: object.paperName, index)
      }
    case (.beratungen, "Consultation"): [consultation(object, place: nil, of: object["paper"].map(index.name) ?? "", index)]
    case (.sitzungen, "Meeting"): [meeting(object, index)]
    case (.tagesordnungspunkte, "Meeting"):
      (object["agendaItem"]?.elements ?? []).filter { $0.id != nil || $0["name"] != nil }.map { item($0, of: object.meetingName, index) }
    case (.tagesordnungspunkte, "AgendaItem"): [item(object, of: object["meeting"].map(index.name) ?? "", index)]
    case (.gremien, "Organization"): [organization(object)]
    default: []
    }
  }

  private func paper(_ paper: JSONValue, _ index: OParlIndex) -> [String] {
    let words = (paper["keyword"]?.elements ?? []).compactMap(\.text)
    // OParl has no place for the Aktenzeichen; where it is given, it is the keyword with digits.
    let files = words.filter { $0.contains(where: \.isNumber) }
    return [
      paper["reference"]?.text ?? "", paper["name"]?.text ?? "", paper.day("date"), paper["paperType"]?.text ?? "",
      files.joined(separator: "; "), index.names(of: paper["underDirectionOf"]), paper.deleted,
      words.filter { !files.contains($0) }.joined(separator: "; "), paper.files("mainFile", "auxiliaryFile"), paper.id ?? "",
    ]
  }

  private func consultation(_ consultation: JSONValue, place: Int?, of paper: String, _ index: OParlIndex) -> [String] {
    let result = consultation.id.flatMap { index.results[$0] }
    let meeting = consultation["meeting"].flatMap { $0.text ?? $0.id } ?? result?.meeting ?? ""
    let bodies = index.names(of: consultation["organization"])
    return [
      paper, bodies.isEmpty ? index.bodies[meeting] ?? "" : bodies, index.names[meeting] ?? meeting,
      index.days[meeting] ?? result?.date ?? "", place.map(String.init) ?? "", OParlTable.role(of: consultation),
      result?.isPublic ?? "", result?.result ?? "", consultation.deleted, consultation.id ?? "",
    ]
  }

  /// The role in the plan's words; what is unknown says nothing.
  private static func role(of consultation: JSONValue) -> String {
    let role = consultation["role"]?.text ?? ""
    switch Fold.key(role) {
    case "", "unbekannt": return consultation["authoritative"] == .flag(true) ? "entscheidend" : ""
    case Fold.key("Vorberatung"): return "vorberatend"
    case Fold.key("Entscheidung"): return "entscheidend"
    case Fold.key("Kenntnisnahme"): return "zur Kenntnis"
    default: return role
    }
  }

  private func meeting(_ meeting: JSONValue, _ index: OParlIndex) -> [String] {
    let location = meeting["location"]
    let place =
      location?["description"]?.text ?? ["room", "streetAddress", "locality"].compactMap { location?[$0]?.text }.joined(separator: ", ")
    let state = Fold.key(meeting["meetingState"]?.text ?? "")
    let status: String
    switch state {
    case _ where meeting["cancelled"] == .flag(true): status = "ausgefallen"
    case Fold.key("terminiert"), Fold.key("eingeladen"): status = "geplant"
    case Fold.key("durchgeführt"): status = "durchgeführt"
    default: status = meeting["meetingState"]?.text ?? ""
    }
    return [
      meeting.meetingName, index.names(of: meeting["organization"]), meeting.day("start"), meeting.time("start"), meeting.time("end"),
      place, status, meeting.deleted, meeting.files("invitation", "resultsProtocol", "verbatimProtocol", "auxiliaryFile"),
      meeting.id ?? "",
    ]
  }

  private func item(_ item: JSONValue, of meeting: String, _ index: OParlIndex) -> [String] {
    let consultation = item["consultation"]
    let paper =
      consultation?["paper"].map(index.name)
      ?? (consultation?.text ?? consultation?.id).flatMap { index.papers[$0] }.map { index.names[$0] ?? $0 }
    return [
      meeting, item["number"]?.text ?? "", item["name"]?.text ?? "", item["public"]?.flagText ?? "", item["resolutionText"]?.text ?? "",
      item["result"]?.text ?? "", paper ?? "", item.deleted, item.files("resolutionFile", "auxiliaryFile"), item.id ?? "",
    ]
  }

  private func organization(_ organization: JSONValue) -> [String] {
    [
      organization["name"]?.text ?? "", organization["shortName"]?.text ?? "", organization["classification"]?.text ?? "",
      organization["organizationType"]?.text ?? "", organization.day("startDate"), organization.day("endDate"), organization.deleted,
      organization.id ?? "",
    ]
  }
}
