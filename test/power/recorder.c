/*
 * Preloaded into the server, it appends to $POWER_LOG what reaches the files of the database $POWER_DATABASE,
 * in the order in which it happened: see log.ts for the shape. A record is written after the call has returned,
 * so that a synchronisation which stands in the log did take place. -shm is memory and no file: it is left out.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST_FDS 4096

static char of_fd[MOST_FDS];
static char database[PATH_MAX], folder[PATH_MAX];
static int log_fd = -1;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

#define REAL(name)                 \
  static __typeof__(&name) real;   \
  if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

__attribute__((constructor)) static void start(void) {
  const char *log = getenv("POWER_LOG"), *file = getenv("POWER_DATABASE");
  if (!log || !file || strlen(file) >= PATH_MAX) return;
  strcpy(database, file);
  strcpy(folder, file);
  char *slash = strrchr(folder, '/');
  if (slash) *slash = 0;
  log_fd = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  if (log_fd < 0) abort();
}

/* d: the database, w: its -wal, j: its -journal, f: its folder; 0: none of ours */
static char file_of(const char *path) {
  size_t length = strlen(database);
  if (log_fd < 0 || !path) return 0;
  if (strcmp(path, folder) == 0) return 'f';
  if (strncmp(path, database, length) != 0) return 0;
  if (path[length] == 0) return 'd';
  if (strcmp(path + length, "-wal") == 0) return 'w';
  return strcmp(path + length, "-journal") == 0 ? 'j' : 0;
}

static char file_at(int fd) { return log_fd >= 0 && fd >= 0 && fd < MOST_FDS ? of_fd[fd] : 0; }

/* One appending call a record: 1 kind, 1 file, 8 offset, 4 length, then the bytes. */
static void record(char kind, char file, uint64_t offset, const void *bytes, uint32_t length) {
  char head[14] = {kind, file};
  memcpy(head + 2, &offset, 8);
  memcpy(head + 10, &length, 4);
  struct iovec parts[2] = {{head, sizeof head}, {(void *)bytes, length}};
  int saved = errno;
  pthread_mutex_lock(&lock);
  if (syscall(SYS_writev, log_fd, parts, length > 0 ? 2 : 1) != (long)(sizeof head + length)) abort();
  pthread_mutex_unlock(&lock);
  errno = saved;
}

static int opened(int fd, const char *path, int flags, int was_there) {
  char file = file_of(path);
  if (fd >= 0 && fd < MOST_FDS) of_fd[fd] = file;
  if (fd < 0 || !file || file == 'f') return fd;
  if (fd >= MOST_FDS) abort();
  if (!was_there) record('c', file, 0, 0, 0);
  else if (flags & O_TRUNC) record('t', file, 0, 0, 0);
  return fd;
}

static int exists(const char *path) {
  struct stat found;
  return file_of(path) && syscall(SYS_newfstatat, AT_FDCWD, path, &found, 0) == 0;
}

#define OPEN(name)                                  \
  int name(const char *path, int flags, ...) {      \
    va_list rest;                                   \
    va_start(rest, flags);                          \
    mode_t mode = va_arg(rest, mode_t);             \
    va_end(rest);                                   \
    REAL(name);                                     \
    int was_there = exists(path);                   \
    return opened(real(path, flags, mode), path, flags, was_there); \
  }
OPEN(open)
OPEN(open64)

#define PWRITE(name, offset_type)                                                \
  ssize_t name(int fd, const void *bytes, size_t length, offset_type offset) {   \
    REAL(name);                                                                  \
    ssize_t written = real(fd, bytes, length, offset);                           \
    char file = file_at(fd);                                                     \
    if (file && written > 0) record('w', file, offset, bytes, written);          \
    return written;                                                              \
  }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

#define PWRITEV(name, offset_type)                                                     \
  ssize_t name(int fd, const struct iovec *parts, int count, offset_type offset) {     \
    REAL(name);                                                                        \
    ssize_t written = real(fd, parts, count, offset), left = written;                  \
    char file = file_at(fd);                                                           \
    for (int part = 0; file && part < count && left > 0; part++) {                     \
      size_t length = parts[part].iov_len < (size_t)left ? parts[part].iov_len : (size_t)left; \
      record('w', file, offset + (written - left), parts[part].iov_base, length);      \
      left -= length;                                                                  \
    }                                                                                  \
    return written;                                                                    \
  }
PWRITEV(pwritev, off_t)
PWRITEV(pwritev64, off64_t)

ssize_t write(int fd, const void *bytes, size_t length) {
  REAL(write);
  char file = file_at(fd);
  off_t offset = file ? lseek(fd, 0, SEEK_CUR) : 0;
  ssize_t written = real(fd, bytes, length);
  if (file && written > 0) record('w', file, offset, bytes, written);
  return written;
}

#define FTRUNCATE(name, offset_type)                  \
  int name(int fd, offset_type length) {              \
    REAL(name);                                       \
    int result = real(fd, length);                    \
    char file = file_at(fd);                          \
    if (file && result == 0) record('t', file, length, 0, 0); \
    return result;                                    \
  }
FTRUNCATE(ftruncate, off_t)
FTRUNCATE(ftruncate64, off64_t)

#define SYNC(name)                                          \
  int name(int fd) {                                        \
    REAL(name);                                             \
    int result = real(fd);                                  \
    char file = file_at(fd);                                \
    if (file && result == 0) record('s', file, 0, 0, 0);    \
    return result;                                          \
  }
SYNC(fsync)
SYNC(fdatasync)

int unlink(const char *path) {
  REAL(unlink);
  int result = real(path);
  char file = file_of(path);
  if (file && result == 0) record('u', file, 0, 0, 0);
  return result;
}

/* Nothing renames a database; what the replay can't tell must not pass unseen. */
int rename(const char *from, const char *to) {
  REAL(rename);
  int result = real(from, to);
  if (result == 0 && (file_of(from) || file_of(to))) record('r', 'd', 0, 0, 0);
  return result;
}

int close(int fd) {
  REAL(close);
  if (fd >= 0 && fd < MOST_FDS) of_fd[fd] = 0;
  return real(fd);
}
