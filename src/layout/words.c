#include "layout/words.h"

#include "base/buffer.h"
#include "base/file.h"
#include "base/messages.h"
#include "base/unicode.h"

#include <assert.h>

/* Those that may be listed as a remedy; a file beside them works as well. */
static const char *const languages[] = { "nb", "nn", "en" };

static const Field fields[] = {
#define FIELD(id, name, text)                                                          \
    { .key = (name),                                                                   \
      .type = FIELD_STRING,                                                            \
      .offset = offsetof(Words, at) + WORD_##id * sizeof(Str),                         \
      .is_required = true,                                                             \
      .help = (text) },
    WORDS(FIELD)
#undef FIELD
};

const Schema words_schema = {
    .name = "words file",
    .size = sizeof(Words),
    .fields = fields,
    .field_count = FIELD_COUNT(fields),
    .help = "all that the program itself prints in a deck, in one language",
};

/* The next {placeholder} from *at on, without its braces; empty when there is none. */
static Str next_placeholder(Str text, size_t *at)
{
    long open = str_find(str_slice(text, *at, text.len), S("{"));
    if (open < 0)
        return (Str){ 0 };
    size_t from = *at + (size_t)open + 1;
    long close = str_find(str_slice(text, from, text.len), S("}"));
    if (close < 0)
        return (Str){ 0 };
    *at = from + (size_t)close + 1;
    return str_slice(text, from, from + (size_t)close);
}

/* What a placeholder is called, and of «groups:én gruppe|# grupper» both forms. */
typedef struct Choice {
    Str name, one, many;
    bool is_choice;
} Choice;

static Choice choice_of(Str placeholder)
{
    long colon = str_find(placeholder, S(":")), bar = str_find(placeholder, S("|"));
    if (colon < 0 || bar < colon)
        return (Choice){ .name = placeholder };
    return (Choice){ str_slice(placeholder, 0, (size_t)colon),
                     str_slice(placeholder, (size_t)colon + 1, (size_t)bar),
                     str_slice(placeholder, (size_t)bar + 1, placeholder.len), true };
}

static bool has_placeholder(Str text, Str name)
{
    size_t at = 0;
    for (Str found; (found = next_placeholder(text, &at)).len > 0;)
        if (str_equal(choice_of(found).name, name))
            return true;
    return false;
}

/* The placeholders of a phrase are those that the help line names. */
static bool check_phrase(const Node *value, const Field *field, Diags *diags)
{
    Str phrase = value->text, help = str_from_c(field->help);
    size_t at = 0;
    bool is_good = true;
    for (Str name; (name = next_placeholder(help, &at)).len > 0;) {
        if (has_placeholder(phrase, name))
            continue;
        diag_error(diags, value->place, "\"%s\" lacks its placeholder \"{%.*s}\"",
                   field->key, STR_ARG(name));
        diag_hint(diags, "%s", message_text(field->help));
        is_good = false;
    }
    at = 0;
    for (Str name; (name = next_placeholder(phrase, &at)).len > 0;) {
        if (has_placeholder(help, choice_of(name).name))
            continue;
        diag_error(diags, value->place, "\"%s\" has no placeholder \"{%.*s}\"",
                   field->key, STR_ARG(name));
        diag_hint(diags, "%s", message_text(field->help));
        is_good = false;
    }
    return is_good;
}

static bool check_months(const Node *value, Diags *diags)
{
    int blanks = 0;
    for (size_t i = 0; i < value->text.len; i++)
        blanks += value->text.at[i] == ' ';
    if (blanks == 11)
        return true;
    diag_error(diags, value->place, "\"months\" has %d names", blanks + 1);
    diag_hint(diags, "write twelve names with one blank between");
    return false;
}

static Str path_of(Arena *arena, Str language)
{
    Str name = str_format(arena, "layouts/words/%.*s.yaml", STR_ARG(language));
    return data_find(arena, name);
}

static bool is_language(Str language)
{
    for (size_t i = 0; i < language.len; i++)
        if (language.at[i] < 'a' || language.at[i] > 'z')
            return false;
    return language.len > 0;
}

