// SPDX-License-Identifier: Apache-2.0
public import PlanKit

extension Hinweis {
  /// What is wrong with the bytes at a place, and what was made of them.
  public static func flaw(_ kind: Flaw.Kind) -> Hinweis {
    switch kind {
    case .notUTF8(let byte):
      let character = Unicode.Scalar(Windows1252.scalars[Int(byte) - 0x80]).map(String.init) ?? "?"
      let hex = String(byte, radix: 16, uppercase: true)
      return Hinweis("das Byte 0x\(hex) ist kein UTF-8; es wurde als \"\(character)\" gelesen (Windows-1252)")
    case .halfCharacter:
      return Hinweis("hier steht ein halbes Zeichen (UTF-16); es wurde durch \"\u{FFFD}\" ersetzt")
    case .zeros(let count):
      return Hinweis("ab hier stehen NUL-Bytes im Text (\(count)); sie wurden weggelassen").help(
        "Prüfen, ob die Datei wirklich ein Text ist")
    }
  }
}
