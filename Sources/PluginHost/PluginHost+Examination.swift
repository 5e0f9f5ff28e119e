// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

extension PluginHost {
  /// Checks every plug-in that waits for it: first its file, then, all in one child process, what it does when it is opened.
  public func examine() {
    // What is refused may let another come forward that it had shadowed, so there can be a second round, but none without progress.
    for _ in plugins {
      let waiting = plugins.filter { $0.state == .waiting }
      if waiting.isEmpty { return }
      do throws(Hinweis) {
        let verdicts = try verdicts(waiting)
        remember { memory in
          for (plugin, verdict) in zip(waiting, verdicts) { memory.set(verdict, plugin.path, plugin.stamp) }
        }
        for (plugin, verdict) in zip(waiting, verdicts) { if let reason = verdict.reason { tell(.stopped(plugin, reason)) } }
      } catch {
        for index in plugins.indices where plugins[index].state == .waiting { plugins[index].reason = error }
        return
      }
    }
  }

  private func verdicts(_ plugins: [Plugin]) throws(Hinweis) -> [Verdict] {
    let check = try FileCheck(planKit: planKit)
    var verdicts = plugins.map { plugin -> Verdict in
      do throws(Hinweis) {
        try check.check(plugin.path)
        return Verdict(.fine)
      } catch {
        return Verdict(.refused, error)
      }
    }
    let sound = plugins.indices.filter { verdicts[$0].grade == .fine }
    let probe = Probe(program: options.executableFolder + "/kip-probe", limit: options.probeLimit)
    for (index, outcome) in zip(sound, try probe.outcomes(sound.map { plugins[$0].path })) {
      do throws(Hinweis) {
        guard let manifest = plugins[index].manifest else { continue }
        try outcome.get().check(manifest, text: plugins[index].manifestText)
      } catch {
        verdicts[index] = Verdict(.aside, error)
      }
    }
    return verdicts
  }
}

extension Hinweis {
  static func stopped(_ plugin: Plugin, _ reason: Hinweis) -> Hinweis {
    Hinweis("Plug-in \"\(plugin.name)\" wird nicht benutzt: \(reason.text)").help(reason.help)
  }
}
