// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// How many cells likely name a person or how to reach one; what they say is never shown.
public struct PersonalData: Sendable {
  public var names = 0
  public var mails = 0
  public var phones = 0

  public init() {}

  public var isEmpty: Bool { names + mails + phones == 0 }

  public static func += (all: inout PersonalData, more: PersonalData) {
    all.names += more.names
    all.mails += more.mails
    all.phones += more.phones
  }
}

extension PersonalData {
  /// Counts what was found in a text.
  init(_ masks: [Mask]) {
    for mask in masks {
      switch mask.word {
      case PersonalData.mail: mails += 1
      case PersonalData.phone: phones += 1
      default: names += 1
      }
    }
  }

  /// A text without the persons in it: `Frau Muster, Tel. 0531 1234` is `[Name], Tel. [Telefon]`.
  public static func masked(_ text: String) -> String {
    let masks = masks(text)
    guard !masks.isEmpty else { return text }
    var result = ""
    var place = text.startIndex
    for mask in masks {
      result += text[place..<mask.range.lowerBound] + mask.word
      place = mask.range.upperBound
    }
    return result + text[place...]
  }

  static let mail = "[E-Mail]"
  static let phone = "[Telefon]"
  static let name = "[Name]"

  /// True if nothing but such words stands in a text.
  static func covers(_ text: String, _ masks: [Mask], _ word: String) -> Bool {
    !masks.isEmpty && masks.allSatisfy { $0.word == word } && masks.reduce(0) { $0 + text[$1.range].count } * 10 >= text.count * 8
  }

  private static let titles: Set<String> = ["frau", "herr", "herrn", "hr", "fr", "dr", "prof", "dipl"]
  private static let phoneWords: Set<String> = ["tel", "telefon", "tel.nr", "durchwahl", "fon", "mobil", "fax", "phone"]

  private static let hints = PersonalWords(titles.union(phoneWords).union(firstNames))

  /// A stretch of a text that is not shown, and what stands in its place.
  struct Mask {
    var range: Range<String.Index>
    var word: String
  }

  /// Where persons stand, from left to right.
  static func masks(_ text: String) -> [Mask] {
    guard hints.mayStand(in: text) else { return [] }
    let words = words(of: text)
    var masks: [Mask] = []
    var index = 0
    while index < words.count {
      let word = text[words[index]]
      if word.contains("@"), word.contains(".") {
        masks.append(Mask(range: words[index], word: mail))
        index += 1
      } else if let end = phone(text, words, index) {
        masks.append(Mask(range: words[index].lowerBound..<words[end].upperBound, word: phone))
        index = end + 1
      } else if let end = name(text, words, index) {
        masks.append(Mask(range: words[index].lowerBound..<words[end].upperBound, word: name))
        index = end + 1
      } else {
        index += 1
      }
    }
    return masks
  }

  /// Words without the signs around them.
  private static func words(of text: String) -> [Range<String.Index>] {
    text.split { $0.isWhitespace || ",;:()[]\"„“".contains($0) }.compactMap { word in
      var word = word
      while let last = word.last, ".".contains(last), word.count > 3, !titles.contains(Fold.key(String(word.dropLast()))) {
        word.removeLast()
      }
      return word.isEmpty ? nil : word.startIndex..<word.endIndex
    }
  }

  /// The last word of a telephone number that begins here: 0531 470-1234, +49 531 4701234, 0531/4701234.
  private static func phone(_ text: String, _ words: [Range<String.Index>], _ start: Int) -> Int? {
    let first = text[words[start]]
    guard isDigits(first) else { return nil }
    let isNamed = start > 0 && phoneWords.contains(Fold.key(String(text[words[start - 1]])).filter { $0 != "." })
    guard first.hasPrefix("+") || first.hasPrefix("0") && first.count > 2 || isNamed else { return nil }
    var (end, digits) = (start, first.count { $0.isNumber })
    while end + 1 < words.count, isDigits(text[words[end + 1]]), digits < 15 {
      end += 1
      digits += text[words[end]].count { $0.isNumber }
    }
    let isMarked = end > start || first.contains { "/-+".contains($0) } || digits >= 9
    return digits >= (isNamed ? 3 : 7) && (isMarked || isNamed) ? end : nil
  }

  private static func isDigits(_ word: Substring) -> Bool {
    word.contains(where: \.isNumber) && word.allSatisfy { $0.isASCII && ($0.isNumber || "+/-–".contains($0)) }
      && Datum(String(word)) == nil
  }

