// SPDX-License-Identifier: Apache-2.0

/// Where a plug-in hands over what its manifest declares. The host passes one to the plug-in's entry.
///
///     @c(kip_Auszug)
///     public func register(_ registry: UnsafeMutableRawPointer) {
///       Registry.at(registry).manifest(manifest).offer("auszug", Auszug())
///     }
public final class Registry {
  /// The manifest that the plug-in's code names as its own.
  public private(set) var manifest: String
  /// What was handed over, in order.
  public private(set) var offers: [Offer]

  public init() {
    manifest = ""
    offers = []
  }

  /// The entry that the host calls in a plug-in's file: `kip_Auszug` in `/…/libAuszug.so`.
  public static func entry(ofFile path: String) -> String {
    var name = path[...]
    if let slash = name.lastIndex(of: "/") { name = name[name.index(after: slash)...] }
    if name.hasPrefix("lib") { name = name.dropFirst(3) }
    if name.hasSuffix(".so") { name = name.dropLast(3) }
    return "kip_\(name)"
  }

  /// The registry behind the pointer that an entry is given.
  public static func at(_ pointer: UnsafeMutableRawPointer) -> Registry {
    Unmanaged<Registry>.fromOpaque(pointer).takeUnretainedValue()
  }

  /// The pointer to give to an entry; it is valid as long as the registry lives.
  public var pointer: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  /// Names the manifest, the same literal that the host read in the file.
  @discardableResult
  public func manifest(_ text: String) -> Registry {
    manifest = text
    return self
  }

  @discardableResult
  public func offer(_ name: String, _ format: any Format) -> Registry { add(name, .format(format)) }
  @discardableResult
  public func offer(_ name: String, _ variant: Variant) -> Registry { add(name, .variant(variant)) }
  @discardableResult
  public func offer(_ name: String, _ analysis: any Analysis) -> Registry { add(name, .analysis(analysis)) }
  @discardableResult
  public func offer(_ name: String, _ report: any Report) -> Registry { add(name, .report(report)) }
  @discardableResult
  public func offer(_ name: String, _ command: any Command) -> Registry { add(name, .command(command)) }

  private func add(_ name: String, _ code: Code) -> Registry {
    offers.append(Offer(name: name, code: code))
    return self
  }

  /// A declared name with the code that stands behind it.
  public struct Offer: Sendable {
    public var name: String
    public var code: Code
  }

  /// What stands behind a name.
  public enum Code: Sendable {
    case format(any Format)
    case variant(Variant)
    case analysis(any Analysis)
    case report(any Report)
    case command(any Command)
  }
}

extension Registry.Code {
  /// The extension point that it belongs to.
  public var point: Manifest.Point {
    switch self {
    case .format: .format
    case .variant: .variant
    case .analysis: .analysis
    case .report: .report
    case .command: .command
    }
  }
}
