// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

@testable import PlanStore

@Suite struct SearchTests {
  /// A plan of some goals, in the order of their numbers.
  private func plan(_ texts: String...) throws -> (TemporaryPlan, PlanStore) {
    let plan = try TemporaryPlan()
    let store = try plan.store()
    try store.write { (writer) throws(Hinweis) in
      for text in texts { _ = try writer.insert("ziel", ["text": .text(text)]) }
    }
    return (plan, store)
  }

  /// The first cells that a search gives, the best first.
  private func found(_ store: PlanStore, _ text: String, _ column: String = "ding") throws -> [String] {
    _ = try store.search(try SearchText(text))
    return try store.column("fundstellen | zeige \(column)")
  }

  @Test(
    "a word is found in every form, in compounds, however umlauts are written",
    arguments: [
      ("Sprachkurs", "Drei Sprachkurse im Jahr"), ("Sprachkurse", "ein Sprachkurs"), ("Sprachkurs", "Elternsprachkurse am Abend"),
      ("Flüchtlinge", "Hilfe fuer Fluechtlinge"), ("fluechtling", "Flüchtlingshilfe"), ("Kita", "die Kitas"), ("KITAS", "Kita Nord"),
      ("Raum", "helle Räume"), ("Sozialarb", "Sozialarbeit an Schulen"), ("Kita-Platz", "ein Kita-Platz"), ("28,1", "siehe 28,1"),
      ("Straße", "Strassenfest"), ("Ṣahin", "Herr Ṣahin"), ("Bu\u{308}ro", "Büro"), ("Silben", "Sil\u{AD}ben"), ("Amt", "Amtsdeutsch"),
    ])
  func forms(_ word: String, _ text: String) throws {
    let (plan, store) = try plan(text, "nichts davon")
    #expect(try found(store, word) == [text])
    _ = plan
  }

  @Test(
    "a short word is not found within others, and a number only as itself",
    arguments: [("Amt", "insgesamt"), ("Art", "Start"), ("28", "2018 und 128"), ("Steuer", "Stufe"), ("Kind", "Kinnhaken")])
  func noForms(_ word: String, _ text: String) throws {
    let (plan, store) = try plan(text)
    #expect(try found(store, word).isEmpty)
    _ = plan
  }