  /// The last word of a name that begins here: `Frau Dr. Muster`, `Erika Muster`, `Muster, Erika`.
  private static func name(_ text: String, _ words: [Range<String.Index>], _ start: Int) -> Int? {
    func word(_ index: Int) -> String { index < words.count ? String(text[words[index]]) : "" }
    func isTitle(_ index: Int) -> Bool { isCapital(word(index)) && titles.contains(Fold.key(word(index)).filter { $0 != "." }) }
    func touches(_ index: Int) -> Bool {
      index < words.count && text[words[index - 1].upperBound..<words[index].lowerBound].allSatisfy { $0 == " " || $0 == "." }
    }
    // Most words are none.
    guard isCapital(word(start)), !word(start).contains(where: \.isNumber) else { return nil }
    if isTitle(start) {
      var end = start
      while touches(end + 1), isTitle(end + 1) { end += 1 }
      guard touches(end + 1), isCapital(word(end + 1)) else { return nil }
      end += 1
      // A surname of two words, or a first name before it.
      if firstNames.contains(Fold.key(word(end))), touches(end + 1), isCapital(word(end + 1)) { end += 1 }
      return end
    }
    if touches(start + 1), isCapital(word(start + 1)), firstNames.contains(Fold.key(word(start))),
      !word(start + 1).contains(where: \.isNumber), word(start + 1).count > 1
    {
      return start + 1
    }
    // A surname, a comma, a first name.
    if start + 1 < words.count, text[words[start].upperBound..<words[start + 1].lowerBound] == ", ",
      firstNames.contains(Fold.key(word(start + 1))), start + 2 == words.count || !touches(start + 2)
    {
      return start + 1
    }
    return nil
  }

  private static func isCapital(_ word: String) -> Bool { word.first?.isUppercase == true && !word.contains("-straße") }

  /// First names that are frequent in German offices; a name that is also a word (Grace, Stadt) is none of them.
  private static let firstNames: Set<String> = Set(
    """
    achim ahmad ahmed ali alexander alexandra amir amira anastasia andrea andreas angela angelika anja anke anna anne annette antje armin aylin \
    aynur ayse axel barbara beate bernd bernhard bettina bianca birgit bjoern brigitte britta carina carla carmen carola carolin carsten \
    charlotte christa christian christiane christin christina christine christoph claudia claus cornelia corinna dagmar daniel daniela denise \
    detlef diana dieter dirk dominik doris dorothea edith elena elif elisabeth elke ellen emine emma erik erika esra eva fabian fatima fatma \
    felix florian frank franziska friederike friedrich gabi gabriele gabriela georg gerd gerhard gisela gudrun guenter guenther gunnar hakan \
    halil hannah hannes hans harald hasan hatice heidi heike heiko heinrich heinz helena helga helmut henning herbert hildegard holger horst \
    hubert hueseyin ibrahim ilona ina ines ingo ingrid ingeborg irene iris isabel isabell ivonne jan jana janina jennifer jens jessica joachim \
    jochen johanna johannes jonas joerg josef juergen julia juliane jutta kai karin karl karsten katharina kathrin katja katrin kerstin khaled \
    kirsten klaus konstantin lara lars laura lea lena leon leonie linda lisa lothar ludwig lukas lutz maik manfred manuel manuela mara marc \
    marcel marco marcus margarete margit margot maria marianne marie marina mario marion markus marlies martin martina mathias matthias maren \
    mehmet meike melanie michael michaela mike miriam mohamed mohammad mohammed monika moritz murat mustafa nadia nadine nadja natalia natalie \
    nicola nicole niklas nils nina norbert olaf olga oliver osman patricia patrick paul paula peer peter petra philipp ralf rainer ramona rebecca \
    regina reinhard renate rene rita robert roland rolf ronald rosemarie roswitha ruediger ruth sabine sabrina samira sandra sara sarah \
    sebastian selma sibylle siegfried sigrid silke silvia simon simone sonja sophia sophie stefan stefanie steffen stephan stephanie susann \
    susanna susanne sven svenja svetlana swetlana sylvia tanja tatjana thomas thorsten tim timo tobias torben torsten udo ulf uli ulrich ulrike \
    ursula ute uwe vanessa vera verena veronika viktor viktoria volker waltraud werner wilhelm wolfgang xenia yasemin yasmin yusuf yvonne zeynep
    """.split { $0.isWhitespace }.map(String.init))
}
