#include "command/inspect.h"

#include "base/json.h"
#include "survey/person.h"

enum { HEADING_SHOWN = 52, PERSON_SHOWN = 60 };

static const char *encoding_name(SourceEncoding encoding)
{
    switch (encoding) {
    case ENCODING_ANY: break;
    case ENCODING_UTF8: return "UTF-8";
    case ENCODING_UTF16LE: return "UTF-16 LE";
    case ENCODING_UTF16BE: return "UTF-16 BE";
    case ENCODING_WINDOWS_1252: return "Windows-1252";
    case ENCODING_ISO_8859_1: return "ISO 8859-1";
    case ENCODING_ISO_8859_15: return "ISO 8859-15";
    case ENCODING_MAC_ROMAN: return "Mac Roman";
    }
    return "not known";
}

static const char *delimiter_name(char delimiter)
{
    switch (delimiter) {
    case ',': return "comma";
    case ';': return "semicolon";
    case '\t': return "tab";
    case '|': return "bar";
    default: return "none";
    }
}

static const char *shape_name(Shape shape)
{
    switch (shape) {
    case SHAPE_WIDE: return "a row for each respondent";
    case SHAPE_LONG: return "a row for each answer";
    case SHAPE_COUNTED: return "counted already: a row for each statement and group";
    }
    return "";
}

static bool is_dropped(ColumnKind kind)
{
    return kind == COLUMN_PERSONAL || kind == COLUMN_TIME || kind == COLUMN_TECHNICAL;
}

static void print_head(Buffer *out, const Profile *profile)
{
    const SourceFormat *format = &profile->format;
    buffer_format(out, "tool        %s\n",
                  profile->tool ? profile->tool->name : "none known: a plain table");
    buffer_format(out, "shape       %s\n", shape_name(profile->shape));
    if (format->kind == SOURCE_XLSX)
        buffer_format(out, "file        workbook, sheet \"%.*s\"\n",
                      STR_ARG(format->sheet));
    else
        buffer_format(out, "file        %s%s, %s between cells%s\n",
                      encoding_name(format->encoding),
                      format->has_mark ? " with a byte order mark" : "",
                      delimiter_name(format->delimiter),
                      format->is_certain ? "" : " (a guess)");
    buffer_format(out, "rows        %d\n", profile->row_count);
    if (profile->respondent_count >= 0)
        buffer_format(out, "respondents %d\n", profile->respondent_count);
    if (profile->incomplete_count > 0)
        buffer_format(out, "unfinished  %d respondents did not complete\n",
                      profile->incomplete_count);
}

static void print_column(Buffer *out, int number, const ProfileColumn *column)
{
    Str heading = str_shown(out->arena, column->heading, HEADING_SHOWN);
    buffer_format(out, "%4d  %-10s %8d  %.*s", number, column_kind_name(column->kind),
                  column->answered, STR_ARG(heading));
    if (column->kind == COLUMN_UNIT || column->kind == COLUMN_GROUP ||
        column->kind == COLUMN_CHOICE)
        buffer_format(out, " (%d different)", column->value_count);
    if (column->scale >= 0)
        buffer_format(out, " (scale %d)", column->scale + 1);
    if (is_dropped(column->kind))
        buffer_c(out, " - dropped");
    buffer_char(out, '\n');
}

static void print_columns(Buffer *out, const char *title, const ProfileColumn *columns,
                          int count)
{
    if (count)
        buffer_format(out, "\n%s\n      kind       answered  heading\n", title);
    for (int i = 0; i < count; i++)
        print_column(out, i + 1, &columns[i]);
}

static void print_list(Buffer *out, const char *term, const Str *texts, int count,
                       const char *between)
{
    if (count)
        buffer_format(out, "      %s", term);
    for (int i = 0; i < count; i++)
        buffer_format(out, "%s%.*s", i ? between : "", STR_ARG(texts[i]));
    if (count)
        buffer_char(out, '\n');
}

static void print_scales(Buffer *out, const Profile *profile)
{
    if (profile->scale_count)
        buffer_c(out, "\nscales, from least to most\n");
    for (int i = 0; i < profile->scale_count; i++) {
        const ProfileScale *scale = &profile->scales[i];
        buffer_format(out, "%4d  %d steps, %d columns\n", i + 1, scale->step_count,
                      scale->column_count);
        print_list(out, "", scale->steps, scale->step_count, " < ");
        print_list(out, "outside: ", scale->unsure.at, scale->unsure.count, ", ");
        print_list(out, "no answer: ", scale->missing.at, scale->missing.count, ", ");
    }
}

static void json_columns(Json *json, const char *key, const ProfileColumn *columns,
                         int count)
{
    json_array(json, key);
    for (int i = 0; i < count; i++) {
        const ProfileColumn *column = &columns[i];
        json_object(json, NULL);
        json_string(json, "heading", column->heading);
        json_string_c(json, "kind", column_kind_name(column->kind));
        json_number(json, "answered", column->answered);
        json_bool(json, "dropped", is_dropped(column->kind));
        if (column->scale >= 0)
            json_number(json, "scale", column->scale);
        if (column->value_count > 0) {
            json_array(json, "values");
            for (int k = 0; k < column->value_count; k++) {
                json_object(json, NULL);
                json_string(json, "text", column->values[k].text);
                json_number(json, "count", column->values[k].count);
                json_end_object(json);
            }
            json_end_array(json);
        }
        json_end_object(json);
    }
    json_end_array(json);
}

