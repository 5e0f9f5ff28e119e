// SPDX-License-Identifier: Apache-2.0

extension Noun {
  static let sozialraum = Noun("sozialräume", "sozialraum", table: "sozialraum", "Stadtteil oder Raum, für den geplant wird")
    .columns(
      Column("name", .text, "wie er heißt").required(),
      Column("kürzel", .label, "Nummer oder Kürzel"),
      Column("oberhalb", .thing("sozialräume"), "der Raum, zu dem er gehört"),
      Column("kommune", .thing("kommunen"), "die Kommune, in der er liegt"),
      Column("einwohner", .number, "wie viele Menschen dort leben"),
      Column("beschreibung", .text, "was ihn ausmacht"),
      .joined("maßnahmen", "maßnahmen", by: "verortungen", "sozialraum", "maßnahme", "was dort geschieht"),
      .joined("angebote", "angebote", by: "verortungen", "sozialraum", "angebot", "was es dort gibt"),
      .those("bedarfe", by: "sozialraum", shows: "text", "was dort fehlt"),
      .those("befunde", by: "sozialraum", shows: "text", "was über ihn festgestellt wurde"),
      .those("interviews", by: "sozialraum", shows: "code", "Interviews, die dort geführt wurden")
    )
    .shown("kürzel", "name", "oberhalb", "einwohner").keys("name", "kürzel").tree("oberhalb").timeless()

  static let angebot = Noun("angebote", "angebot", table: "angebot", "was es schon gibt: was, wie, von wem und wo geleistet wird")
    .columns(
      Column("name", .text, "was geleistet wird").required(),
      Column("wie", .text, "wie es geleistet wird"),
      Column("art", .text, "wer es leistet").words("hauptamtlich", "ehrenamtlich", "beides"),
      Column("zielgruppe", .text, "für wen"),
      Column("umfang", .text, "wie oft oder für wie viele"),
      Column("status", .text, "ob es besteht").words("geplant", "besteht", "eingestellt"),
      .validFrom, .validUntil,
      .joined("träger", "akteure", by: "angebotsträger", "angebot", "akteur", "von wem"),
      .joined("handlungsfeld", "handlungsfelder", by: "angebotsfelder", "angebot", "handlungsfeld", "Felder, zu denen es gehört"),
      .joined("sozialräume", "sozialräume", by: "verortungen", "angebot", "sozialraum", "wo"),
      .those("mittel", by: "angebot", shows: "zweck", "was es an Geld und Stellen braucht und bekommt")
    )
    .shown("name", "wie", "träger", "art", "sozialräume").keys("name")

  static let angebotstraeger = Noun("angebotsträger", "angebotsträger", table: "angebot_akteur", "wer ein Angebot leistet")
    .columns(
      Column("angebot", .thing("angebote"), "das Angebot").required().part(),
      Column("akteur", .thing("akteure"), "wer es leistet").required()
    )
    .shown("angebot", "akteur").relation().unique("angebot", "akteur")

  static let angebotsfeld = Noun(
    "angebotsfelder", "angebotsfeld", table: "angebot_handlungsfeld", "Handlungsfeld, zu dem ein Angebot gehört"
  )
  .columns(
    Column("angebot", .thing("angebote"), "das Angebot").required().part(),
    Column("handlungsfeld", .thing("handlungsfelder"), "das Feld").required()
  )
  .shown("angebot", "handlungsfeld").relation().unique("angebot", "handlungsfeld")

  static let verortung = Noun(
    "verortungen", "verortung", table: "verortung", "Sozialraum, in dem eine Maßnahme oder ein Angebot stattfindet"
  )
  .columns(
    Column("sozialraum", .thing("sozialräume"), "der Sozialraum").required(),
    Column("maßnahme", .thing("maßnahmen"), "die Maßnahme").part(),
    Column("angebot", .thing("angebote"), "das Angebot").part()
  )
  .shown("sozialraum", "maßnahme", "angebot").relation().exactlyOne("maßnahme", "angebot").unique("sozialraum", "maßnahme", "angebot")

  // There is no column for a name: nobody can be found in what is not kept.
  static let interview = Noun(
    "interviews", "interview", table: "interview", "Gespräch zur Bestandsaufnahme, ohne Namen geführt unter einem Code"
  )
  .columns(
    Column("code", .label, "Code, unter dem es geführt ist").required(),
    Column("sozialraum", .thing("sozialräume"), "wo es geführt wurde"),
    Column("gruppe", .text, "zu welcher Gruppe der Befragte gehört").words(
      "Altzugewanderte", "Neuzugewanderte", "Einheimische", "Fachleute"),
    Column("altersgruppe", .text, "ungefähres Alter: 18 bis 27"),
    Column("datum", .date, "wann es geführt wurde"),
    Column("projekt", .thing("projekte"), "das Projekt, in dem es geführt wurde"),
    Column("text", .text, "was gesagt wurde, ohne Namen"),
    Column("freigabe", .flag, "ob daraus zitiert werden darf"),
    .those("befunde", by: "interview", shows: "text", "Befunde, die es belegt")
  )
  .shown("code", "sozialraum", "gruppe", "altersgruppe", "datum").keys("code").title("code").unique("code").timeless()
}
