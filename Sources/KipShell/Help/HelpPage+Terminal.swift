// SPDX-License-Identifier: GPL-3.0-or-later

extension HelpPage {
  static let terminal: [HelpPage] = [
    .init(
      name: "terminal",
      words: [
        "eingabezeile", "prompt", "init", "init-datei", "init.kips", "pager", "blättern", "farbe", "farben", "fortschritt", "history",
        "umgebungsvariablen",
      ], kind: .topic, summary: "was vor der Eingabe steht, Einstellungen, Init-Dateien, Blättern, Farben",
      forms: ["einstellungen", "einstellung NAME = WERT", "stand DATUM"],
      text: [
        "Vor der Eingabe stehen die Kommune und, wo es gilt, der Zeitpunkt, von dem gefragt wird, und [offen], solange beginne gilt. stand 31.12.2018 als eigene Zeile gilt für alle folgenden Fragen, bis stand heute; geändert wird so lange nichts.",
        "Was immer eingestellt sein soll, steht in ~/.config/kip/init.kips, nämlich einstellung, alias und melde. Eine Datei .kip-init.kips neben dem Plan liest kip erst, wenn man sie gesehen und freigegeben hat. --ohne-init lässt beide aus.",
        "Was länger ist als das Fenster, zeigt less oder was KIP_PAGER nennt, sonst PAGER. Farben gibt es nur am Terminal und nicht mit NO_COLOR. Eingaben stehen in ~/.local/state/kip/history oder in der Datei, die KIP_HISTORY nennt.",
      ],
      examples: [
        "einstellungen  # was eingestellt ist und was es bedeutet", "einstellung zeit = ein  # sagt, wie lange jede Zeile dauert",
      ],
      related: ["tasten", "einstellungen", "zeit", "alias", "optionen"])
  ]
}
