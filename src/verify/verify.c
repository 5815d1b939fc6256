#include "verify/verify.h"

#include "base/file.h"
#include "verify/authored.h"
#include "verify/exhibit.h"
#include "verify/foreign.h"
#include "verify/loose.h"
#include "verify/others.h"
#include "verify/painted.h"
#include "verify/phrase.h"

typedef VEC(const PrintedNode *) Sections;

/* What all slides of a deck are held against. */
typedef struct Deckwide {
    const AnswerKeys *keys;
    Others *others;
    Foreign *foreign;
    Loose *loose;
} Deckwide;

/* The parts of the tree, one for each slide. */
static void find_sections(Arena *arena, const PrintedNode *node, Sections *out)
{
    for (int i = 0; i < node->child_count; i++) {
        const PrintedNode *child = &node->children[i];
        if (child->kind == PRINTED_SECTION)
            vec_push(arena, out, child);
        else
            find_sections(arena, child, out);
    }
}

static Str language_of(const Reference *reference, const Unit *unit)
{
    Str layout = reference->run->layout.language;
    return reference->language.len ? reference->language
           : unit->language.len    ? unit->language
           : layout.len            ? layout
                                   : S("nb");
}

/* What belongs to the slide that is looked at. */
typedef struct Slide {
    Authored authored;
    Phrases phrases;
    const PrintedNode *section;
    int first_page, last_page;
    bool may_name_others;
} Slide;

static void add_pattern(Checker *checker, Phrases *phrases, TextPattern pattern)
{
    if (pattern.parts.count > 0)
        vec_push(checker->arena, &phrases->patterns, pattern);
}

/* A phrase of a page's foot: of its placeholders all but one say where one is. */
static TextPattern foot_phrase(Checker *checker, WordId word, const char *placeholder,
                               double value)
{
    TextPattern pattern = { .arena = checker->arena };
    Str rest = words_settle(checker->arena, checker->spelling.words->at[word],
                            str_from_c(placeholder), value == 1);
    while (rest.len) {
        long open = str_find(rest, S("{")), close = str_find(rest, S("}"));
        if (open < 0 || close < open)
            break;
        Str name = str_slice(rest, (size_t)open + 1, (size_t)close);
        pattern_text(&pattern, str_slice(rest, 0, (size_t)open));
        if (str_equal_c(name, placeholder))
            pattern_figure(&pattern, FORMAT_COUNT, (Figure){ .value = value });
        else
            pattern_part(&pattern, (Part){ .kind = PART_ANY, .groups = -1 });
        rest = str_slice(rest, (size_t)close + 1, rest.len);
    }
    pattern_text(&pattern, rest);
    return pattern;
}

static void add_feet(Checker *checker, Phrases *phrases)
{
    int question = checker_question(checker);
    const Description *description = checker_description(checker);
    if (checker_is_kind(checker, "themes"))
        add_pattern(checker, phrases,
                    foot_phrase(checker, WORD_THEMES_BASE, "n",
                                count_coded(&checker->view, question)));
    if (question < 0)
        return;
    double total = count_quotable(&checker->view, question);
    add_pattern(checker, phrases,
                foot_phrase(checker, WORD_OPEN_RANGE, "total", total));
    add_pattern(checker, phrases, foot_phrase(checker, WORD_OPEN_SOME, "total", total));
    add_pattern(
        checker, phrases,
        foot_phrase(checker, WORD_OPEN_HIDDEN, "n", description->min_respondents));
}

/* Patterns and places for the entry that the checker looks at. */
static Slide begin_slide(Checker *checker, const PrintedNode *section)
{
    const Entry *entry = &checker->scope.entries[checker->entry];
    checker->scope.about = entry->about;
    checker->ranked_count = 0;
    Slide slide = { .section = section,
                    .first_page = entry->first_page,
                    .last_page = entry->first_page + entry->page_count - 1,
                    .may_name_others = checker_is_kind(checker, "comparison") };
    slide.authored = authored_texts(checker);
    slide.phrases = phrases_of(checker);
    add_feet(checker, &slide.phrases);
    checker->patterns = slide.authored.patterns.at;
    checker->pattern_count = slide.authored.patterns.count;
    checker->sentences = slide.phrases.patterns.at;
    checker->sentence_count = slide.phrases.patterns.count;
    return slide;
}

/* A heading of a handout may have the numbers of its slides before it: «17–18 Hvor …».
 */
