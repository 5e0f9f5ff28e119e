// SPDX-License-Identifier: GPL-3.0-or-later

/// What a session may know of the terminal that it speaks to; without one all of it says no.
public struct Terminal {
  /// Columns and rows of the window as it is now; nil where answers do not go to one.
  public var size: () -> (columns: Int, rows: Int)? = { nil }
  /// True if messages go to a terminal.
  public var showsMessages = false
  /// True unless the environment says that there are to be no colours, or the terminal has none.
  public var likesColours = false

  public init() {}
}

extension Session {
  /// The columns that an answer may take; nil without end.
  var width: Int? { preferences.width ?? terminal.size()?.columns }

  /// Colours for answers, which never go into a pipe or file.
  var answerColours: Colours { Colours(isOn: terminal.size() != nil && wantsColours) }
  var messageColours: Colours { Colours(isOn: terminal.showsMessages && wantsColours) }

  private var wantsColours: Bool { preferences.colour == .auto ? terminal.likesColours : preferences.colour == .on }
}
