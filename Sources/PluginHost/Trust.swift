// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import PlanKit

/// Whose files kip takes code from: the user's and root's, as long as nobody else may write them.
struct Trust {
  private let owners: [uid_t]

  /// - Parameter owner: one more owner to trust, such as whoever owns kip itself and could change it anyway.
  init(alsoOwner owner: uid_t? = nil) {
    owners = [0, geteuid(), owner ?? 0]
  }

  /// Why the file or folder is not trusted; nil if it is.
  func objection(to path: String, _ info: stat) -> Hinweis? {
    let what = info.st_mode & S_IFMT == S_IFDIR ? "der Ordner" : "die Datei"
    if !owners.contains(info.st_uid) {
      return Hinweis("\(what) \"\(path)\" gehört \(userName(info.st_uid)) und nicht Ihnen oder root")
        .help("prüfen, woher die Datei kommt, dann in einen eigenen Ordner kopieren, etwa ~/.local/share/kip/plugins")
    }
    if info.st_mode & S_IWOTH != 0 {
      return Hinweis("\(what) \"\(path)\" darf von allen geschrieben werden").help("chmod o-w \"\(path)\"")
    }
    if info.st_mode & S_IWGRP != 0 && info.st_gid != Trust.privateGroup {
      return Hinweis("\(what) \"\(path)\" darf von der Gruppe \(groupName(info.st_gid)) geschrieben werden").help("chmod g-w \"\(path)\"")
    }
    return nil
  }

  /// The group that has the user's name and no other member, as Debian makes one for each user.
  private static let privateGroup: gid_t? = {
    guard let user = getpwuid(geteuid())?.pointee, let group = getgrgid(user.pw_gid)?.pointee, strcmp(user.pw_name, group.gr_name) == 0
    else { return nil }
    var member = group.gr_mem
    while let name = member?.pointee {
      if strcmp(name, user.pw_name) != 0 { return nil }
      member = member?.advanced(by: 1)
    }
    return user.pw_gid
  }()

  private func userName(_ id: uid_t) -> String { getpwuid(id).map { "\"\(String(cString: $0.pointee.pw_name))\"" } ?? "dem Konto \(id)" }
  private func groupName(_ id: gid_t) -> String { getgrgid(id).map { "\"\(String(cString: $0.pointee.gr_name))\"" } ?? "\(id)" }
}
