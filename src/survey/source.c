#include "survey/source.h"

#include "survey/csv.h"

bool source_read(Arena *scratch, const SourceOptions *options, SourceRow *on_row,
                 void *context, SourceFormat *found, Diags *diags)
{
    SourceFormat format = { .kind = SOURCE_TEXT,
                            .encoding = ENCODING_UTF8,
                            .delimiter = options->delimiter ? options->delimiter : ',',
                            .is_certain = true };
    if (found)
        *found = format;
    return csv_read(scratch, options->path, options->from, format.delimiter, on_row,
                    context, diags);
}
