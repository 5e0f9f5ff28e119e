// SPDX-License-Identifier: GPL-3.0-or-later
import Braunschweig
import PlanKit
import PlanQuery
import Testing

/// The lines of a variant.
@Suite struct VariantTests {
  /// What the shipped variant says, as the host gets it.
  static let braunschweig = Result { () throws -> Declarations in
    let registry = Registry()
    Braunschweig.register(registry.pointer)
    guard case .variant(let variant)? = registry.offers.first?.code else { throw Hinweis("keine Variante") }
    return try VariantParser.parse(variant)
  }

  @Test("the shipped variant is read: 28 columns under three header rows")
  func shipped() throws {
    let declarations = try VariantTests.braunschweig.get()
    #expect(declarations.name == "braunschweig" && declarations.title == "Stadt Braunschweig")
    #expect(declarations.terms.contains(.init(kernel: "federführung", word: "Hut")))
    let layout = try #require(declarations.layouts.first)
    #expect(layout.columns.count == 28 && layout.headerRows == 3 && layout.decidingRow == 3 && layout.numbering == .measureAndEntry)
    #expect(layout.columns[0].topHeading == "Nr" && layout.columns[0].heading == "" && layout.columns[0].groups == [])
    #expect(
      layout.columns[4].groups == ["Zielgruppe", "Flüchtlinge"] && layout.columns[4].target == .attribute("zielgruppe", value: "UMF"))
    #expect(layout.columns[27].topHeading == "Bemerkungen" && layout.columns[27].groups == [])
    #expect(
      layout.columns[9].codes == [
        .init("AG", ["Aufnahmegesellschaft"]), .init("I", ["Institutionen"]), .init("x", ["Aufnahmegesellschaft", "Institutionen"]),
      ])
  }

  @Test("what the shipped layout leaves to choice has its reason beside it")
  func reasons() throws {
    let reasons = try #require(try VariantTests.braunschweig.get().layouts.first).reasons.map(\.setting)
    #expect(reasons.starts(with: ["kopfzeilen", "nummern", "nicht", "geplant"]))
  }

  @Test("the shipped variant names only columns, nouns, words and actors that there are")
  func consistent() throws {
    let declarations = try VariantTests.braunschweig.get()
    for term in declarations.terms {
      #expect(
        Kernel.noun("maßnahme")?.column(term.kernel) != nil || declarations.attributes.contains { $0.name == term.kernel }, "\(term.kernel)"
      )
    }
    for seed in declarations.seeds {
      let noun = try #require(Kernel.noun(seed.noun))
      for value in seed.values { #expect(noun.column(value.column) != nil, "\(value.column)") }
    }
    let actors = declarations.seeds.filter { Kernel.noun($0.noun)?.table == "akteur" }.map(\.key)
    for column in declarations.layouts.flatMap(\.columns) {
      switch column.target {
      case .attribute(let name, let value):
        let attribute = try #require(declarations.attributes.first { $0.name == name })
        for word in [value].compactMap({ $0 }) + column.codes.flatMap(\.values) {
          #expect(attribute.words.contains { $0.name == word }, "\(word)")
        }
      case .role(let role, let actor):
        #expect(Kernel.noun("zuständigkeit")?.column("rolle")?.words.contains(role) == true)
        #expect(actors.contains(actor ?? ""), "\(actor ?? "")")
      default: break
      }
    }
  }

  @Test("each kind of line is read")
  func lines() throws {
    let declarations = try VariantParser.parse(
      Variant(
        """
        # Kommentar
        variante probe 2.1 "Gemeinde Probe"   # noch einer

        begriff federführung = "Federführende Stelle"
        merkmal ort von maßnahme "wo" = Innen (Halle; "alter Hof"); Außen
        merkmal frei von maßnahme "beliebig"
        neu einheit "51.3" name "Kita" oberhalb "FB 51"
        schreibweise handlungsfeld Bildung = Schule; "frühe Bildung"
        layout liste "Liste"
          kopfzeilen 2 maßgeblich 1
          nummern einfach
          spalte Nr ist nr
          gruppe Wer
          spalte "Träger" oben "Wer" ist rolle federführung weil "so heißt es dort"
          gruppe
          spalte Rest ist nichts
        ende
        """))
    #expect(declarations.name == "probe" && declarations.version == "2.1")
    #expect(declarations.terms == [.init(kernel: "federführung", word: "Federführende Stelle")])
    #expect(declarations.attributes.map(\.name) == ["ort", "frei"])
    #expect(
      declarations.attributes[0].words == [
        .init("Innen"), .init("Halle", above: "Innen"), .init("alter Hof", above: "Innen"), .init("Außen"),
      ])
    #expect(declarations.seeds[0].values == [.init("name", "Kita"), .init("oberhalb", "FB 51")])
    #expect(declarations.spellings.map(\.spelling) == ["Schule", "frühe Bildung"])
    let layout = declarations.layouts[0]
    #expect(layout.headerRows == 2 && layout.decidingRow == 1 && layout.numbering == .plain)
    #expect(layout.columns.map(\.target) == [.field("nr"), .role("federführung", actor: nil), .ignored])
    #expect(layout.columns.map(\.groups) == [[], ["Wer"], []])
    #expect(layout.reasons == [.init("Träger", "so heißt es dort")])
  }
}
