// SPDX-License-Identifier: Apache-2.0

/// What a file may ask for at most, so that a small one that was made to harm takes no more than a large one that was not.
public enum Limits {
  /// Bytes of one entry of a package, unpacked.
  public static let entrySize = 4 << 30
  /// Bytes of an entry that is held in memory as a whole, such as the styles.
  public static let partSize = 64 << 20
  /// How often larger an entry may be than what is packed, and from which size on that counts; sheets reach 50.
  public static let ratio = 200
  public static let ratioStart = 32 << 20
  /// Entries of a package.
  public static let entries = 20_000
  /// Elements in one another.
  public static let nesting = 256
  /// Names of elements and attributes, each counted anew where another namespace holds.
  public static let names = 300_000
  /// Namespaces that hold at once; Word declares 40.
  public static let namespaces = 1000
  /// Sheets of a file; each is read by itself.
  public static let sheets = 500
  /// Columns of a table: as many as a sheet has.
  public static let columns = 16_384
  /// Rows of a table: as many as a sheet has.
  public static let rows = 1_048_576
  /// Cells of a table that are not empty.
  public static let cells = 50_000_000
}
