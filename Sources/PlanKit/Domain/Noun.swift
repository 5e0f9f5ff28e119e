// SPDX-License-Identifier: Apache-2.0

/// A kind of thing that a plan holds: how it is called, what is known of it, where it is stored.
///
/// The nouns are the one description from which tables, triggers, history, queries, cards, completion and exports are made.
public struct Noun: Hashable, Sendable {
  /// The word of a query, in the kernel's form: `maßnahmen`.
  public var plural: String
  /// The word of a card: `maßnahme`.
  public var singular: String
  /// What it is, in one sentence.
  public var summary: String
  /// The table that holds it. Several nouns may look at one table (`akteure`, `einheiten`).
  public var table: String
  public var columns: [Column]
  /// The names of the columns shown when nobody says which.
  public var shown: [String]
  /// The names of the columns by which one thing is named, in the order in which they are tried.
  public var keys: [String]
  /// The column that `neu NOUN "…"` fills.
  public var title: String
  /// What a row must hold to belong here: `einheiten` are the `akteure` with `art = einheit`.
  public var only: Restriction?
  /// Things that must point here for a row to belong here: `träger` are the `akteure` with a carrying role.
  public var having: Column.Collection?
  /// The tree that `unter` walks: the column that names the thing above.
  public var above: String?
  /// True if its things only join others, so that nobody asks for them first.
  public var isRelation: Bool
  /// False for what the plan keeps about itself (changes, findings), which has no history of its own.
  public var hasHistory: Bool
  /// True if the plan does not hold its things: a command makes them when it is asked, such as the lines of a Synopse.
  public var isMade: Bool
  /// True for what others point to: it holds on every day, so that `stand` shows it as it is known, and only `bekannt` as it was.
  public var isTimeless: Bool
  /// The column that sets things aside: those of which it says something are not shown.
  public var aside: String?
  /// The column that closes a thing: as long as it says something, nothing of the thing changes.
  public var lock: String?
  /// Columns of which exactly one says something, such as the object of a Zuständigkeit.
  public var exactlyOne: [String]
  /// Columns that no two things have alike.
  public var unique: [String]
  /// Two columns that join things of one kind, whose chain must not come back to its beginning.
  public var acyclic: [String]

  public init(_ plural: String, _ singular: String, table: String, _ summary: String) {
    self.plural = plural
    self.singular = singular
    self.table = table
    self.summary = summary
    columns = []
    shown = []
    keys = []
    title = "name"
    isRelation = false
    hasHistory = true
    isMade = false
    isTimeless = false
    exactlyOne = []
    unique = []
    acyclic = []
  }

  /// A column must hold one of these words.
  public struct Restriction: Hashable, Sendable {
    public var column: String
    public var words: [String]

    public init(_ column: String, _ words: [String]) {
      self.column = column
      self.words = words
    }
  }
}

/// What is known of a kind of thing.
public struct Column: Hashable, Sendable {
  /// The kernel's name, which works in every plan and is the key of JSON and CSV.
  public var name: String { didSet { key = Fold.key(name) } }
  public var kind: Kind
  /// What it says, in one sentence.
  public var summary: String
  /// What stands over it; the variant's term goes before it.
  public var heading: String
  public var source: Source
  public var isRequired: Bool
  /// The words allowed; empty if any is.
  public var words: [String]
  /// Other words for it that work in every plan.
  public var synonyms: [String] { didSet { synonymKeys = synonyms.map(Fold.key) } }
  /// The name and the synonyms as they are compared.
  fileprivate var key: String
  fileprivate var synonymKeys: [String]
  /// The column that names the thing whose column of the same name counts where this one says nothing of its own.
  public var inheritsFrom: String?
  /// True if the thing is a part of the one that this column names: it goes with it, and its changes are told with those of the whole.
  public var isPart: Bool
  /// How many digits a key may have; empty if it is no key of digits.
  public var digits: [Int]

  public init(_ name: String, _ kind: Kind, _ summary: String, _ source: Source = .stored) {
    self.name = name
    self.kind = kind
    self.summary = summary
    self.source = source
    heading = name.prefix(1).uppercased() + name.dropFirst()
    isRequired = false
    words = []
    synonyms = []
    key = Fold.key(name)
    synonymKeys = []
    isPart = false
    digits = []
  }

