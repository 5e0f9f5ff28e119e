// SPDX-License-Identifier: GPL-3.0-or-later
#define _GNU_SOURCE
#include "CReadline.h"

#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>

#include <readline/history.h>
#include <readline/readline.h>

// readline() on its own neither gives up a line on Ctrl-C nor at the end of the input. Its callback interface could, but crashes in 8.2 on
// Ctrl-R Ctrl-X and any key. So the signals are ours, and a key that will not come ends the line.

enum { LASTING = 4, COUNT = 6 };
/// The first four are ours from kip_open to kip_close, the others only while a line is read.
static const int signals[COUNT] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGWINCH};
static struct sigaction before[COUNT];
static volatile sig_atomic_t reading, interrupted, ending, suspended, resized;

static kip_calls calls;
/// How many bytes were typed before the line was asked for and are not read yet.
static int typed_ahead;

// MARK: Signals

static void caught(int signal) {
  switch (signal) {
    case SIGINT: interrupted = 1; break;
    case SIGTSTP: suspended = 1; break;
    case SIGWINCH: resized = 1; break;
    default: ending = signal;
  }
  if (!reading) calls.interrupt(calls.context);
}

static void catch_signals(int from, int to) {
  for (int index = from; index < to; index++) {
    // Who asks a second time to end or to stop does not want to wait.
    int once = signals[index] == SIGINT || signals[index] == SIGWINCH ? 0 : SA_RESETHAND;
    struct sigaction action = {.sa_handler = caught, .sa_flags = SA_RESTART | once};
    sigaction(signals[index], &action, &before[index]);
  }
}

static void release_signals(int from, int to) {
  for (int index = from; index < to; index++) sigaction(signals[index], &before[index], NULL);
}

/// Stops the process, as Ctrl-Z asks, with the terminal as it was found; comes back when it goes on.
static void suspend(void) {
  suspended = 0;
  rl_cleanup_after_signal();
  release_signals(LASTING, COUNT);
  raise(SIGTSTP);
  catch_signals(LASTING, COUNT);
  rl_reset_after_signal();
  rl_forced_update_display();
}

// MARK: Reading

/// Waits for a key; 0 if the reading shall end instead.
static int wait_for_key(void) {
  struct pollfd input = {.fd = fileno(rl_instream), .events = POLLIN};
  sigset_t ours, others;
  sigemptyset(&ours);
  for (int index = 0; index < COUNT; index++) sigaddset(&ours, signals[index]);
  for (;;) {
    sigprocmask(SIG_BLOCK, &ours, &others);  // else one that comes just before ppoll would have to wait for a key
    int ready = interrupted || ending || suspended ? 0 : ppoll(&input, 1, NULL, &others);
    sigprocmask(SIG_SETMASK, &others, NULL);  // ppoll lets none in if there is a key too: what follows Ctrl-C must not join the line before
    if (interrupted || ending) return 0;
    if (suspended) suspend();
    if (resized) rl_resize_terminal();
    resized = 0;
    if (ready > 0) return input.revents & POLLIN;
  }
}

/// Leaves the line as it is shown and forgets it.
static void give_up(void) {
  rl_point = rl_end;
  rl_redisplay();
  if (interrupted) rl_echo_signal_char(SIGINT);
  rl_delete_text(0, rl_end);  // else readline would take the end for Ctrl-D
  rl_point = 0;
}

/// Gives the next key. If there is none, whoever reads within a paste, a search or a key sequence gives up, and then the line is.
static int get_key(FILE *stream) {
  int key = wait_for_key() ? rl_getc(stream) : EOF;
  // What was typed ahead came through the terminal's own editing, which makes a NUL of Ctrl-D.
  if (typed_ahead > 0 && typed_ahead-- && key == 0) return CTRL('D');
  if (key >= 0) return key;
  if (RL_ISSTATE(RL_STATE_READCMD)) give_up();
  return EOF;
}

static int count_typed_ahead(void) { return ioctl(fileno(rl_instream), FIONREAD, &typed_ahead); }

char *kip_read(const char *prompt, kip_outcome *outcome) {
  reading = 1;
  interrupted = suspended = resized = 0;
  catch_signals(LASTING, COUNT);

  rl_reset_screen_size();
  char *line = readline(prompt);
  if (!line) {
    rl_crlf();
    fflush(rl_outstream);
  }
  if (interrupted || ending) {
    free(line);
    line = NULL;
  }
  *outcome = line ? kip_line : interrupted ? kip_interrupt : kip_end;

  release_signals(LASTING, COUNT);
  reading = 0;
  return line;
}

// MARK: Completion

static char **attempt(const char *text, int start, int end) {
  rl_attempted_completion_over = 1;  // no file names of readline's own
  int suffix = ' ';
  char **matches = calls.matches(calls.context, rl_line_buffer, end, &suffix);
  rl_completion_append_character = suffix;
  return matches;
}

static void show(char **matches, int count, int width) {
  int rows, columns;
  rl_get_screen_size(&rows, &columns);
  rl_crlf();
  fflush(rl_outstream);
  calls.show(calls.context, rows, columns);
  rl_forced_update_display();
}

// MARK: Life

void kip_open(kip_calls these) {
  calls = these;
  setlocale(LC_CTYPE, "");
  // kip speaks UTF-8 in every locale; readline sets the locale from the environment anew for every line.
  if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0) setenv(getenv("LC_ALL") ? "LC_ALL" : "LC_CTYPE", "C.UTF-8", 1);

  rl_readline_name = "kip";
  rl_change_environment = 0;
  rl_catch_signals = rl_catch_sigwinch = 0;
  rl_getc_function = get_key;
  rl_pre_input_hook = count_typed_ahead;
  rl_attempted_completion_function = attempt;
  rl_completion_display_matches_hook = show;
  rl_sort_completion_matches = 0;
  rl_completer_word_break_characters = "";  // a match is the whole line: which part it replaces is the session's business
  rl_initialize();
  // In vi mode Ctrl-D would run the unfinished line.
  Keymap vi[] = {vi_insertion_keymap, vi_movement_keymap};
  for (int map = 0; map < 2; map++) {
    if (rl_function_of_keyseq("\004", vi[map], NULL) == rl_vi_eof_maybe) rl_bind_key_in_map(CTRL('D'), rl_delete, vi[map]);
  }
  catch_signals(0, LASTING);
}

void kip_close(void) { release_signals(0, LASTING); }

void kip_remember(const char *input) { add_history(input); }

void kip_forget_all(void) { clear_history(); }

int kip_interrupted(void) { return interrupted; }

int kip_ending(void) { return ending; }