static Str without_numbers(Checker *checker, Str heading)
{
    size_t at = 0;
    for (const Str dash = S("–"); at < heading.len;) {
        if (heading.at[at] >= '0' && heading.at[at] <= '9')
            at++;
        else if (at > 0 && str_starts(str_slice(heading, at, heading.len), dash))
            at += dash.len;
        else
            break;
    }
    bool has_numbers = at > 0 && at < heading.len && heading.at[at] == ' ';
    return !has_numbers || checker_knows(checker, heading)
               ? heading
               : str_slice(heading, at + 1, heading.len);
}

/* Every text, chart and table; quotes are looked at together. */
static void check_node(Checker *checker, const PrintedNode *node)
{
    for (int i = 0; i < node->child_count; i++) {
        const PrintedNode *child = &node->children[i];
        switch (child->kind) {
        case PRINTED_QUOTE:
        case PRINTED_CONTENT:
        case PRINTED_LINK:
        case PRINTED_SPAN:
        case PRINTED_LABEL: break;
        case PRINTED_FIGURE:
            exhibit_alternative(checker, child);
            painted_check(checker, child);
            break;
        case PRINTED_TABLE: exhibit_table(checker, child); break;
        case PRINTED_HEADING:
            checker_text(checker,
                         checker->scope.is_handout
                             ? without_numbers(checker, child->line)
                             : child->line,
                         child->page);
            break;
        case PRINTED_OTHER:
        case PRINTED_SECTION:
        case PRINTED_PARAGRAPH:
        case PRINTED_ROW:
        case PRINTED_HEADER_CELL:
        case PRINTED_CELL:
            checker_text(checker, child->line, child->page);
            check_node(checker, child);
            break;
        }
    }
}

/* Slides that lead the reader about have numbers of slides, no figures. */
static bool is_signpost(const Checker *checker)
{
    return checker_is_kind(checker, "contents") || checker_is_kind(checker, "section");
}

/* Names in tagged text, which are taken off the tallies: answers are others' to judge.
 */
static void check_names(Checker *checker, const Others *others, const Slide *slide,
                        const PrintedNode *node, int *tallies)
{
    const Authored *authored = &slide->authored;
    for (int i = 0; i < node->child_count; i++) {
        const PrintedNode *child = &node->children[i];
        bool is_quote = child->kind == PRINTED_QUOTE;
        others_count(others, is_quote ? child->text : child->line, -1, tallies);
        if (is_quote)
            continue;
        others_text(checker, others, child->line, child->page, authored->words.at,
                    authored->words.count);
        others_text(checker, others, child->alt, child->page, authored->words.at,
                    authored->words.count);
        check_names(checker, others, slide, child, tallies);
    }
}

/* What is painted but not tagged names nobody either. Of a handout, where slides share
 * a page, check_handout_names sees to that. */
static void check_all_names(Checker *checker, const Others *others, const Slide *slide)
{
    int *tallies = others_tallies(checker, others);
    for (int page = slide->first_page; page <= slide->last_page; page++)
        others_count(others, checker->printed->pages[page - 1], 1, tallies);
    check_names(checker, others, slide, slide->section, tallies);
    if (!checker->scope.is_handout)
        others_left(checker, others, tallies, slide->first_page,
                    slide->authored.words.at, slide->authored.words.count);
}

/* Every text of its own in the tree, taken off the tallies. */
static void take_off(const Others *others, const PrintedNode *node, int *tallies)
{
    others_count(others, node->line, -1, tallies);
    for (int i = 0; i < node->child_count; i++)
        if (node->children[i].kind != PRINTED_LINK &&
            node->children[i].kind != PRINTED_SPAN)
            take_off(others, &node->children[i], tallies);
}

/* authored: the author's words of all slides. */
static void check_handout_names(Checker *checker, const Others *others,
                                const Str *authored, int authored_count)
{
    int *tallies = others_tallies(checker, others);
    for (int page = 0; page < checker->printed->page_count; page++)
        others_count(others, checker->printed->pages[page], 1, tallies);
    take_off(others, &checker->printed->root, tallies);
    others_left(checker, others, tallies, 1, authored, authored_count);
}

/* «Næringsundersøkelsen 2024 · Østre Toten, 214 svar», made from our own count. */
static Str source_of(Checker *checker)
{
    const Description *description = checker_description(checker);
    const Words *words = checker->spelling.words;
    Arena *arena = checker->arena;
    Figure n = count_find(
        &checker->view,
        (Query){ .statistic = STATISTIC_N, .group = GROUP_ALL, .question = -1 });
    Str survey = wording_text(description->name, checker->scope.language);
    Str unit = checker->slice->unit.name, text;
    Str count = format_count(arena, words, (long)n.value);
    if (!figure_is_shown(n))
        text = words_fill(arena, words, WORD_SOURCE_COUNTED, "survey", survey, "unit",
                          unit, NULL);
    else if (description->unit_column.len == 0)
        text = words_fill(arena, words, WORD_SOURCE_ONE, "survey", survey, "n", count,
                          NULL);
    else
        text = words_fill(arena, words, WORD_SOURCE, "survey", survey, "unit", unit,
                          "n", count, NULL);
    return printed_fold(arena, text);
}