  /// How a value is written, compared and sorted.
  public enum Kind: Hashable, Sendable {
    case text
    /// A number or code that is a name; sorted naturally.
    case label
    /// A whole number.
    case number
    /// A number with or without decimals, stored as a floating-point number.
    case decimal
    /// An amount as it was said, doubt included, stored as `Betrag.text`.
    case amount
    /// A whole day, stored as a number such as 20240831.
    case day
    /// A date as exact as it is known, stored as `Datum.iso`.
    case date
    /// A moment, stored in UTC as SQLite writes it and shown in local time; it is compared by its day.
    case time
    case flag
    /// Another thing, of the noun with this plural.
    case thing(String)
    /// A thing of any kind, stored as its id, which no other thing of the plan has.
    case anything
  }

  /// Where the value comes from.
  public enum Source: Hashable, Sendable {
    /// A column of the table of the same name, umlauts written out.
    case stored
    /// Values of other things that point here; there may be several.
    case collected(Collection)
    /// A typed attribute that the variant added, kept in the column `merkmale`; there may be several values.
    case attribute
  }

  /// The values of the things that point here.
  public struct Collection: Hashable, Sendable {
    /// Plural of the noun whose things point here.
    public var noun: String
    /// Their column that points here.
    public var by: String
    /// Their column that is shown.
    public var shows: String
    public var only: Noun.Restriction?
    /// The column of the owner that names the thing whose value comes first.
    public var first: String?

    public init(_ noun: String, by: String, shows: String) {
      self.noun = noun
      self.by = by
      self.shows = shows
    }

    func only(_ column: String, _ word: String) -> Collection {
      var copy = self
      copy.only = Noun.Restriction(column, [word])
      return copy
    }

    func first(_ column: String) -> Collection {
      var copy = self
      copy.first = column
      return copy
    }
  }
}

extension Column {
  /// True if a thing may have several values of it.
  public var isList: Bool { source != .stored }

  func required() -> Column { changed { $0.isRequired = true } }
  func part() -> Column { changed { $0.isPart = true } }
  func digits(_ counts: Int...) -> Column { changed { $0.digits = counts } }
  func words(_ words: String...) -> Column { changed { $0.words = words } }
  func words(_ words: [String]) -> Column { changed { $0.words = words } }
  func heading(_ heading: String) -> Column { changed { $0.heading = heading } }
  func synonyms(_ words: String...) -> Column { changed { $0.synonyms = words } }
  func inherits(from thing: String) -> Column { changed { $0.inheritsFrom = thing } }

  private func changed(_ change: (inout Column) -> Void) -> Column {
    var copy = self
    change(&copy)
    return copy
  }
}

extension Noun {
  /// The column of this name; names are compared as users type them, without case and umlauts.
  public func column(_ name: String) -> Column? {
    let key = Fold.key(name)
    return columns.first { $0.key == key || $0.synonymKeys.contains(key) }
  }

  func columns(_ columns: Column...) -> Noun { changed { $0.columns = columns } }
  func shown(_ names: String...) -> Noun { changed { $0.shown = names } }
  func keys(_ names: String...) -> Noun { changed { $0.keys = names } }
  func title(_ name: String) -> Noun { changed { $0.title = name } }
  func tree(_ above: String) -> Noun { changed { $0.above = above } }
  func relation() -> Noun { changed { $0.isRelation = true } }
  func withoutHistory() -> Noun { changed { $0.hasHistory = false } }
  func madeWhenAsked() -> Noun {
    changed {
      $0.isMade = true
      $0.hasHistory = false
    }
  }
  func timeless() -> Noun { changed { $0.isTimeless = true } }
  func locked(by name: String) -> Noun { changed { $0.lock = name } }
  func settingAside(by name: String) -> Noun { changed { $0.aside = name } }
  func exactlyOne(_ names: String...) -> Noun { changed { $0.exactlyOne = names } }
  func unique(_ names: String...) -> Noun { changed { $0.unique = names } }
  func acyclic(_ from: String, _ to: String) -> Noun { changed { $0.acyclic = [from, to] } }

  /// The same table under another name, restricted to some words of a column.
  func only(_ plural: String, _ singular: String, _ summary: String, where column: String, _ words: String...) -> Noun {
    changed {
      $0.plural = plural
      $0.singular = singular
      $0.summary = summary
      $0.only = Restriction(column, words)
    }
  }

  /// The same table under another name, restricted to what things of another noun point to.
  func having(
    _ plural: String, _ singular: String, _ summary: String, _ noun: String, by column: String, where restricted: String, _ words: String...
  ) -> Noun {
    changed {
      $0.plural = plural
      $0.singular = singular
      $0.summary = summary
      var collection = Column.Collection(noun, by: column, shows: column)
      collection.only = Restriction(restricted, words)
      $0.having = collection
    }
  }

  private func changed(_ change: (inout Noun) -> Void) -> Noun {
    var copy = self
    change(&copy)
    return copy
  }
}
