// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import PlanKit

/// What the check of a plug-in's file gave.
struct Verdict: Hashable {
  var grade: Grade
  var reason: Hinweis?
  /// When it was given, in seconds since 1970.
  var time: Int

  enum Grade: String {
    /// It opened in the child process and offered what it declares.
    case fine
    /// The file cannot be used as it is.
    case refused
    /// It crashed, hung or did not keep to its manifest.
    case aside
  }

  init(_ grade: Grade, _ reason: Hinweis? = nil) {
    self.grade = grade
    self.reason = reason
    time = Glibc.time(nil)
  }
}

extension Verdict {
  /// Its fields in the state file.
  var fields: [String] { [grade.rawValue, String(time), reason?.text ?? "", reason?.help ?? ""] }

  init?(fields: ArraySlice<String>) {
    let fields = Array(fields)
    guard fields.count == 4, let grade = Grade(rawValue: fields[0]), let time = Int(fields[1]) else { return nil }
    self.grade = grade
    self.time = time
    reason = fields[2].isEmpty ? nil : Hinweis(fields[2]).help(fields[3].isEmpty ? nil : fields[3])
  }
}