/* What stands behind the source in the foot, up to the page's number. */
static void check_foot_note(Checker *checker, Str behind, int page)
{
    Str number =
        str_format(checker->arena, " %d / %d", page, checker->printed->page_count);
    Str phrase = checker->spelling.words->at[WORD_SOURCE_NOTE];
    long source = str_find(phrase, S("{source}")), note = str_find(phrase, S("{note}"));
    long end = str_find(behind, number);
    if (source != 0 || note < 0 || end < 0)
        return;
    Str gap = str_slice(phrase, sizeof "{source}" - 1, (size_t)note);
    gap = printed_fold(checker->arena,
                       str_format(checker->arena, "|%.*s|", STR_ARG(gap)));
    gap = str_slice(gap, 1, gap.len - 1);
    if (str_starts(behind, gap))
        checker_text(checker, str_slice(behind, gap.len, (size_t)end), page);
}

/* Every page but those without a foot says whose figures it holds. */
static void check_feet(Checker *checker, const Slide *slide)
{
    if (checker_is_kind(checker, "title") || checker_is_kind(checker, "closing") ||
        checker_is_kind(checker, "section"))
        return;
    Str source = source_of(checker);
    for (int page = slide->first_page; page <= slide->last_page; page++) {
        Str text = checker->printed->pages[page - 1];
        long at = str_find(text, source);
        checker->figure_count++;
        if (at < 0)
            checker_fail(checker, page, (Str){ 0 },
                         "\"%.*s\" does not stand in the foot", STR_ARG(source));
        else
            check_foot_note(checker, str_slice(text, (size_t)at + source.len, text.len),
                            page);
    }
}

/* Whose the slide is comes first; its figures are many, and wait in `late`. */
static Authored check_slide(Checker *checker, const Deckwide *deck,
                            const PrintedNode *section, Diags *late)
{
    Diags *diags = checker->diags;
    Slide slide = begin_slide(checker, section);
    answers_check(checker, deck->keys, section);
    foreign_check(checker, deck->foreign, section);
    check_feet(checker, &slide);
    loose_explain(checker, deck->loose, section, source_of(checker));
    if (!slide.may_name_others)
        check_all_names(checker, deck->others, &slide);
    checker->diags = late;
    if (!is_signpost(checker))
        check_node(checker, section);
    checker->diags = diags;
    return slide.authored;
}

/* The last page that anything in the node stands on. */
static int last_page(const PrintedNode *node)
{
    int last = node->page;
    for (int i = 0; i < node->child_count; i++) {
        int page = last_page(&node->children[i]);
        last = page > last ? page : last;
    }
    return last;
}

/* Gives each entry the pages that its part of the tree begins on. */
static bool place_entries(Checker *checker, const Sections *sections)
{
    int count = checker->scope.entry_count, page_count = checker->printed->page_count;
    if (sections->count != count) {
        checker_fail(checker, 0, (Str){ 0 }, "it has %d slides, and %d belong in it",
                     sections->count, count);
        return false;
    }
    Entry *entries = arena_array(checker->arena, (size_t)count, sizeof *entries);
    for (int i = 0; i < count; i++) {
        int page = sections->at[i]->page;
        int next = i + 1 < count ? sections->at[i + 1]->page : page_count + 1;
        if (checker->scope.is_handout) /* slides share pages */
            next = last_page(sections->at[i]) + 1;
        entries[i] = checker->scope.entries[i];
        entries[i].first_page = page;
        entries[i].page_count = next - page;
        if (page < 1 || page > page_count || next <= page) {
            checker_fail(checker, 0, (Str){ 0 }, "the page of slide %d is not there",
                         i + 1);
            return false;
        }
    }
    checker->scope.entries = entries;
    return true;
}

/* Nor does what stands beside the pages name another. */
static void check_beside(Checker *checker, const Others *others, const Str *authored,
                         int authored_count)
{
    const PrintedExtra *extra = &checker->printed->extra;
    for (int i = 0; i < extra->texts.count; i++) {
        const PrintedText *text = &extra->texts.at[i];
        if (text->place != PRINTED_BESIDE)
            continue;
        others_text(checker, others, text->text, text->page, authored, authored_count);
        others_site(checker, others, text->text, text->page, authored, authored_count);
    }
}

