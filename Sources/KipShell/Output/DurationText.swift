// SPDX-License-Identifier: GPL-3.0-or-later

/// A duration as people say it: `3 ms`, `1,25 s`, `2 min 5 s`, `1 h 3 min`.
public enum DurationText {
  public static func of(_ duration: Duration) -> String {
    let milliseconds = Int((duration / .milliseconds(1)).rounded())
    if milliseconds < 1000 { return "\(milliseconds) ms" }
    if milliseconds < 10_000 { return hundredths((milliseconds + 5) / 10) + " s" }
    let seconds = (milliseconds + 500) / 1000
    if seconds < 60 { return "\(seconds) s" }
    if seconds < 3600 { return "\(seconds / 60) min \(seconds % 60) s" }
    return "\(seconds / 3600) h \(seconds / 60 % 60) min"
  }

  private static func hundredths(_ value: Int) -> String {
    let rest = value % 100
    return "\(value / 100),\(rest < 10 ? "0" : "")\(rest)"
  }
}
