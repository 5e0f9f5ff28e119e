// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc
import KipShell
import PlanKit
import PluginHost

/// The process: reads the options, opens the plan, runs what is asked, and says with its exit status how it went.
@main
enum Kip {
  static func main() {
    let options: Options
    do throws(Hinweis) {
      options = try Options(CommandLine.arguments.dropFirst())
    } catch {
      Messages.say(error)
      exit(2)
    }
    if options.showsHelp || options.showsVersion {
      print(options.showsHelp ? Options.help : "kip \(Options.version)\n", terminator: "")
      exit(fflush(nil) == 0 ? 0 : 1)
    }
    exit(run(options))
  }

  /// A session that speaks to this process's terminal and files.
  private static func session(_ options: Options, _ out: FileSink) -> Session {
    var hostOptions = PluginHost.Options()
    hostOptions.folders = options.pluginFolders
    hostOptions.isEnabled = options.usesPlugins
    let pager = options.session.isAtPrompt ? Pager(out) : nil
    let progress = ProgressLine()
    let session = Session(options.session, host: PluginHost(hostOptions), out: pager ?? out) { message in
      progress?.hide()
      if pager?.take(message) != true { Messages.write(message) }
    }
    session.terminal = Window.terminal
    session.progress = progress
    pager?.isWanted = { [unowned session] in session.wantsPager }
    session.onErasure = History.erase
    session.inputs.kept = History.entries
    return session
  }

  private static func run(_ options: Options) -> Int32 {
    // A reader that went away is an error of writing, not the end of the process in mid-write.
    signal(SIGPIPE, SIG_IGN)
    let out = FileSink(STDOUT_FILENO, name: "Standardausgabe")
    let session = session(options, out)
    if options.usesInit { session.runUserInit() }
    do throws(Hinweis) {
      try session.checkFormat()
    } catch {
      Messages.say(error)
      return 2
    }
    do throws(Hinweis) {
      if let plan = options.plan {
        try options.isNew ? session.create(plan, variant: options.variant) : session.open(plan)
      }
    } catch {
      Messages.say(error)
      return 1
    }
    let ended = converse(session, options)
    let status = session.close() ? ended : max(ended, 1)
    do throws(Hinweis) {
      try out.flush()
    } catch {
      if !session.isQuiet(error) { Messages.say(error) }
      return max(status, 1)
    }
    return status
  }

  /// Runs lines, scripts, the standard input, or talks with a user; the exit status.
  private static func converse(_ session: Session, _ options: Options) -> Int32 {
    let begin = { if options.usesInit, let plan = options.plan { session.runProjectInit(beside: plan) } }
    if options.session.isAtPrompt { return Prompt().run(session, begin: begin) }
    begin()
    Interruption.watch(session)
    if options.isConversation {
      guard let script = StandardInput.all() else {
        Messages.say(Hinweis("die Standardeingabe lässt sich nicht lesen"))
        return 1
      }
      return session.run(script: script, source: "Standardeingabe")
    }
    return options.scripts.isEmpty ? session.run(lines: options.lines) : session.run(scriptsAt: options.scripts)
  }
}