static void check_slides(Checker *checker, const Reference *reference)
{
    Sections sections = { 0 };
    find_sections(checker->arena, &checker->printed->root, &sections);
    Deckwide deck = { .keys = &reference->keys,
                      .others = others_of(checker),
                      .foreign = foreign_of(checker, reference->foreign),
                      .loose = loose_of(checker) };
    foreign_check_extra(checker, deck.foreign);
    if (!place_entries(checker, &sections))
        return;
    Diags late = diags_in(checker->arena);
    Texts words = { 0 };
    for (int i = 0; i < sections.count; i++) {
        checker->entry = i;
        Authored authored = check_slide(checker, &deck, sections.at[i], &late);
        for (int k = 0; k < authored.words.count; k++)
            vec_push(checker->arena, &words, authored.words.at[k]);
    }
    if (checker->scope.is_handout)
        check_handout_names(checker, deck.others, words.at, words.count);
    check_beside(checker, deck.others, words.at, words.count);
    loose_report(checker, deck.loose);
    diag_append(checker->diags, &late);
}

/* The bytes as the batch left them. */
static bool read_file(Arena *arena, const Reference *reference,
                      const VerifiedFile *file, Str *bytes, Diags *diags)
{
    Str path =
        str_format(arena, "%.*s/%.*s", STR_ARG(reference->folder), STR_ARG(file->name));
    Place place = { .file = file->name };
    Diags unseen = diags_in(arena);
    if (!file_read(arena, path, (Place){ 0 }, bytes, &unseen)) {
        diag_error(diags, place, "the file is not there");
        return false;
    }
    if (!str_equal(manifest_digest(arena, *bytes), file->digest))
        diag_error(diags, place, "this is not the file that the batch wrote");
    return true;
}

/* No deck of ours has these. */
static void check_extra(Checker *checker)
{
    const PrintedExtra *extra = &checker->printed->extra;
    if (extra->has_file)
        checker_fail(checker, 0, (Str){ 0 }, "another file is attached to it");
    if (extra->has_form)
        checker_fail(checker, 0, (Str){ 0 }, "it paints what is kept beside its pages");
    if (extra->is_encrypted)
        checker_fail(checker, 0, (Str){ 0 }, "it is locked with a password");
}

/* All that a deck is held against, for one unit. False with an error. */
static bool prepare(Checker *checker, const Reference *reference, int unit,
                    Slice *slice, Words *words, Diags *unseen)
{
    const DeckRun *run = reference->run;
    Arena *arena = checker->arena;
    slice_cut(arena, reference->plan, &run->survey,
              run->has_previous ? &run->previous : NULL, unit, false, slice);
    checker->slice = slice;
    checker->view = view_of(reference->counts, unit);
    Str language = language_of(reference, &slice->unit);
    if (!words_read(arena, language, (Place){ 0 }, words, checker->diags))
        return false;
    checker->scope = (Scope){ .arena = arena,
                              .is_handout = checker->scope.is_handout,
                              .diags = unseen,
                              .slice = slice,
                              .layout = &run->layout,
                              .words = words,
                              .language = language };
    checker->spelling =
        (Spelling){ .arena = arena,
                    .words = words,
                    .description = slice->round.description,
                    .language = language,
                    .previous_round = slice->has_previous
                                          ? slice->previous.description->round
                                          : (Str){ 0 } };
    return scope_entries(&checker->scope, &checker->scope.entries,
                         &checker->scope.entry_count);
}

Verified verify_file(Arena *arena, const Reference *reference, int unit,
                     VerifiedFile file, Diags *diags)
{
    Checker *checker = arena_alloc(arena, sizeof *checker);
    Slice slice;
    Words words;
    Printed printed;
    Diags unseen = diags_in(arena);
    Str bytes, fault = { 0 };
    *checker = (Checker){ .arena = arena, .diags = diags, .file = file.name };
    if (!read_file(arena, reference, &file, &bytes, diags))
        return (Verified){ 0 };
    if (!printed_read(arena, bytes, &printed, &fault)) {
        diag_error(diags, (Place){ .file = file.name }, "this is no whole PDF: %.*s",
                   STR_ARG(fault));
        return (Verified){ 0 };
    }
    checker->printed = &printed;
    check_extra(checker);
    checker->scope.is_handout = file.is_handout;
    checker->is_miniature = file.is_handout && !str_starts(file.form, S("reading"));
    if (printed.page_count != file.pages)
        checker_fail(checker, 0, (Str){ 0 }, "it has %d pages, and %d were written",
                     printed.page_count, file.pages);
    if (prepare(checker, reference, unit, &slice, &words, &unseen))
        check_slides(checker, reference);
    return (Verified){ checker->figure_count, checker->answer_count };
}
