#include "base/library.h"

#include <dlfcn.h>
#include <string.h>

bool library_open(const char *file_name, const LibraryFunction *list)
{
    void *library = dlopen(file_name, RTLD_LAZY | RTLD_LOCAL);
    if (!library)
        return false;
    for (; list->name; list++) {
        void *found = dlsym(library, list->name);
        if (!found)
            return false;
        /* ISO C has no cast from an object to a function; POSIX has them alike. */
        memcpy(list->slot, &found, sizeof found);
    }
    return true;
}
