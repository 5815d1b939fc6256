#include "verify/loose.h"

#include "layout/format.h"

/* What may stand there as it is, of one slide. */
typedef VEC(Str) Pieces;

struct Loose {
    bool *is_explained; /* of each text of the file's extra ones */
};

Loose *loose_of(Checker *checker)
{
    Loose *loose = arena_alloc(checker->arena, sizeof *loose);
    loose->is_explained =
        arena_array(checker->arena, (size_t)checker->printed->extra.texts.count,
                    sizeof *loose->is_explained);
    return loose;
}

static void add(Checker *checker, Pieces *pieces, Str text)
{
    text = printed_fold(checker->arena, text);
    if (text.len > 0)
        vec_push(checker->arena, pieces, text);
}

/* What is tagged may be repeated on the slide's other pages. */
static void add_lines(Checker *checker, Pieces *pieces, const PrintedNode *node)
{
    for (int i = 0; i < node->child_count; i++) {
        const PrintedNode *child = &node->children[i];
        if (child->kind == PRINTED_HEADING)
            add(checker, pieces,
                words_fill(checker->arena, checker->spelling.words, WORD_CONTINUED,
                           "title", child->line, NULL));
        if (child->kind == PRINTED_HEADING || child->kind == PRINTED_PARAGRAPH ||
            child->kind == PRINTED_HEADER_CELL)
            add(checker, pieces, child->line);
        if (child->kind != PRINTED_QUOTE)
            add_lines(checker, pieces, child);
    }
}

/* What stands between the placeholders of a phrase. */
static Str gap_of(Checker *checker, WordId word)
{
    Str phrase = checker->spelling.words->at[word];
    long from = str_find(phrase, S("}"));
    Str rest = from < 0 ? (Str){ 0 } : str_slice(phrase, (size_t)from + 1, phrase.len);
    long to = str_find(rest, S("{"));
    return to < 0 ? (Str){ 0 } : str_slice(rest, 0, (size_t)to);
}

/* Of a sheet: the deck's title, when it is the author's; the survey, the month. */
static void add_sheet(Checker *checker, Pieces *pieces)
{
    const Description *description = checker_description(checker);
    const Words *words = checker->spelling.words;
    Arena *arena = checker->arena;
    if (checker_knows(checker, checker->printed->title))
        add(checker, pieces, checker->printed->title);
    add(checker, pieces, wording_text(description->name, checker->scope.language));
    add(checker, pieces, gap_of(checker, WORD_SHEET_FOOT));
    if (date_is_set(description->presented))
        add(checker, pieces,
            format_date(arena, words, description->presented, S("month year")));
}

static Pieces pieces_of(Checker *checker, const PrintedNode *section, Str source)
{
    Pieces pieces = { 0 };
    add(checker, &pieces, source);
    add(checker, &pieces, gap_of(checker, WORD_SOURCE_NOTE));
    add_lines(checker, &pieces, section);
    if (checker->scope.is_handout)
        add_sheet(checker, &pieces);
    return pieces;
}

static size_t digits_end(Str text, size_t at)
{
    while (at < text.len && text.at[at] >= '0' && text.at[at] <= '9')
        at++;
    return at;
}

/* The end of «7 / 36», and of «Side 2 av 9»; of a small slide on a sheet the first,
 * whose number in the deck is not known here, too. `at`: none. */
static size_t number_end(Checker *checker, Str text, size_t at, int page)
{
    const Str stroke = S(" / ");
    Arena *arena = checker->arena;
    int total = checker->printed->page_count;
    Str number = str_format(arena, "%d / %d", page, total);
    Str rest = str_slice(text, at, text.len);
    if (checker->scope.is_handout) {
        const Words *words = checker->spelling.words;
        number =
            printed_fold(arena, words_fill(arena, words, WORD_SHEET_NUMBER, "n",
                                           format_count(arena, words, page), "total",
                                           format_count(arena, words, total), NULL));
        size_t first = digits_end(text, at);
        size_t second = first + stroke.len;
        if (checker->is_miniature && first > at &&
            str_starts(str_slice(text, first, text.len), stroke) &&
            digits_end(text, second) > second)
            return digits_end(text, second);
    }
    return str_starts(rest, number) ? at + number.len : at;
}

