/* library.h - a shared library that only some decks need, opened when one does: to load
 * it costs a tenth of a deck, with all that it brings along. Its types and functions
 * stay in the file that opens it, which declares them from the library's own header. */
#ifndef BASE_LIBRARY_H
#define BASE_LIBRARY_H
#include <stdbool.h>

typedef struct LibraryFunction {
    const char *name;
    void *slot; /* of the pointer to be set */
} LibraryFunction;

/* A row for a function of a library, and the member of a struct that holds it: both
 * under the function's name, with the type that its header declares. */
#define LIBRARY_MEMBER(function) __typeof__(function) *(function);
#define LIBRARY_FUNCTION(of, function) { #function, &(of)->function },

/* Opens the library and finds its functions; `list` ends with a row without a name.
 * False when it is not installed, or not all of them are there. What is open stays so
 * until the process ends; opening it again is cheap. */
bool library_open(const char *file_name, const LibraryFunction *list);

#endif