  @Test("the word itself stands before its forms, its forms before compounds")
  func order() throws {
    let (plan, store) = try plan("Elternsprachkurs im Mai", "Sprachkurse im Mai", "Sprachkurs im Mai", "Sprachkursplan im Mai")
    #expect(
      try found(store, "Sprachkurs") == ["Sprachkurs im Mai", "Sprachkurse im Mai", "Sprachkursplan im Mai", "Elternsprachkurs im Mai"])
    #expect(try store.column("fundstellen | zeige rang") == ["1", "2", "3", "4"])
    _ = plan
  }

  @Test("the title counts more than another text, and that more than a remark")
  func columns() throws {
    let plan = try TemporaryPlan()
    let store = try plan.store()
    try store.write { (writer) throws(Hinweis) in
      _ = try writer.insert("akteur", ["art": .text("gruppe"), "name": .text("Eins"), "aufgabe": .text("das Wort Mosaik")])
      _ = try writer.insert("akteur", ["art": .text("gruppe"), "name": .text("das Wort Mosaik"), "aufgabe": .text("Zwei")])
      _ = try writer.insert("dokument", ["titel": .text("Drei"), "bemerkung": .text("das Wort Mosaik")])
    }
    #expect(try found(store, "Mosaik") == ["das Wort Mosaik", "Eins", "Drei"])
    #expect(try found(store, "Mosaik", "spalte") == ["name", "aufgabe", "bemerkung"])
  }

  @Test("of two words the rarer counts more")
  func rarity() throws {
    let (plan, store) = try plan("Kurse hier", "Kurse da", "Kurse dort", "Kurse fern", "Imker hier")
    #expect(try found(store, "Kurs oder Imker").first == "Imker hier")
    _ = plan
  }

  @Test("all words must stand in one thing; oder joins two of them; a phrase stands as it is")
  func terms() throws {
    let (plan, store) = try plan("Kurse für Eltern", "Kurse für Kinder", "Eltern und Kinder", "frühe Bildung", "Bildung, nicht zu frühe")
    #expect(try found(store, "Kurs Eltern") == ["Kurse für Eltern"])
    #expect(try found(store, "Kurs und Eltern") == ["Kurse für Eltern"])
    #expect(Set(try found(store, "Kurs Eltern oder Kinder")) == ["Kurse für Eltern", "Kurse für Kinder"])
    #expect(try found(store, "„frühe Bildung“") == ["frühe Bildung"])
    #expect(try found(store, "\"frühe Bildung\" Kurs").isEmpty)
    #expect(try found(store, "frühe Bildung").count == 2)
    #expect(try found(store, "Kur*").count == 2)
    _ = plan
  }

  @Test("nothing to search is refused", arguments: ["", "  ", "oder", "und", "—", "\"\""])
  func nothing(_ text: String) {
    #expect(throws: Hinweis.self) { try SearchText(text) }
  }

  @Test("what was found says of which kind it is, how its card is called, in which column, and shows the words")
  func answer() throws {
    try SamplePlan.with { store in
      _ = try store.search(try SearchText("Eltern"))
      #expect(try store.ask("fundstellen wo art = maßnahme").map { Array($0.dropFirst()) } == [["maßnahme", "7,0", "text", "Sprachkurse für «Eltern»"]])
      _ = try store.search(try SearchText("Kindertagesstätte"))
      #expect(try store.ask("fundstellen | zeige art, ding, spalte, text") == [["einheit", "51.3", "name", "«Kindertagesstätten»"]])
      _ = try store.search(try SearchText("Jugendliche"))
      #expect(try store.ask("fundstellen | zeige art, ding, spalte") == [["maßnahme", "7,0", "merkmale"]])
      // Words in different columns of one thing are found together.
      _ = try store.search(try SearchText("Jugendliche Sprachkurs"))
      #expect(try store.column("fundstellen | zeige ding") == ["7,0"])
    }
  }

  @Test("attributes' names and what programs write are not searched", arguments: ["zielgruppe", "einheit"])
  func technical(_ word: String) throws {
    try SamplePlan.with { store in 
      let result = try store.search(try SearchText(word))
      #expect(result.count == 0)
    }
  }

  @Test("a search in the past finds what was there then, and not what came later")
  func past() throws {
    let plan = try TemporaryPlan()
    let store = try plan.store()
    try store.write(on: 20200101) { (writer) throws(Hinweis) in
      _ = try writer.insert("ziel", ["text": .text("alte Windmühle")])
    }
    try store.write(on: 20210101) { (writer) throws(Hinweis) in
      try writer.connection.run("UPDATE ziel SET text = 'neue Scheune', seit = \(writer.change.id), ab = 20210101")
    }
    func count(_ word: String, _ day: Int) throws -> Int {
      let search = try SearchText(word)
      return try store.at(Moment(day: day)) { () throws(Hinweis) in try store.search(search).count }
    }
    #expect(try count("Windmühle", 20200601) == 1)
    #expect(try count("Scheune", 20200601) == 0)
    #expect(try count("Windmühle", 20210601) == 0)
    #expect(try count("Scheune", 20210601) == 1)
  }

  @Test("a word that is nowhere is known to come near to others, as the plan writes them")
  func near() throws {
    let (plan, store) = try plan("Übergänge in die Schule")
    #expect(try store.words(near: "Ubergange").isEmpty == false)
    #expect(try store.words(near: "Uebergaenge") == ["Übergänge"])
    #expect(try store.words(near: "Shcule") == ["Schule"])
    #expect(try store.words(near: "Bienenstock").isEmpty)
    _ = plan
  }

  @Test("a search leaves nothing in the file")
  func leavesNothing() throws {
    let (plan, store) = try plan("Elternsprachkurse")
    let before = try store.sql("SELECT count(*) FROM sqlite_schema")
    _ = try found(store, "Kurs")
    #expect(try store.sql("SELECT count(*) FROM sqlite_schema") == before)
    _ = try plan.reopened(readOnly: true).search(try SearchText("Kurs"))
  }

  @Test(
    "an excerpt shows the words, cut at blanks, and never in the middle of a character",
    arguments: ["Wort", "ä", "äöü ", "lang ", String(repeating: "ß", count: 30) + " "])
  func excerpts(_ filler: String) throws {
    for before in [0, 1, 5, 40, 80] {
      for after in [0, 3, 60] {
        let text = String(repeating: filler, count: before) + " Fundwort " + String(repeating: filler, count: after)
        let (plan, store) = try plan(text)
        let shown = try found(store, "Fundwort", "text")
        #expect(shown.count == 1 && shown[0].contains("«Fundwort»") && !shown[0].contains("\u{FFFD}"), "\(shown)")
        #expect(shown[0].utf8.count <= 300)
        _ = plan
      }
    }
  }
}
