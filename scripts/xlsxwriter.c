// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a table as XLSX with libxlsxwriter in constant memory, every cell as text: the peer of `exportiere … .xlsx`.
// The table comes as lines of cells with tabs between them, as `kip … --format tsv` writes it.
//
//   cc -O2 scripts/xlsxwriter.c -o xlsxwriter -lxlsxwriter && ./xlsxwriter table.tsv table.xlsx
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

int main(int count, char **arguments) {
  if (count != 3) {
    fprintf(stderr, "usage: %s table.tsv table.xlsx\n", arguments[0]);
    return 2;
  }
  FILE *file = fopen(arguments[1], "r");
  if (!file) {
    perror(arguments[1]);
    return 1;
  }
  lxw_workbook_options options = {.constant_memory = LXW_TRUE};
  lxw_workbook *workbook = workbook_new_opt(arguments[2], &options);
  lxw_worksheet *sheet = workbook_add_worksheet(workbook, "Tabelle");
  char *line = NULL;
  size_t size = 0;
  for (lxw_row_t row = 0; getline(&line, &size, file) > 0; row++) {
    line[strcspn(line, "\r\n")] = 0;
    char *rest = line;
    for (lxw_col_t column = 0; rest; column++) {
      char *cell = strsep(&rest, "\t");
      if (*cell) worksheet_write_string(sheet, row, column, cell, NULL);
    }
  }
  free(line);
  fclose(file);
  return workbook_close(workbook) ? 1 : 0;
}
