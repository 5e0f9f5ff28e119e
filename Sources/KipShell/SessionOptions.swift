// SPDX-License-Identifier: GPL-3.0-or-later

/// How a session is to behave, as the options of the process say.
public struct SessionOptions: Sendable {
  /// The form of answers: `tabelle` or the name of a format.
  public var format = "tabelle"
  /// Who makes the changes.
  public var author = "unbekannt"
  /// The day that the changes speak of, such as 20170424; nil is today.
  public var day: Int?
  public var variables: [String: String] = [:]
  /// Run everything, then take all of it back; no file is written either.
  public var isDry = false
  /// The whole run is one transaction.
  public var isAtomic = false
  /// Go on after an error.
  public var goesOn = false
  /// Refuse every write.
  public var isReadOnly = false
  /// Answer questions with yes.
  public var saysYes = false
  /// True if a user types at a prompt.
  public var isAtPrompt = false
  /// True if the call said in which form the answers are to be.
  public var saysFormat = false

  public init() {}
}
