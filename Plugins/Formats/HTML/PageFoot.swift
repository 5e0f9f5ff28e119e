// SPDX-License-Identifier: Apache-2.0
import PlanKit

/// The foot of each printed page: the document's title and as many of its facts as a line holds, the first one always.
struct PageFoot {
  /// The foot as a string of CSS.
  let css: String

  init(_ document: Document, _ title: String, isWide: Bool) {
    var text = title
    for (index, property) in document.properties.enumerated() {
      let longer = "\(text) · \(property.name): \(property.value)"
      guard index == 0 || longer.count <= (isWide ? 170 : 110) else { break }
      text = longer
    }
    css = PageFoot.quoted(text)
  }

  /// No text may end the string, or the style sheet around it.
  private static func quoted(_ text: String) -> String {
    let parts = text.unicodeScalars.map { scalar in
      scalar.value < 0x20 || ["\"", "\\", "<"].contains(scalar) ? "\\\(String(scalar.value, radix: 16)) " : String(scalar)
    }
    return "\"\(parts.joined())\""
  }
}
