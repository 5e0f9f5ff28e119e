// SPDX-License-Identifier: GPL-3.0-or-later

/// Values of the plan as parts of the names of files.
enum FileName {
  /// A value with `-` in place of what would lead out of the folder or hide the file: `/`, `\`, control characters, a point at the beginning.
  ///
  /// - Parameter before: what stands before it in the name.
  static func part(_ value: String, behind before: String) -> String {
    var part = ""
    for scalar in value.unicodeScalars {
      let isRefused = scalar == "/" || scalar == "\\" || scalar.properties.generalCategory == .control
      part.unicodeScalars.append(isRefused ? "-" : scalar)
    }
    let isFirst = before.isEmpty || before.hasSuffix("/")
    return isFirst && part.hasPrefix(".") ? "-" + part.dropFirst() : part
  }
}
