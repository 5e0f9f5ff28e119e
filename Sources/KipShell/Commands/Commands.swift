// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit

/// Every command of the shell; plug-ins add theirs.
enum Commands {
  static let all: [any ShellCommand] =
    [ImportCommand(), SurveyCommand(), ReturnCommand()] + EditCommand.all + [
      UndoCommand(), RedoCommand(), BeginCommand(), KeepCommand(), DiscardCommand(),
      LockCommand(), TransferCommand(), SynopsisCommand(),
      OpenCommand(), CloseCommand(), PlansCommand(),
      BackUpCommand(), RestoreCommand(), IntegrityCommand(), ExportCommand(), EraseCommand(),
      HistoryCommand(), DifferenceCommand(), OriginCommand(),
      ReportCommand(), CheckCommand(), SearchCommand(),
      ColumnsCommand(), LayoutsCommand(), LayoutCommand(), ReportsCommand(), FormatsCommand(), VariantsCommand(), PluginsCommand(),
      SettingsCommand(), RememberCommand(), AliasCommand(), VariableCommand(),
      ExplainCommand(), SQLCommand(), CompleteCommand(), ScriptCommand(), SayCommand(), QuitCommand(), HelpCommand(), TourCommand(),
    ] + ViewCommand.all + BlockCommand.all

  /// The command of a word; infinitives are accepted too (`importieren`).
  static func named(_ word: String) -> (any ShellCommand)? { byWord[Fold.key(word)] }

  private static let byWord: [String: any ShellCommand] = Dictionary(
    all.flatMap { command in
      ([command.declaration.word] + command.declaration.synonyms).map(Fold.key).flatMap { [($0, command), ($0 + "n", command)] }
    }, uniquingKeysWith: { first, _ in first })
}
