// SPDX-License-Identifier: GPL-3.0-or-later

extension HelpPage {
  /// The topics in the order in which a beginner needs them.
  static let topics: [HelpPage] = [
    .init(
      name: "abfragen", words: ["abfrage", "fragen", "frage", "zeile", "sprache"], kind: .topic,
      summary: "wie man fragt: der Aufbau einer Zeile",
      forms: ["DINGE [wo BEDINGUNG] { | SCHRITT }"],
      text: [
        "Vorn steht in der Mehrzahl, wonach gefragt wird: maßnahmen, ziele, akteure, einheiten, handlungsfelder … (hilfe arten nennt alle). Dahinter kommen, durch | getrennt, Schritte: Jeder nimmt die Zeilen des vorigen und gibt sie verändert weiter.",
        "In der Einzahl, mit Nummer oder Namen dahinter, zeigt das Wort die Karte eines Dings: maßnahme \"12,1\".",
        "Groß und klein sind gleich, ü ist auch ue: Massnahmen ist maßnahmen. Welche Spalten es gibt, sagt hilfe maßnahmen; die Tabulatortaste ergänzt Wörter, Spalten und Werte.",
      ],
      examples: [
        "maßnahmen | anzahl  # wie viele es sind", "maßnahmen wo handlungsfeld = Bildung | zeige nr, text  # nur diese, nur zwei Spalten",
        "maßnahmen wo hut leer | sortiere nr | erste 5  # die ersten fünf, die niemand führt",
        "einheit \"FB 51\"  # alles über eine Einheit",
      ], related: ["bedingungen", "schritte", "werte", "arten", "excel"]),
    .init(
      name: "bedingungen",
      words: ["bedingung", "filter", "filtern", "vergleich", "vergleichen", "auswählen", "ZÄHLENWENN", "wenn-bedingung"],
      kind: .topic,
      summary: "nur bestimmte Zeilen: wo, mit, ohne und alle Vergleiche",
      forms: ["DINGE wo SPALTE VERGLEICH WERT [und|oder …]", "DINGE mit SPALTE", "DINGE ohne SPALTE"],
      text: [
        "Bedingungen lassen sich mit und, oder, nicht und Klammern verbinden; und bindet stärker als oder. Hat ein Ding mehrere Werte, genügt einer davon.",
        "Mehr als zwei Partner sind partner.anzahl > 2. Was ausgerechnet ist, bekommt erst einen Namen: zeige nr, heute - ende_geplant als Tage | wo Tage > 30.",
      ],
      examples: [
        "maßnahmen wo hut unter \"FB 51\"  # geführt von FB 51 oder einer Einheit darunter",
        "maßnahmen wo text enthält Kita  # ein Stück des Textes",
        "maßnahmen wo hut = \"FB 50\" und (handlungsfeld = Sprache oder handlungsfeld = Wohnen)",
        "akteure ohne maßnahmen  # wer nirgends vorkommt",
      ], related: ["wo", "mit", "ohne", "und", "oder", "nicht", "wege"]),
    .init(
      name: "schritte", words: ["schritt", "pipe"], kind: .topic,
      summary: "was hinter | stehen kann: wählen, ordnen, zählen, zeichnen, ändern",
      text: [
        "Ein Schritt nimmt die Zeilen, die bis dahin gefunden sind. Jedes Wort hat eine eigene Seite: hilfe sortiere. Hinter | ändern auch setze, lösche, verbinde und trenne, was gefunden ist (hilfe schreiben)."
      ],
      examples: ["maßnahmen wo handlungsfeld = Bildung | zeige nr, text | sortiere nr absteigend | erste 3"],
      related: ["abfragen", "zählen", "bilder"]),
    .init(
      name: "zählen",
      words: ["zuordnungen", "zuordnung", "auswerten", "auswertung", "kennzahlen", "kennzahl", "statistik", "summen", "rechnen"],
      kind: .topic,
      summary: "zählen, summieren, gruppieren, zwei Spalten gegeneinander stellen",
      forms: ["DINGE | KENNZAHL", "DINGE | gruppiere SPALTE: KENNZAHL, …", "DINGE | kreuz SPALTE x SPALTE: KENNZAHL"],
      text: [
        "Ein Ding mit mehreren Werten zählt in jeder Gruppe, in die es gehört. Deshalb stehen darunter beide Summen: „gesamt“ zählt jedes Ding einmal, „Zuordnungen“ jede Zugehörigkeit zu einer benannten Gruppe. Eine Maßnahme in zwei Feldern ist 1 Ding und 2 Zuordnungen.",
        "Die Zeile ohne Namen sind die Dinge, zu denen nichts gesagt ist.",
        "Wie viele Dinge an einem anderen hängen, sagt SPALTE.anzahl: maßnahmen wo partner.anzahl > 2. Wer führt, als Liste: maßnahmen mit hut | gruppiere hut.",
      ],
      examples: [
        "maßnahmen | anzahl", "maßnahmen | gruppiere handlungsfeld: anzahl, anteil | sortiere anzahl absteigend",
        "maßnahmen | gruppiere hut: anzahl | sortiere anzahl absteigend | erste 1  # wer die meisten führt",
        "akteure | zeige kürzel, name, maßnahmen.anzahl als Zahl | sortiere Zahl absteigend | erste 3  # wer an den meisten beteiligt ist",
        "maßnahmen | kreuz handlungsfeld x zielgruppe  # Tabelle Feld gegen Zielgruppe",
      ], related: ["gruppiere", "kreuz", "anzahl", "balken"]),
    .init(
      name: "wege", words: ["weg", "punkt", "beziehungen", "sverweis", "pfad", "verknüpfung"], kind: .topic,
      summary: "mit einem Punkt zu Spalten anderer Dinge: ziel.handlungsfeld.name",
      forms: ["SPALTE.SPALTE", "SPALTE.anzahl"],
      text: [
        "Führt eine Spalte zu anderen Dingen, geht es dahinter mit einem Punkt zu deren Spalten weiter, auch mehrmals. SPALTE.anzahl zählt, wie viele es sind. Wohin eine Spalte führt, steht in hilfe maßnahmen unter Werte."
      ],
      examples: [
        "maßnahmen wo ziel.handlungsfeld.name = Bildung | anzahl",
        "maßnahmen wo hut.anzahl > 1 | zeige nr, hut, hut.oberhalb  # mehrere führen",
      ], related: ["bedingungen", "zeige"]),
    .init(
      name: "werte", words: ["wert", "daten", "datum", "zahlen", "quartal", "anführungszeichen", "text", "listen"], kind: .topic,
      summary: "wie Texte, Zahlen, Daten und Listen geschrieben werden",
      text: [
        "Text: in Anführungszeichen, \"…\", „…“, »…« oder '…'. Einzelne Wörter brauchen keine, außer sie sind Wörter der Sprache: \"Arbeit und Ausbildung\".",
        "Zahl: mit Komma, 1.250,50. Nummern wie 30,2 und Kürzel wie 51.3 sind Namen und werden natürlich geordnet: 28,10 kommt nach 28,9.",
        "Datum: so genau, wie man es weiß: 31.12.2024, 12/2024, III/2024 (drittes Quartal), 2024, heute, gestern, heute - 90 tage, heute + 2 monate. = 2024 ist jeder Tag des Jahres, < 2024 jeder Tag davor.",
        "Liste: in Klammern, mit ; oder mit Komma und Leerzeichen: (28,1; 28,2). Nichts gesagt heißt leer.",
      ],
      examples: [
        "maßnahmen wo handlungsfeld = \"Arbeit und Ausbildung\" | anzahl", "einträge wo nr in (28,1; 28,2)",
        "änderungen wo zeit > heute - 90 tage",
        "maßnahmen wo ende_geplant = III/2024 | anzahl",
      ], related: ["bedingungen", "in", "leer", "heute"]),
    .init(
      name: "zeit", words: ["zeitpunkt", "zeitpunkte", "geschichte", "früher", "rückblick"], kind: .topic,
      summary: "der Plan, wie er war: stand, bekannt, gültig am, seit; was sich geändert hat",
      forms: [
        "DINGE stand DATUM …", "DINGE bekannt DATUM …", "DINGE gültig am DATUM …", "änderungen seit DATUM",
        "unterschied von DATUM bis DATUM",
      ],
      text: [
        "stand ist, was an dem Tag galt; bekannt ist, was der Plan an dem Tag sagte, also ohne das, was erst später eingetragen wurde. Sie gehen in Abfragen, Karten und Berichten; als eigene Zeile gelten sie für alle folgenden Fragen, bis stand heute.",
        "Was sich geändert hat, sagen änderungen, unterschied und, für ein Ding, verlauf; woher eine Angabe stammt, sagt woher.",
      ],
      examples: [
        "maßnahmen stand 31.12.2018 wo status = laufend | anzahl", "änderungen seit 01.01.2017  # was seitdem am Plan geändert wurde",
        "unterschied von 23.04.2017 bis heute  # was seitdem neu ist, anders oder weg",
        "verlauf maßnahme \"12,1\"  # was mit einer Maßnahme geschah",
      ], related: ["stand", "bekannt", "gültig am", "seit", "unterschied", "verlauf", "woher"]),
    .init(
      name: "bilder", words: ["bild", "diagramm", "diagramme", "grafik", "schaubild"], kind: .topic,
      summary: "Balken, Linien, Matrix, Baum und Zeitstrahl im Terminal",
      forms: ["ABFRAGE | balken", "ABFRAGE | linie", "ABFRAGE | matrix", "ABFRAGE | baum", "ABFRAGE | zeitstrahl"],
      text: [
        "Ein Bild ist der letzte Schritt. Gezeichnet wird mit Zeichen, nie nur mit Farbe, so breit wie das Fenster, sonst 80 Spalten. In jedem anderen Format als tabelle kommen die Zahlen heraus, aus denen es gezeichnet ist."
      ],
      examples: [
        "maßnahmen | gruppiere handlungsfeld: anzahl | balken", "maßnahmen | kreuz handlungsfeld x zielgruppe | matrix",
        "handlungsfelder | baum",
      ], related: ["balken", "linie", "matrix", "baum", "zeitstrahl"]),
    .init(
      name: "ausgabe",
      words: ["format", "csv", "csv-excel", "exportieren", "export", "speichern", "drucken", "json", "html", "markdown", "datei"],
      kind: .topic, summary: "Antworten als Tabelle, CSV für Excel, JSON, HTML; in eine Datei",
      forms: ["kip PLAN.kip --format FORMAT -c 'ABFRAGE' > DATEI", "bericht NAME nach DATEI"],
      text: [
        "Jede Antwort gibt es in jedem Format: tabelle, csv, csv-excel, tsv, json, jsonl, markdown, html. csv-excel öffnet Excel mit einem Doppelklick richtig: Umlaute, Semikolon, Dezimalkomma.",
        "Eine Abfrage als Datei für Excel, getippt in der Shell des Rechners, nicht in kip:",
        "kip plan.kip --format csv-excel -c 'maßnahmen | zeige nr, text, status' > massnahmen.csv",
        "Fertige Dokumente macht bericht; berichte nennt alle, formate alle Formate. Den ganzen Plan mit seiner Geschichte gibt exportiere plan heraus.",
      ],
      examples: ["bericht katalog nach katalog.html", "bericht auszug für \"FB 51\" als markdown", "formate"],
      related: ["bericht", "formate", "optionen"]),
    .init(
      name: "schreiben", words: ["ändern", "eintragen", "hinzufügen", "bearbeiten", "anlegen", "löschen", "speichern unter", "strg-z"],
      kind: .topic,
      summary: "eintragen, ändern, löschen, verbinden; alles lässt sich zurücknehmen",
      forms: [
        "neu DING [TITEL] SPALTE WERT …", "setze DING SPALTE = WERT, … [weil GRUND]", "ABFRAGE | setze SPALTE = WERT [weil GRUND]",
        "lösche DING", "verbinde DING mit DING", "trenne DING von DING",
      ],
      text: [
        "Gespeichert wird sofort; einen Befehl zum Speichern gibt es nicht. rückgängig nimmt die letzte Änderung zurück. Was viele Dinge ändert, zeigt erst, was geschähe, und fragt.",
        "+= und -= nehmen bei Spalten mit mehreren Werten einen hinzu oder weg. weil nennt den Grund, laut das Papier, stand den Tag, von dem die Änderung spricht.",
        "beginne, übernimm und verwirf fassen mehrere Änderungen zusammen.",
      ],
      examples: [
        "setze maßnahme \"14,1\" status = laufend weil \"Schulung begonnen\"", "maßnahmen wo nr = 14,1 | setze partner += \"AWO\"",
        "neu ziel \"Alle Kinder haben einen Kitaplatz\" handlungsfeld Bildung frist 2026",
      ], related: ["neu", "setze", "lösche", "verbinde", "trenne", "rückgängig", "weil"]),
    .init(
      name: "einlesen", words: ["import", "tabelle einlesen", "excel-datei", "laden"], kind: .topic,
      summary: "aus einer Tabelle wird ein Plan: betrachte, layout neu, importiere, prüfe, woher",
      forms: ["betrachte DATEI", "layout neu NAME aus DATEI", "importiere DATEI [layout NAME] [stand DATUM] [vorschau]"],
      text: [
        "betrachte zeigt ohne Plan, was in einer Datei steht: Blätter, Kopf, jede Spalte, Farben, vermutlich Personenbezogenes; und welches Layout passt. Passt keines, macht layout neu eines: Am Terminal fragt es nach den Spalten, bei denen es unsicher ist, und legt mit an, was der Plan dafür braucht.",
        "vorschau zeigt, was geschähe, und ändert nichts. Jede Zelle wird Rechenschaft gegeben: im Plan, Kopf, oder einzeln gelistet. Dieselbe Datei noch einmal ändert nichts; eine neuere Fassung ändert, was anders ist.",
        "Danach: prüfe sucht, was nicht stimmt; hinweise sagt, was beim Einlesen auffiel; woher nennt die Zelle, aus der eine Angabe stammt.",
      ],
      examples: [
        "betrachte beispiel.csv", "importiere beispiel.csv stand 24.04.2017 vorschau", "hinweise | gruppiere regel: anzahl",
        "woher maßnahme \"12,1\" hut",
      ],
      related: ["betrachte", "layout", "importiere", "prüfe", "layouts", "hinweise"]),
    .init(
      name: "rückmeldebogen",
      words: [
        "rückmeldebögen", "bogen", "bögen", "formular", "ausfüllen", "rückmelden", "abfrage bei den fachbereichen", "mahnung", "konflikt",
        "konflikte",
      ],
      kind: .topic, summary: "Tabellen zum Ausfüllen verschicken und zusammenführen, was zurückkommt",
      forms: [
        "exportiere rückmeldebogen je einheit nach ORDNER/ [frist DATUM] [als xlsx|ods|csv-excel] [offen \"SPALTEN\"]",
        "rücklauf DATEIEN [vorschau] [konflikte fragen|unsere|ihre|liste] [nach DATEI]", "bericht mahnliste",
      ],
      text: [
        "Jede Einheit bekommt eine Datei mit den Zeilen des Katalogs, deren Maßnahmen sie trägt: gesperrt, was im Plan steht, dahinter zum Ausfüllen Status, Sachstand und was offen genannt. Der Plan merkt sich, wer wann einen Bogen bekam: rückmeldungen.",
        "rücklauf vergleicht jede Zelle dreifach: was der Bogen zeigte, was zurückkam, was der Plan jetzt sagt. Nur dort geändert wird übernommen, nur hier geändert bleibt, verschieden geändert ist ein Konflikt: am Terminal gefragt, sonst mit nach in eine Datei zum Entscheiden.",
        "Geleerte Zellen, gesperrte Zellen, neue und fehlende Zeilen ändern nichts und werden gelistet. Jede Datei ist eine Änderung, die rückgängig zurücknimmt.",
      ],
      examples: [
        "exportiere rückmeldebogen je einheit nach boegen/ frist 15.03.2025\nrücklauf boegen/*.xlsx vorschau",
        "rückmeldungen wo zurück leer und frist < heute | anzahl  # wie viele säumig sind", "bericht mahnliste  # wer säumig ist",
      ], related: ["exportiere", "rücklauf", "rückmeldungen", "sachstände"]),
    .init(
      name: "papiere", words: ["dokument einlesen", "vorlage einlesen", "word", "oparl", "ratsvorlage"], kind: .topic,
      summary: "Berichte und Vorlagen einlesen, aus ihren Absätzen Befunde und Ziele machen",
      forms: ["importiere DATEI als dokument", "importiere DATEI als vorlage", "neu DING aus dokument NR absatz N [bis M]; …"],
      text: [
        "Gelesen werden Word, LibreOffice und einfacher Text; eine Vorlage auch aus OParl. Ein Dokument bekommt eine Nummer, seine Absätze auch: dokument 3 zeigt sie.",
        "Was aus einem Absatz entsteht, hat seinen Wortlaut als Text und nennt Dokument, Quelle und Seite; woher führt zum Absatz zurück. Mehrere Nummern machen mehrere Dinge.",
        "Bei einer Vorlage werden Kopf, Beschlussvorschlag, Sachdarstellung, Beratungsfolge und Unterschriften erkannt; was keinen Platz findet, ist gelistet. Dieselbe Nummer noch einmal ändert, was anders ist.",
      ],
      examples: [
        "dokumente", "absätze wo text enthält Kurs | zeige dokument, platz, text", "vorlagen | zeige nr, betreff, beratungsfolge",
      ],
      related: ["importiere", "neu", "woher", "dokumente", "absätze", "vorlagen"]),
    .init(
      name: "skripte", words: ["batch", "stapel", "automatisieren", "makro", "makros", "schleife", "wiederholen"], kind: .topic,
      summary: "Zeilen aus einer Datei ausführen, mit Variablen",
      forms: ["kip PLAN.kip SKRIPT.kips", "kip PLAN.kip -c 'ZEILE'", "skript DATEI"],
      text: [
        "Ein Skript enthält die Zeilen, die man auch tippt. Eine geht weiter, wo sie mit |, einem Komma, und oder oder endet, oder die nächste mit | beginnt. # leitet eine Bemerkung ein. Beim ersten Fehler endet es; --weiter macht weiter, --atomar nimmt dann alles zurück, --trocken probiert nur.",
        "wenn … sonst … ende und für jede NAME in ABFRAGE … ende sind Blöcke. parameter JAHR = 2025 am Anfang sagt, was kip -D JAHR=… gibt; variable NAME = … gibt eigene Werte; ${NAME} setzt sie ein.",
      ],
      examples: ["melde \"fertig\"", "für jede einheit in einheiten mit maßnahmen\n  melde \"${einheit}\"\nende", "beende mit 0"],
      related: ["skript", "melde", "beende", "variable", "wenn", "für", "merke", "alias", "eingaben als skript", "optionen"]),
    .init(
      name: "tasten", words: ["taste", "tastatur", "tabulatortaste", "tab", "strg", "tastenkürzel", "strg-c", "strg-d"], kind: .topic,
      summary: "Ergänzen, Blättern, Abbrechen am Terminal",
      text: [
        "Tab ergänzt Wörter, Spalten und Werte; zweimal Tab zeigt, was möglich ist. Pfeil hoch holt frühere Eingaben, Strg-R sucht in ihnen.",
        "Strg-C verwirft die Eingabe oder bricht ab, was läuft; kip bleibt offen. Strg-D auf leerer Zeile beendet, wie beende.",
        "Eine Zeile, die noch offen ist (nach |, einem Komma oder in Anführungszeichen), geht nach Enter weiter. Was man tippt, richtet sich nach .inputrc, auch im vi-Modus.",
      ], related: ["vervollständige", "abfragen", "terminal"]),
    .init(
      name: "optionen", words: ["option", "aufruf", "kommandozeile", "--format", "rückgabewert"], kind: .topic,
      summary: "was beim Aufruf von kip angegeben werden kann",
      forms: ["kip [OPTIONEN] [PLAN.kip] [SKRIPT.kips …]"],
      text: [
        "-c ZEILE führt eine Zeile aus; --neu legt den Plan an, mit --variante NAME; --format NAME wählt die Form der Antworten; -D NAME=WERT setzt eine Variable.",
        "--ja beantwortet Fragen mit ja, --trocken nimmt am Ende alles zurück, --atomar bei einem Fehler, --weiter macht nach einem Fehler weiter, --nur-lesen ändert nichts. kip --hilfe nennt alle.",
        "Rückgabewert: 0 alles getan, 1 ein Befehl schlug fehl, 2 der Aufruf ist falsch, 3 prüfe fand einen Fehler, 130 abgebrochen.",
      ], related: ["ausgabe", "skripte"]),
    .init(name: "befehle", words: ["befehl", "kommandos"], kind: .topic, summary: "alle Befehle, auch die der Plug-ins"),
    .init(
      name: "arten", words: ["art", "dinge", "tabellen", "spalten aller dinge"], kind: .topic,
      summary: "wonach gefragt werden kann: alle Arten von Dingen"),
    .init(
      name: "excel", words: ["tabellenkalkulation", "autofilter", "umsteigen", "calc"], kind: .topic,
      summary: "was man aus Excel kennt, und wie es hier heißt",
      text: [
        "Blätter sind Arten von Dingen: maßnahmen, ziele, akteure. Gespeichert wird sofort; Strg+Z heißt rückgängig. Alles zu einem einzelnen Ding zeigt seine Karte: maßnahme \"12,1\". Wie eine Antwort zur Datei für Excel wird, sagt hilfe ausgabe."
      ],
      examples: [
        "maßnahmen wo handlungsfeld = Bildung  # Autofilter", "maßnahmen | zeige nr, text  # Spalten ausblenden",
        "maßnahmen | gruppiere status: anzahl  # ZÄHLENWENN, SUMMEWENN", "maßnahmen | kreuz handlungsfeld x hut  # Pivottabelle",
        "maßnahmen | zeige nr, ziel.handlungsfeld  # SVERWEIS", "maßnahmen | balken handlungsfeld  # Balkendiagramm",
        "maßnahmen | zeige status | eindeutig  # Duplikate entfernen",
      ], related: ["abfragen", "zählen", "ausgabe"]),
  ]
}