static void json_texts(Json *json, const char *key, const Str *texts, int count)
{
    json_array(json, key);
    for (int i = 0; i < count; i++)
        json_string(json, NULL, texts[i]);
    json_end_array(json);
}

static Str print_json(Arena *arena, const Profile *profile)
{
    static const char *const shapes[] = { "wide", "long", "counted" };
    Json json = json_in(arena);
    json_object(&json, NULL);
    json_string_c(&json, "tool", profile->tool ? profile->tool->name : "");
    json_string_c(&json, "shape", shapes[profile->shape]);
    json_string_c(&json, "file",
                  profile->format.kind == SOURCE_XLSX ? "workbook" : "text");
    json_string_c(&json, "encoding", encoding_name(profile->format.encoding));
    json_string_c(&json, "delimiter", delimiter_name(profile->format.delimiter));
    json_bool(&json, "certain", profile->format.is_certain);
    json_number(&json, "rows", profile->row_count);
    if (profile->respondent_count >= 0)
        json_number(&json, "respondents", profile->respondent_count);
    json_number(&json, "unfinished", profile->incomplete_count);
    if (profile->shape == SHAPE_LONG)
        json_columns(&json, "about", profile->fixed, profile->fixed_count);
    json_columns(&json, "columns", profile->columns, profile->column_count);
    json_array(&json, "scales");
    for (int i = 0; i < profile->scale_count; i++) {
        const ProfileScale *scale = &profile->scales[i];
        json_object(&json, NULL);
        json_texts(&json, "steps", scale->steps, scale->step_count);
        json_texts(&json, "unsure", scale->unsure.at, scale->unsure.count);
        json_texts(&json, "missing", scale->missing.at, scale->missing.count);
        json_end_object(&json);
    }
    json_end_array(&json);
    json_end_object(&json);
    buffer_char(&json.text, '\n');
    return buffer_text(&json.text);
}

/* The open answers gone through once more: what may name somebody, with its row. */
typedef struct Search {
    const Profile *profile;
    Buffer *out;
    int heading_rows, row_count, found;
} Search;

static bool search_row(void *context, int row, const Str *cells, int count)
{
    Search *search = context;
    if (search->row_count++ < search->heading_rows)
        return true;
    for (int i = 0; i < count; i++) {
        const Profile *profile = search->profile;
        bool is_open =
            profile->shape == SHAPE_LONG
                ? i < profile->fixed_count && profile->fixed[i].kind == COLUMN_VALUE
                : i < profile->column_count && profile->columns[i].kind == COLUMN_OPEN;
        Str person = is_open ? person_find(cells[i]) : (Str){ 0 };
        if (!person.len)
            continue;
        Str shown = str_shown(search->out->arena, person, PERSON_SHOWN);
        buffer_format(search->out, "%8d  %.*s\n", row, STR_ARG(shown));
        search->found++;
    }
    return true;
}

static bool print_persons(Buffer *out, const Profile *profile,
                          const SourceOptions *source, Diags *diags)
{
    Search search = { .profile = profile,
                      .out = out,
                      .heading_rows = profile->tool ? profile->tool->heading_rows : 1 };
    buffer_c(out, "\nmay name somebody (read these answers before they are shown)\n"
                  "     row  text\n");
    SourceOptions again = *source;
    again.is_silent = true;
    Arena *scratch = arena_new();
    bool is_good = source_read(scratch, &again, search_row, &search, NULL, diags);
    arena_free(scratch);
    if (is_good && search.found == 0)
        buffer_c(out, "          nothing was found\n");
    return is_good;
}

SourceOptions inspect_source(const Options *options)
{
    return (SourceOptions){ .path = options->file, .is_silent = true };
}

SourceOptions inspect_codes(const Options *options)
{
    return (SourceOptions){ .path = options->codes, .from = { .file = S("--codes") } };
}

bool inspect_print(Arena *arena, const Options *options, Str *out, Diags *diags)
{
    Profile profile;
    SourceOptions source = inspect_source(options), codes = inspect_codes(options);
    if (!profile_read(arena, &source, &codes, &profile, diags))
        return false;
    if (options->is_json) {
        *out = print_json(arena, &profile);
        return true;
    }
    Buffer text = buffer_in(arena);
    print_head(&text, &profile);
    bool is_long = profile.shape == SHAPE_LONG;
    print_columns(&text, "columns", profile.fixed, profile.fixed_count);
    print_columns(&text, is_long ? "questions" : "columns", profile.columns,
                  profile.column_count);
    print_scales(&text, &profile);
    if (options->is_personal && !print_persons(&text, &profile, &source, diags))
        return false;
    *out = buffer_text(&text);
    return true;
}
