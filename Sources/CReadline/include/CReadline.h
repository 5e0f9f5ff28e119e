// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef CREADLINE_H
#define CREADLINE_H

/// How the reading of a line ended.
typedef enum __attribute__((enum_extensibility(closed))) {
  kip_line,       ///< with Enter
  kip_interrupt,  ///< with Ctrl-C, so there is no line
  kip_end,        ///< with Ctrl-D on an empty line, or the terminal or the program shall end
} kip_outcome;

/// What the editor asks of the program.
typedef struct {
  void *_Nonnull context;
  /// Lines that may stand instead of the line up to the cursor: what all share, then each of them, then NULL; NULL if there are none.
  /// The array and its texts are freed by the editor. `*suffix` is the character to append to a line that is the only one.
  char *_Nullable *_Nullable (*_Nonnull matches)(void *_Nonnull context, const char *_Nonnull line, int cursor, int *_Nonnull suffix);
  /// Shows the last matches, below the line.
  void (*_Nonnull show)(void *_Nonnull context, int rows, int columns);
  /// Asks the running command to stop; called from a signal handler.
  void (*_Nonnull interrupt)(void *_Nonnull context);
} kip_calls;

/// Sets up readline and the signals.
void kip_open(kip_calls calls);
/// Gives the signals back.
void kip_close(void);
/// Reads a line, which the caller frees; NULL if there is none.
char *_Nullable kip_read(const char *_Nonnull prompt, kip_outcome *_Nonnull outcome);
/// Adds an input to those that the arrow keys bring back.
void kip_remember(const char *_Nonnull input);
/// Forgets all inputs that the arrow keys bring back.
void kip_forget_all(void);
/// Whether Ctrl-C came since the last line was read.
int kip_interrupted(void);
/// The signal that asks the program to end; 0 if none does.
int kip_ending(void);

#endif
