#include "base/memfile.h"

#include <errno.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

int memfile_open(const char *name)
{
    return memfd_create(name, MFD_CLOEXEC);
}

bool memfile_write(int file, Str bytes)
{
    for (size_t done = 0; done < bytes.len;) {
        ssize_t count = write(file, bytes.at + done, bytes.len - done);
        if (count < 0 && errno != EINTR)
            return false;
        done += count > 0 ? (size_t)count : 0;
    }
    return true;
}

Str memfile_read(Arena *arena, int file)
{
    struct stat about;
    if (fstat(file, &about) != 0 || !S_ISREG(about.st_mode))
        return (Str){ 0 };
    size_t size = (size_t)about.st_size, done = 0;
    char *bytes = arena_alloc(arena, size);
    for (ssize_t count = 1; done < size && count > 0; done += (size_t)count)
        count = pread(file, bytes + done, size - done, (off_t)done);
    return (Str){ bytes, done };
}
