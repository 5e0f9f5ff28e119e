// SPDX-License-Identifier: GPL-3.0-or-later

/// What a user may choose at the prompt or in an init file; what each means stands in `Preference.all`.
struct Preferences {
  /// Columns of an answer; nil is those of the window.
  var width: Int?
  var colour = Choice.auto
  var usesPager = true
  var showsTime = false
  var showsProgress = true
  /// More things than this are not changed without a question.
  var broad = 10

  enum Choice: String { case auto, on = "ein", off = "aus" }
}
