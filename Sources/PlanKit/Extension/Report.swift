// SPDX-License-Identifier: Apache-2.0

/// Reads the plan and makes a document; knows no file format.
public protocol Report: Sendable {
  func document(_ plan: any Plan, _ arguments: Arguments) throws(Hinweis) -> Document
}

/// Reads the plan and answers at the prompt with a document.
public protocol Command: Sendable {
  func answer(_ plan: any Plan, _ arguments: Arguments) throws(Hinweis) -> Document
}

/// Reads the plan and finds what deserves a look; `prüfe` runs it.
public protocol Analysis: Sendable {
  func findings(_ plan: any Plan) throws(Hinweis) -> [Hinweis]
}

/// The values given for the parameters that a report or command declares in its manifest.
public struct Arguments: Sendable {
  private var values: [String: String]

  public init(_ values: [String: String] = [:]) { self.values = values }

  /// The value of a parameter; nil if it was not given and has no default.
  public subscript(name: String) -> String? { values[name] }
}
