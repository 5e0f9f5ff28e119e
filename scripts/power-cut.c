// SPDX-License-Identifier: GPL-3.0-or-later
// Loaded before kip (LD_PRELOAD), it notes in the file $KIP_NOTES what every write to a plan's files replaces, and when they are synced.
// From the notes scripts/kill-test takes back some of what a power cut would have lost. What is synced is not really synced: that is faster.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

struct Note { uint64_t kind, inode, offset, length, size, kept; };

static int notes(void) {
  static int file = -2;
  if (file == -2) {
    const char *path = getenv("KIP_NOTES");
    file = path ? open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600) : -1;
  }
  return file;
}

/// True for plans, their logs and journals, and what becomes a plan; the index of a log is made anew after a power cut.
static int counts(const char *path) { return strstr(path, ".kip") && !strstr(path, "-shm"); }

static int isPlans(int file) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return counts(path);
}

/// Writes a note and what stands in the file from the offset on; all at once, so that a note is whole or nothing was written yet.
static void note(char kind, int file, uint64_t offset, uint64_t length) {
  struct stat info;
  if (notes() < 0 || !isPlans(file) || fstat(file, &info)) return;
  uint64_t size = info.st_size, end = offset + length < size ? offset + length : size;
  struct Note note = {kind, info.st_ino, offset, length, size, end > offset ? end - offset : 0};
  char *old = malloc(note.kept + 1);
  if (pread64(file, old, note.kept, offset) != (ssize_t)note.kept) abort();
  struct iovec parts[] = {{&note, sizeof note}, {old, note.kept}};
  if (writev(notes(), parts, 2) < 0) abort();
  free(old);
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t offset) {
  note('W', file, offset, count);
  return REAL(pwrite64)(file, bytes, count, offset);
}

int ftruncate64(int file, off64_t size) {
  note('T', file, size, INT64_MAX);
  return REAL(ftruncate64)(file, size);
}

int fdatasync(int file) { return note('S', file, 0, 0), 0; }
int fsync(int file) { return note('S', file, 0, 0), 0; }

int unlink(const char *path) {
  struct stat info;
  if (notes() >= 0 && counts(path) && !stat(path, &info)) {
    struct Note note = {'U', info.st_ino, 0, 0, 0, 0};
    if (write(notes(), &note, sizeof note) < 0) abort();
  }
  return REAL(unlink)(path);
}
