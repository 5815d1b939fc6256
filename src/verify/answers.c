#include "verify/answers.h"

#include "base/buffer.h"
#include "base/unicode.h"

/* A text by its characters alone: lines are broken anew when it is printed, and case
 * tells no two answers apart. */
static Str key_of(Arena *arena, Str text)
{
    Str folded = unicode_fold(arena, printed_fold(arena, text));
    return str_replace(arena, folded, S(" "), S(""));
}

/* FNV-1a. */
static unsigned hash_of(Str text, unsigned count)
{
    uint32_t hash = 2166136261U;
    for (size_t i = 0; i < text.len; i++)
        hash = (hash ^ (unsigned char)text.at[i]) * 16777619U;
    return count ? hash % count : 0;
}

AnswerKeys answers_keys(Arena *arena, const Survey *survey)
{
    AnswerKeys keys = { .head_count = 1 };
    for (int q = 0; q < survey->description->question_count; q++)
        keys.head_count += (unsigned)survey->open_counts[q];
    keys.at = arena_array(arena, keys.head_count, sizeof *keys.at);
    keys.heads = arena_array(arena, keys.head_count, sizeof *keys.heads);
    for (unsigned i = 0; i < keys.head_count; i++)
        keys.heads[i] = -1;
    for (int q = 0; q < survey->description->question_count; q++)
        for (int i = 0; i < survey->open_counts[q]; i++) {
            Str text = key_of(arena, survey->open[q][i].text);
            int *head = &keys.heads[hash_of(text, keys.head_count)];
            keys.at[keys.count] = (AnswerKey){ text, q, i, *head };
            *head = keys.count++;
        }
    return keys;
}

/* The quote without its marks. */
static Str unquoted(Checker *checker, Str text)
{
    Str phrase = checker->spelling.words->at[WORD_QUOTE];
    long hole = str_find(phrase, S("{text}"));
    if (hole < 0)
        return text;
    Str open = str_slice(phrase, 0, (size_t)hole);
    Str close = str_slice(phrase, (size_t)hole + sizeof "{text}" - 1, phrase.len);
    if (str_starts(text, open))
        text = str_slice(text, open.len, text.len);
    if (str_ends(text, close))
        text = str_slice(text, 0, text.len - close.len);
    return text;
}

/* Who gave an answer that reads so. */
typedef struct Givers {
    int times;
    bool by_group[GROUP_MAX];
    int hidden;             /* of them in groups that are not to be quoted */
    Str other_unit;         /* one that gave it, when this unit did not */
    bool to_other_question; /* this unit gave it, to another question */
} Givers;

static void add_giver(const Checker *checker, const AnswerKey *key, Givers *givers)
{
    const Survey *survey = view_survey(&checker->view);
    const OpenAnswer *answer = &survey->open[key->question][key->answer];
    int unit = survey->units[answer->respondent], question = checker_question(checker);
    int group = survey->groups[answer->respondent];
    if (unit != checker->view.unit)
        givers->other_unit = survey->reg->units[unit].name;
    else if (question >= 0 && key->question != question)
        givers->to_other_question = true;
    else if (!count_shows_answers(&checker->view, group))
        givers->hidden++;
    else {
        givers->times++;
        givers->by_group[group] = true;
    }
}

/* Words that are read from right to left may stand in another order. */
static Givers find_givers(Checker *checker, const AnswerKeys *keys, Str text)
{
    Givers givers = { .times = 0 };
    if (printed_has_right(text))
        for (int i = 0; i < keys->count; i++) {
            if (str_equal(text, keys->at[i].text) ||
                printed_is_reordered(checker->arena, text, keys->at[i].text))
                add_giver(checker, &keys->at[i], &givers);
        }
    else
        for (int i = keys->heads[hash_of(text, keys->head_count)]; i >= 0;
             i = keys->at[i].next)
            if (str_equal(text, keys->at[i].text))
                add_giver(checker, &keys->at[i], &givers);
    return givers;
}