static void report_no_language(Arena *arena, Str language, Place from, Diags *diags)
{
    Str list = { 0 };
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
        if (path_of(arena, str_from_c(languages[i])).len > 0)
            list = str_format(arena, "%.*s%s%s", STR_ARG(list), list.len ? ", " : "",
                              languages[i]);
    diag_error(diags, from, "no words for the language \"%.*s\"", STR_ARG(language));
    if (list.len > 0)
        diag_hint(diags, "there are words for: %.*s", STR_ARG(list));
    else
        diag_hint(diags, "layouts/words is not found; set LYSARK_DATA to the folder "
                         "that holds layouts and fonts");
}

bool words_read_file(Arena *arena, Str path, Str language, Place from, Words *out,
                     Diags *diags)
{
    *out = (Words){ .language = language };
    const Node *root = yaml_read(arena, path, from, diags);
    if (!root || !schema_read(arena, &words_schema, root, out, diags))
        return false;
    bool is_good = true;
    for (int i = 0; i < words_schema.field_count; i++)
        is_good &= check_phrase(node_find(root, fields[i].key), &fields[i], diags);
    return check_months(node_find(root, fields[WORD_MONTHS].key), diags) && is_good;
}

bool words_read(Arena *arena, Str language, Place from, Words *out, Diags *diags)
{
    Str path = is_language(language) ? path_of(arena, language) : (Str){ 0 };
    if (path.len > 0)
        return words_read_file(arena, path, language, from, out, diags);
    *out = (Words){ .language = language };
    report_no_language(arena, language, from, diags);
    return false;
}

typedef struct Filling {
    const char *name;
    Str value;
} Filling;

enum { FILLING_MAX = 12 };

static Str find_value(const Filling *fillings, int count, Str name)
{
    for (int i = 0; i < count; i++)
        if (str_equal_c(name, fillings[i].name))
            return fillings[i].value;
    return (Str){ 0 };
}

/* «1», «+1», «én». */
static bool means_one(const Words *words, Str value)
{
    Str names = words->at[WORD_SMALL_NUMBERS];
    long blank = str_find(names, S(" "));
    Str rest = str_slice(names, (size_t)(blank + 1), names.len);
    long end = str_find(rest, S(" "));
    Str one = str_slice(rest, 0, end < 0 ? rest.len : (size_t)end);
    const Str signs[] = { S("+"), S("\u2212") };
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (str_starts(value, signs[i]))
            value = str_slice(value, signs[i].len, value.len);
    return str_equal_c(value, "1") || str_equal(value, one);
}

Str words_settle(Arena *arena, Str phrase, Str name, bool is_one)
{
    Buffer text = buffer_in(arena);
    size_t at = 0;
    for (Str found; (found = next_placeholder(phrase, &at)).len > 0;
         phrase = str_slice(phrase, at, phrase.len), at = 0) {
        Choice choice = choice_of(found);
        bool is_this = choice.is_choice && str_equal(choice.name, name);
        Str braced = str_format(arena, "{%.*s}", STR_ARG(is_this ? name : found));
        buffer_str(&text, str_slice(phrase, 0, (size_t)(found.at - phrase.at) - 1));
        buffer_str(&text, is_this
                              ? str_replace(arena, is_one ? choice.one : choice.many,
                                            S("#"), braced)
                              : braced);
    }
    buffer_str(&text, phrase);
    return buffer_text(&text);
}

Str words_fill(Arena *arena, const Words *words, WordId id, ...)
{
    Filling fillings[FILLING_MAX];
    int count = 0;
    va_list pairs;
    va_start(pairs, id);
    for (const char *name; (name = va_arg(pairs, const char *)) != NULL;) {
        assert(count < FILLING_MAX);
        Str value = unicode_isolate(arena, va_arg(pairs, Str));
        fillings[count++] = (Filling){ name, value };
    }
    va_end(pairs);
    /* In one pass, so that a value that reads like a placeholder stays as it is. */
    Buffer text = buffer_in(arena);
    Str phrase = words->at[id];
    size_t at = 0;
    for (Str name; (name = next_placeholder(phrase, &at)).len > 0;
         phrase = str_slice(phrase, at, phrase.len), at = 0) {
        buffer_str(&text, str_slice(phrase, 0, (size_t)(name.at - phrase.at) - 1));
        Choice choice = choice_of(name);
        Str value = find_value(fillings, count, choice.name);
        Str form = means_one(words, value) ? choice.one : choice.many;
        buffer_str(&text,
                   choice.is_choice ? str_replace(arena, form, S("#"), value) : value);
    }
    buffer_str(&text, phrase);
    return buffer_text(&text);
}
