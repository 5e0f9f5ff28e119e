// SPDX-License-Identifier: Apache-2.0

/// What the lines of a variant say: the value behind `Variant`.
public struct Declarations: Hashable, Sendable {
  public var name: String
  public var version: String
  public var title: String
  /// Words of the municipality for words of the kernel.
  public var terms: [Term]
  public var attributes: [Attribute]
  /// Things that a new plan begins with, each after those that it names.
  public var seeds: [Seed]
  /// Other spellings of things.
  public var spellings: [Spelling]
  public var layouts: [Layout]

  public init(_ name: String) {
    self.name = name
    version = ""
    title = ""
    terms = []
    attributes = []
    seeds = []
    spellings = []
    layouts = []
  }

  /// `begriff federführung = Hut`
  public struct Term: Hashable, Sendable {
    public var kernel: String
    public var word: String

    public init(kernel: String, word: String) {
      self.kernel = kernel
      self.word = word
    }
  }

  /// `merkmal zielgruppe von maßnahme "wem sie gilt" = Allgemein (Kinder; Erwachsene); Institutionen`
  public struct Attribute: Hashable, Sendable {
    public var name: String
    /// The noun that has it, in the singular.
    public var noun: String
    public var summary: String
    public var words: [Word]

    public init(_ name: String, of noun: String, summary: String) {
      self.name = name
      self.noun = noun
      self.summary = summary
      words = []
    }

    /// A word of its vocabulary, and the word that includes it.
    public struct Word: Hashable, Sendable {
      public var name: String
      public var above: String?

      public init(_ name: String, above: String? = nil) {
        self.name = name
        self.above = above
      }
    }
  }

  /// `neu einheit "51.3" name "Kindertagesstätten" oberhalb "FB 51"`
  public struct Seed: Hashable, Sendable {
    /// The noun, in the singular.
    public var noun: String
    public var key: String
    public var values: [Value]

    public init(_ noun: String, key: String) {
      self.noun = noun
      self.key = key
      values = []
    }

    public struct Value: Hashable, Sendable {
      public var column: String
      public var text: String

      public init(_ column: String, _ text: String) {
        self.column = column
        self.text = text
      }
    }
  }

  /// `schreibweise handlungsfeld "Steuerung-Koordination" = Steuer`
  public struct Spelling: Hashable, Sendable {
    public var noun: String
    public var key: String
    public var spelling: String

    public init(_ noun: String, key: String, spelling: String) {
      self.noun = noun
      self.key = key
      self.spelling = spelling
    }
  }
}
