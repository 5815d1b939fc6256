/* read_csv FILE: libcsv alone, with empty callbacks, in the mode in which lysark uses
 * it: the floor for reading an export. */
#include <csv.h>
#include <stdio.h>

enum { BLOCK = 1 << 16 };

static void on_cell(void *at, size_t len, void *context)
{
    (void)at;
    (void)len;
    (void)context;
}

static void on_record(int end, void *context)
{
    (void)end;
    (void)context;
}

int main(int count, char **words)
{
    static char block[BLOCK];
    struct csv_parser parser;
    FILE *file = count == 2 ? fopen(words[1], "rb") : NULL;
    if (!file || csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL) != 0)
        return 2;
    size_t len;
    while ((len = fread(block, 1, BLOCK, file)) > 0)
        if (csv_parse(&parser, block, len, on_cell, on_record, NULL) != len)
            return 1;
    int status = csv_fini(&parser, on_cell, on_record, NULL);
    csv_free(&parser);
    fclose(file);
    return status;
}
