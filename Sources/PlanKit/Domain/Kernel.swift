// SPDX-License-Identifier: Apache-2.0

/// All nouns of the kernel.
public enum Kernel {
  /// Every noun, in the order in which their tables can be made.
  public static let nouns: [Noun] = [
    .kommune, .konzept, .quelle, .katalog, .katalogkonzept, .handlungsfeld, .ziel, .zielfeld, .akteur, .einheit, .organisation, .gruppe,
    .funktion,
    .person, .besetzung, .massnahme, .eintrag, .massnahmenziel, .zustaendigkeit, .aenderung, .hinweis, .merkmal, .wert, .begriff,
    .nebenname,
    .variante,
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
