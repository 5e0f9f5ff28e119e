// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import PlanKit
internal import PlanQuery
internal import PlanStore

extension Completer {
  /// What a command takes behind what is given already.
  func parameters(_ declaration: Declaration, _ given: [Token], _ typed: String) throws(Hinweis) -> [Candidate] {
    let names = declaration.parameters.filter { if case .positional = $0.kind { false } else { true } }
    if let last = given.last, last.kind == .word,
      let parameter = names.first(where: { ([$0.name] + $0.synonyms).contains { Fold.key($0) == Fold.key(last.text) } }),
      case .named(let values) = parameter.kind
    {
      return try self.values(values, typed)
    }
    if let found = try ofThing(declaration, given, typed) { return found }
    let positions = declaration.parameters.compactMap { parameter in
      if case .positional(let values) = parameter.kind { values } else { nil }
    }
    // Values that stand for themselves come first, as many as there are; words with a value take two tokens.
    let taken = given.prefix { token in !names.contains { Fold.key($0.name) == Fold.key(token.text) } }.count
    var found: [Candidate] = []
    if taken < positions.count, taken == given.count { found = try values(positions[taken], typed) }
    if taken >= positions.count || !given.isEmpty || positions.isEmpty {
      found += names.filter { parameter in !given.contains { Fold.key($0.text) == Fold.key(parameter.name) } }.map {
        Candidate($0.name, $0.summary)
      }
    }
    return found
  }

  /// Behind the kind of a thing stands its name, and behind that a column of it; nil where that is not asked.
  private func ofThing(_ declaration: Declaration, _ given: [Token], _ typed: String) throws(Hinweis) -> [Candidate]? {
    guard let last = given.last, last.kind != .sign else { return nil }
    let before = given.dropLast().last.map { Fold.key($0.text) } ?? ""
    let isNamed = declaration.parameters.contains { $0.kind == .named(.anything) && Fold.key($0.name) == before }
    let positions = declaration.parameters.filter { if case .positional = $0.kind { true } else { false } }.map(\.name)
    let position = given.count < positions.count ? positions[given.count] : ""
    if isNamed || position == "name", let noun = try noun(last.text) { return try things(noun, typed) }
    if position == "feld", let noun = try noun(given[0].text) { return try columns(noun) }
    return nil
  }

  private func values(_ values: Declaration.Values, _ typed: String) throws(Hinweis) -> [Candidate] {
    switch values {
    case .file: files(word)
    case .thing(let word): try noun(word).map { (noun) throws(Hinweis) in try things(noun, typed) } ?? []
    case .offer(let point): session.host.offers(point).map { Candidate($0.offer.name, $0.offer.summary) }
    case .noun: Kernel.nouns.map { Candidate($0.plural, $0.summary) }
    case .command: helpWords
    case .plugin: session.host.plugins.map { Candidate($0.name, $0.manifest?.summary ?? "") }
    case .words(let words): words.map { Candidate($0) }
    case .anything: Kernel.asked.map { Candidate($0.singular, $0.summary) }
    case .text, .day: []
    }
  }

  /// Files and folders that begin as typed; case counts here, since it does on disk.
  private func files(_ typed: String) -> [Candidate] {
    let folder = typed.lastIndex(of: "/").map { String(typed[...$0]) } ?? ""
    guard let stream = opendir(folder.isEmpty ? "." : folder) else { return [] }
    defer { closedir(stream) }
    var found: [Candidate] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard !name.hasPrefix(".") else { continue }
      let isFolder = entry.pointee.d_type == UInt8(DT_DIR)
      found.append(Candidate(Completer.path(folder + name + (isFolder ? "/" : "")), isFolder ? "Ordner" : ""))
    }
    return found.sorted { $0.text < $1.text }
  }

  private static func path(_ path: String) -> String { path.contains { $0 == " " || "();|=\"".contains($0) } ? "\"\(path)\"" : path }
}