/* «Ansatte og Gründere · 3 like svar» */
static Str expected_source(Checker *checker, const Givers *givers)
{
    const Description *description = checker_description(checker);
    const Words *words = checker->spelling.words;
    Arena *arena = checker->arena;
    Str names[GROUP_MAX];
    int count = 0;
    for (int i = 0; i < description->group_count; i++)
        if (givers->by_group[i])
            names[count++] =
                wording_text(description->groups[i].name, checker->scope.language);
    Str source = format_list(arena, words, names, count);
    if (givers->times > 1)
        source = words_fill(arena, words, WORD_QUOTE_TIMES, "groups", source, "n",
                            format_count(arena, words, givers->times), NULL);
    return printed_fold(arena, source);
}

/* Groups may stand in another order. */
static bool is_source(Checker *checker, Str printed, Str expected)
{
    return str_equal(printed, expected) || printed.len == 0 ||
           (str_equal(key_of(checker->arena, printed),
                      key_of(checker->arena, expected)));
}

static void check_quote(Checker *checker, const AnswerKeys *keys, Str text, Str source,
                        int page)
{
    Givers givers =
        find_givers(checker, keys, key_of(checker->arena, unquoted(checker, text)));
    checker->answer_count++;
    if (givers.times > 0) {
        Str expected = expected_source(checker, &givers);
        if (!is_source(checker, source, expected))
            checker_fail(checker, page, text,
                         "\"%.*s\" is printed under an answer that \"%.*s\" gave",
                         STR_ARG(source), STR_ARG(expected));
    } else if (givers.hidden > 0) {
        checker_fail(checker, page, (Str){ 0 },
                     "an answer of a group that is not to be quoted: \"%.*s\"",
                     STR_ARG(str_shown(checker->arena, text, 160)));
    } else if (givers.to_other_question) {
        checker_fail(checker, page, (Str){ 0 },
                     "an answer to another question: \"%.*s\"",
                     STR_ARG(str_shown(checker->arena, text, 160)));
    } else if (givers.other_unit.len) {
        checker_fail(checker, page, (Str){ 0 }, "an answer that %.*s gave: \"%.*s\"",
                     STR_ARG(givers.other_unit),
                     STR_ARG(str_shown(checker->arena, text, 160)));
    } else {
        checker_fail(checker, page, (Str){ 0 }, "an answer that nobody gave: \"%.*s\"",
                     STR_ARG(str_shown(checker->arena, text, 160)));
    }
}

/* What was read of a quote that goes on. */
typedef struct Open {
    Buffer text;
    int page; /* where it began; 0: none is open */
} Open;

static void read_quote(Checker *checker, const AnswerKeys *keys,
                       const PrintedNode *quote, Open *open)
{
    Str text = { 0 }, source = { 0 };
    for (int i = 0; i < quote->child_count; i++)
        *(i ? &source : &text) = quote->children[i].text;
    if (quote->child_count == 0)
        text = quote->text;
    if (!open->page)
        *open = (Open){ .text = buffer_in(checker->arena), .page = quote->page };
    buffer_char(&open->text, ' ');
    buffer_str(&open->text, text);
    if (str_equal(source, checker->spelling.words->at[WORD_CONTINUES]))
        return;
    check_quote(checker, keys, printed_fold(checker->arena, buffer_text(&open->text)),
                source, open->page);
    open->page = 0;
}

static void walk(Checker *checker, const AnswerKeys *keys, const PrintedNode *node,
                 Open *open)
{
    for (int i = 0; i < node->child_count; i++) {
        if (node->children[i].kind == PRINTED_QUOTE)
            read_quote(checker, keys, &node->children[i], open);
        else
            walk(checker, keys, &node->children[i], open);
    }
}

void answers_check(Checker *checker, const AnswerKeys *keys, const PrintedNode *section)
{
    Open open = { .page = 0 };
    walk(checker, keys, section, &open);
    if (open.page)
        checker_fail(checker, open.page, (Str){ 0 },
                     "an answer that is cut off: \"%.*s\"",
                     STR_ARG(str_shown(checker->arena, buffer_text(&open.text), 160)));
}