static size_t blanks_end(Str text, size_t at)
{
    while (at < text.len && text.at[at] == ' ')
        at++;
    return at;
}

/* Behind the piece, where it stands at `at`, however its lines are broken; `at`: it
 * does not. */
static size_t match_end(Str text, size_t at, Str piece)
{
    size_t end = at;
    for (size_t i = 0; i < piece.len; i = blanks_end(piece, i + 1)) {
        end = i > 0 ? blanks_end(text, end) : end;
        if (end >= text.len || text.at[end++] != piece.at[i])
            return at;
    }
    return end;
}

/* Behind the longest piece at `at`, and the blank after it; `at`: there is none. */
static size_t piece_end(Checker *checker, const Pieces *pieces, Str text, size_t at,
                        int page)
{
    size_t end = number_end(checker, text, at, page);
    for (int i = 0; i < pieces->count; i++) {
        size_t match = match_end(text, at, pieces->at[i]);
        end = match > end ? match : end;
    }
    if (end < text.len && text.at[end] != ' ')
        return at;
    return end > at && end < text.len ? end + 1 : end;
}

/* Behind a text that is no piece, but is known: a note, the author. */
static size_t known_end(Checker *checker, const Pieces *pieces, Str text, size_t at,
                        int page)
{
    for (size_t end = at + 1; end <= text.len; end++) {
        bool is_end = end == text.len;
        if (!is_end && (text.at[end] != ' ' ||
                        piece_end(checker, pieces, text, end + 1, page) == end + 1))
            continue;
        if (checker_knows(checker, str_slice(text, at, end)))
            return is_end ? end : end + 1;
    }
    return at;
}

/* The values of one scale, from low to high. */
static bool is_axis(const Checker *checker, Str text)
{
    const Description *description = checker_description(checker);
    int statement = checker_statement(checker);
    long last = -1;
    if (description->statement_count == 0)
        return false;
    const Scale *scale = description_scale(description, statement < 0 ? 0 : statement);
    for (size_t at = 0; at < text.len;) {
        size_t end = digits_end(text, at);
        long value;
        if (!str_to_integer(str_slice(text, at, end), &value) || value <= last ||
            value < scale->first || value >= scale->first + scale->step_count ||
            (end < text.len && text.at[end] != ' '))
            return false;
        last = value;
        at = end + 1;
    }
    return true;
}

static bool is_frame(Checker *checker, const Pieces *pieces, Str text, int page)
{
    for (size_t at = 0; at < text.len;) {
        size_t end = piece_end(checker, pieces, text, at, page);
        if (end == at)
            end = known_end(checker, pieces, text, at, page);
        if (end == at)
            return is_axis(checker, text);
        at = end;
    }
    return true;
}

void loose_explain(Checker *checker, Loose *loose, const PrintedNode *section,
                   Str source)
{
    const Entry *entry = &checker->scope.entries[checker->entry];
    const PrintedExtra *extra = &checker->printed->extra;
    Pieces pieces = pieces_of(checker, section, source);
    for (int i = 0; i < extra->texts.count; i++) {
        const PrintedText *text = &extra->texts.at[i];
        if (text->place == PRINTED_LOOSE && !loose->is_explained[i] &&
            text->page >= entry->first_page &&
            text->page < entry->first_page + entry->page_count)
            loose->is_explained[i] = is_frame(checker, &pieces, text->text, text->page);
    }
}

void loose_report(Checker *checker, const Loose *loose)
{
    const PrintedExtra *extra = &checker->printed->extra;
    for (int i = 0; i < extra->texts.count; i++)
        if (extra->texts.at[i].place == PRINTED_LOOSE && !loose->is_explained[i])
            checker_fail(
                checker, extra->texts.at[i].page, (Str){ 0 },
                "text without a tag: \"%.*s\"",
                STR_ARG(str_shown(checker->arena, extra->texts.at[i].text, 160)));
}
