// SPDX-License-Identifier: Apache-2.0
import PlanKit
import TextKit

/// What the objects of a file are called, by their addresses.
struct OParlIndex: Sendable {
  /// What a consultation led to, said by the agenda item.
  struct Result: Sendable {
    var meeting = ""
    var date = ""
    var isPublic = ""
    var result = ""
  }

  private(set) var names: [String: String] = [:]
  /// The days and the bodies of meetings.
  private(set) var days: [String: String] = [:]
  private(set) var bodies: [String: String] = [:]
  /// By consultation.
  private(set) var results: [String: Result] = [:]
  /// The papers of consultations.
  private(set) var papers: [String: String] = [:]
  private(set) var counts: [OParlTable: Int] = [:]
  /// How many objects there are that no table takes.
  private(set) var others: [String: Int] = [:]

  private static let most = 2_000_000

  var isEmpty: Bool { counts.isEmpty && others.isEmpty }

  mutating func add(_ object: JSONValue, _ file: String) throws(Hinweis) -> Flow {
    guard names.count + results.count < OParlIndex.most else {
      throw Hinweis("das sind mehr als \(OParlIndex.most) Objekte").at(Place(file: file)).help("die Liste in mehreren Dateien abholen")
    }
    switch object.oparlType {
    case "Paper": addPaper(object)
    case "Meeting": addMeeting(object)
    case "AgendaItem": addItem(object, of: nil)
    case "Consultation":
      counts[.beratungen, default: 0] += 1
      addConsultation(object, of: nil)
    case "Organization":
      counts[.gremien, default: 0] += 1
      name(object)
    case let type?:
      others[type, default: 0] += 1
      if type == "Person" { name(object) }
    case nil: break
    }
    return .more
  }

  /// What a reference is called: its name, or the address if the file does not have it.
  func name(of reference: JSONValue) -> String {
    if let name = reference["name"]?.text ?? reference["shortName"]?.text { return name }
    guard let address = reference.text ?? reference.id else { return "" }
    return names[address] ?? address
  }

  /// Several of them, one behind the other.
  func names(of references: JSONValue?) -> String {
    (references?.elements ?? []).map(name).filter { !$0.isEmpty }.joined(separator: "; ")
  }

  private mutating func name(_ object: JSONValue) {
    guard let id = object.id else { return }
    names[id] = object["name"]?.text ?? object["shortName"]?.text
  }

  private mutating func addPaper(_ paper: JSONValue) {
    counts[.vorlagen, default: 0] += 1
    let consultations = paper["consultation"]?.elements.filter { $0.id != nil } ?? []
    if !consultations.isEmpty { counts[.beratungen, default: 0] += consultations.count }
    if let id = paper.id { names[id] = paper.paperName }
    for consultation in consultations { addConsultation(consultation, of: paper) }
    for organization in (paper["underDirectionOf"]?.elements ?? []) + (paper["originatorOrganization"]?.elements ?? []) {
      name(organization)
    }
  }

  private mutating func addConsultation(_ consultation: JSONValue, of paper: JSONValue?) {
    guard let id = consultation.id else { return }
    papers[id] = paper?.id ?? consultation["paper"].map { $0.text ?? $0.id ?? "" }
    for organization in consultation["organization"]?.elements ?? [] { name(organization) }
  }

  private mutating func addMeeting(_ meeting: JSONValue) {
    counts[.sitzungen, default: 0] += 1
    for organization in meeting["organization"]?.elements ?? [] { name(organization) }
    if let id = meeting.id {
      names[id] = meeting.meetingName
      days[id] = meeting["start"]?.text.map { String($0.prefix(10)) }
      bodies[id] = names(of: meeting["organization"])
    }
    for item in meeting["agendaItem"]?.elements ?? [] where item.id != nil || item["name"] != nil { addItem(item, of: meeting) }
  }

  private mutating func addItem(_ item: JSONValue, of meeting: JSONValue?) {
    counts[.tagesordnungspunkte, default: 0] += 1
    guard let consultation = item["consultation"] else { return }
    guard let id = consultation.text ?? consultation.id else { return }
    let meetingID = meeting?.id ?? item["meeting"].flatMap { $0.text ?? $0.id } ?? ""
    results[id] = Result(
      meeting: meetingID, date: meeting?["start"]?.text.map { String($0.prefix(10)) } ?? "", isPublic: item["public"]?.flagText ?? "",
      result: item["result"]?.text ?? "")
  }
}
