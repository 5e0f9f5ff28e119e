// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

extension PlanStore {
  /// Says how the things of a made noun come to be.
  func unmade(_ noun: Noun) -> Hinweis {
    noun.table == "fundstelle"
      ? Hinweis("fundstellen gibt es erst, wenn etwas gesucht ist").help("etwa: suche \"Sprachkurs Eltern\"")
      : Hinweis("\(noun.plural) gibt es erst, wenn etwas gegenübergestellt ist").help("etwa: synopse \"2008\" \"2016\"")
  }
}
