// SPDX-License-Identifier: GPL-3.0-or-later
internal import CCrypto
internal import PlanKit

/// The SHA-256 of a file, by which it is known again.
enum Digest {
  static func sha256(_ source: any ByteSource) throws(Hinweis) -> String {
    let context = EVP_MD_CTX_new()
    defer { EVP_MD_CTX_free(context) }
    EVP_DigestInit_ex(context, EVP_sha256(), nil)
    var offset = 0
    while offset < source.size {
      let bytes = try source.bytes(at: offset, count: 1 << 18)
      guard !bytes.isEmpty else { break }
      EVP_DigestUpdate(context, bytes, bytes.count)
      offset += bytes.count
    }
    var digest = [UInt8](repeating: 0, count: 32)
    EVP_DigestFinal_ex(context, &digest, nil)
    return digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
