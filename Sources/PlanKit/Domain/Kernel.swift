// SPDX-License-Identifier: Apache-2.0

/// All nouns of the kernel.
public enum Kernel {
  /// Every noun, in the order in which their tables can be made.
  public static let nouns: [Noun] = [
    // What is planned, and for whom.
    .kommune, .konzept, .fassung, .quelle, .katalog, .katalogkonzept, .handlungsfeld, .akteur, .einheit, .organisation, .gruppe, .funktion,
    .person, .traeger, .besetzung, .sozialraum, .leitlinie, .ziel, .zielfeld, .leitlinienziel, .ergebnistyp,
    // What is done.
    .massnahme, .eintrag, .massnahmenziel, .abhaengigkeit, .sachstand, .ueberfuehrung, .gegenueberstellung,
    // Who decides.
    .gremium, .mitgliedschaft, .besetzungsregel, .projekt, .anlass, .schritt, .arbeitspaket, .sitzung, .vorlage, .unterzeichnung,
    .zielgespraech,
    .jahresziel, .jahreszielmassnahme, .zielschritt, .teilnahme, .tagesordnungspunkt, .topmassnahme, .beratung, .beschluss,
    .beschlussmassnahme, .auftrag, .abnahme, .rueckmeldung,
    // What is known, and what it rests on.
    .dokument, .absatz, .interview, .befund, .bedarf, .befundbezug, .massnahmenbefund, .bedarfsmassnahme, .angebot, .angebotstraeger,
    .angebotsfeld,
    .verortung, .dienstleistung, .anliegen, .station, .schnittstelle, .organisationsoption, .buendelung, .indikator, .indikatorbezug, .wert,
    .foerderung, .mittel, .zustaendigkeit, .verweis, .fundstelle,
    // What the plan keeps about itself.
    .aenderung, .hinweis, .merkmal, .vokabel, .begriff, .nebenname, .layout, .variante, .abfrage, .eingabe,
  ]

  /// The nouns that people ask for.
  public static var asked: [Noun] { nouns.filter { !$0.isRelation } }

  /// The noun called so in the singular or the plural, umlauts and case apart.
  public static func noun(_ word: String) -> Noun? {
    let key = Fold.key(word)
    return byWord[key]
  }

  private static let byWord: [String: Noun] = Dictionary(
    nouns.flatMap { [(Fold.key($0.plural), $0), (Fold.key($0.singular), $0)] }, uniquingKeysWith: { first, _ in first })
}
