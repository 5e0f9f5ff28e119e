// SPDX-License-Identifier: GPL-3.0-or-later
public import PlanKit
public import PlanStore

/// How a file is to be read into the plan.
public struct ImportOptions: Sendable {
  /// The layout to read it with; nil chooses the one that fits.
  public var layout: String?
  /// The sheet to read; `alle` reads every sheet that fits, nil chooses the one that fits best.
  public var sheet: String?
  /// The catalogue to read it into; nil takes the plan's catalogue of this layout, or makes it.
  public var catalogue: String?
  /// The concepts that the catalogue belongs to; none takes all of the plan.
  public var concepts: [String] = []
  /// The day that it speaks of, such as 20170424; nil if nobody said.
  public var day: Int?
  /// Measures that the file does not have any more are `entfallen`; else they are only listed.
  public var dropsMissing = false
  /// The name of the file, its format and its SHA-256.
  public var file: String
  public var format: String
  public var digest: String

  public init(file: String, format: String, digest: String) {
    self.file = file
    self.format = format
    self.digest = digest
  }
}

/// What came of reading a file into the plan.
public struct ImportResult: Sendable {
  public var layout: String
  /// The sheets that were read.
  public var sheet: String
  /// Why this layout was chosen, and how sure that is.
  public var certainty: String
  public var catalogue: String
  public var account: Account
  public var new: Int
  public var changed: Int
  public var unchanged: Int
  /// Entries that were joined with another to one measure.
  public var joined: Int
  /// What changed, field by field, as far as it is kept, and how much of it there is.
  public var differences: [CatalogueWriter.Difference]
  public var differenceCount: Int
  /// Numbers of entries that the plan has and the file does not.
  public var missing: [String]
  /// How many measures are no longer pursued because the file has none of their entries.
  public var dropped: Int
  public var newFields: [String]
  public var newActors: [String]
  /// Other things that were made because the table names them.
  public var newThings: [String]
  public var newWords: [String]
  /// How many findings of each rule there are, and the first of each.
  public var rules: [(rule: String, count: Int, first: Hinweis)]
  /// The first findings, in order.
  public var findings: [Hinweis]
}
