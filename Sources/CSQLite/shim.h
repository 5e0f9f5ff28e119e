// SPDX-License-Identifier: GPL-3.0-or-later
#include <sqlite3.h>

// Swift calls no function with a variable number of arguments.

// SQLite counts every byte that it takes, under a lock; nobody asks how many. Only before the first file is opened.
static inline int kip_count_no_memory(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

// "word" is a column, never a text.
static inline int kip_use_strict_quotes(sqlite3 *database) {
  int code = sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DML, 0, (int *)0);
  return code == SQLITE_OK ? sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DDL, 0, (int *)0) : code;
}
