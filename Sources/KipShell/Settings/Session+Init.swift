// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanQuery

extension Session {
  /// The name of a project's init file, beside its plan.
  static let projectInit = ".kip-init.kips"

  /// Runs the user's own init file, if there is one.
  public func runUserInit() {
    guard let folder = Places.config, let bytes = Places.contents(folder + "/init.kips") else { return }
    runInit(bytes, folder + "/init.kips")
  }

  /// Runs the init file beside a plan, if the user trusts it.
  public func runProjectInit(beside plan: String) {
    let path = (Places.absolute(plan).map { String($0[..<($0.lastIndex(of: "/") ?? $0.startIndex)]) } ?? ".") + "/" + Session.projectInit
    guard let bytes = Places.contents(path) else { return }
    do throws(Hinweis) {
      if try trusts(path, bytes) { runInit(bytes, path) }
    } catch {
      tell(error)
    }
  }

  /// Whether the user trusts just this content in just this place; asks once.
  private func trusts(_ path: String, _ bytes: [UInt8]) throws(Hinweis) -> Bool {
    let digest = try Digest.sha256(Bytes(bytes, name: path))
    if InitTrust.holds(path, digest) { return true }
    guard ask != nil else {
      tell(
        Hinweis("die Init-Datei daneben ist nicht freigegeben und wurde nicht gelesen").grade(.hinweis).at(Place(file: path)).help(
          "an der Eingabezeile öffnen und freigeben, oder --ohne-init"))
      return false
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    // What is trusted must have been seen.
    guard lines.count <= 200 else {
      throw Hinweis("die Init-Datei neben dem Plan hat mehr als 200 Zeilen und wurde nicht gelesen").at(Place(file: path)).help(
        "was kein Einstellen ist, gehört in ein Skript")
    }
    tell("neben dem Plan liegt eine Init-Datei: \(path)")
    for line in lines { tell("  \(line)") }
    guard (try? agrees(to: "ihr vertrauen, bis sie sich ändert?")) == true else {
      tell("nicht gelesen")
      return false
    }
    try InitTrust.add(path, digest)
    return true
  }

  /// Runs an init file; what is wrong in it is told and stops nothing.
  private func runInit(_ bytes: [UInt8], _ path: String) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return tell(Hinweis("die Init-Datei ist kein gültiges UTF-8").at(Place(file: path)).help("als UTF-8 speichern"))
    }
    isInInitFile = true
    defer { isInInitFile = false }
    for statement in Statement.all(in: text, source: path) {
      do throws(Hinweis) { try run(statement) } catch { tell(error) }
    }
  }

  /// Refuses in an init file what does more than set.
  func checkInitFile(_ first: Token) throws(Hinweis) {
    guard isInInitFile, Commands.named(first.text)?.isSetting != true else { return }
    let words = Commands.all.filter(\.isSetting).map(\.declaration.word).joined(separator: ", ")
    throw Hinweis("in einer Init-Datei wird nur eingestellt").marked(first.span).help(
      "möglich sind dort: \(words); alles andere gehört in ein Skript")
  }

  /// True if an init file must not choose the form of answers: scripts answer everywhere alike, and the call comes before the file.
  var keepsForm: Bool { !options.isAtPrompt || options.saysFormat }
}
