#include "verify/foreign.h"

#include "base/buffer.h"
#include "base/file.h"
#include "base/unicode.h"

/* Bytes of a stretch that is looked for, and between the beginnings of those of an
 * answer that are kept: what is as long as both together is found wherever it begins.
 */
enum { STRETCH = 32, STRIDE = 8 };

static const uint64_t BASE = 0x9E3779B97F4A7C15U;

/* Hashes of stretches, each with the answer that it is of. */
typedef struct Stretch {
    uint64_t hash; /* 0: none */
    bool is_previous;
    int question, answer; /* in the survey */
} Stretch;

typedef struct Stretches {
    Stretch *at;
    size_t count, room; /* room: a power of two */
} Stretches;

struct Foreign {
    const Survey *rounds[2]; /* the previous one second, or NULL */
    Stretches answers;
    Stretches known;  /* of the description */
    Stretches own;    /* of the deck's unit, which may be shown */
    uint64_t highest; /* BASE to the power of STRETCH: what leaves a stretch */
};

/* The letters and figures in small; as far as Latin-1 goes, which is enough for any two
 * prints of one text. */
static Str letters_of(Arena *arena, Str text)
{
    Buffer letters = buffer_in(arena);
    for (size_t at = 0; at < text.len;) {
        size_t from = at;
        uint32_t code_point = utf8_next(text, &at);
        bool is_capital = (code_point >= 'A' && code_point <= 'Z') ||
                          (code_point >= 0xC0 && code_point <= 0xDE);
        if (is_capital) {
            char bytes[4];
            int len = utf8_encode(code_point + 0x20, bytes);
            buffer_str(&letters, (Str){ bytes, (size_t)len });
        } else if (code_point < 0x80 ? (code_point >= 'a' && code_point <= 'z') ||
                                           (code_point >= '0' && code_point <= '9')
                                     : unicode_is_letter(code_point)) {
            buffer_str(&letters, str_slice(text, from, at));
        }
    }
    return buffer_text(&letters);
}

/* The hash of the stretch that ends behind `at`, from that of the one before. */
static uint64_t roll(const Foreign *foreign, Str letters, size_t at, uint64_t hash)
{
    hash = hash * BASE + (unsigned char)letters.at[at] + 1;
    if (at >= STRETCH)
        hash -= foreign->highest * ((unsigned char)letters.at[at - STRETCH] + 1U);
    return hash;
}

static Stretch *slot_of(const Stretches *stretches, uint64_t hash)
{
    size_t at = (size_t)((hash ^ (hash >> 32)) * BASE >> 20) & (stretches->room - 1);
    while (stretches->at[at].hash && stretches->at[at].hash != hash)
        at = (at + 1) & (stretches->room - 1);
    return &stretches->at[at];
}

static const Stretch *find(const Stretches *stretches, uint64_t hash)
{
    const Stretch *slot = stretches->room ? slot_of(stretches, hash) : NULL;
    return slot && slot->hash ? slot : NULL;
}

static void put(Arena *arena, Stretches *stretches, Stretch stretch)
{
    if (2 * stretches->count >= stretches->room) {
        Stretches larger = { .room = stretches->room ? 2 * stretches->room : 1024 };
        larger.at = arena_array(arena, larger.room, sizeof *larger.at);
        for (size_t i = 0; i < stretches->room; i++)
            if (stretches->at[i].hash)
                *slot_of(&larger, stretches->at[i].hash) = stretches->at[i];
        larger.count = stretches->count;
        *stretches = larger;
    }
    Stretch *slot = slot_of(stretches, stretch.hash);
    stretches->count += slot->hash == 0;
    if (slot->hash == 0)
        *slot = stretch;
}

/* Every one of the text, or one in so many. */
static void put_all(Arena *arena, const Foreign *foreign, Stretches *out, Str text,
                    size_t stride, Stretch stretch)
{
    Str letters = letters_of(arena, text);
    uint64_t hash = 0;
    for (size_t i = 0; i < letters.len; i++) {
        hash = roll(foreign, letters, i, hash);
        stretch.hash = hash;
        if (i + 1 >= STRETCH && (i + 1 - STRETCH) % stride == 0 && hash &&
            !find(&foreign->known, hash))
            put(arena, out, stretch);
    }
}

Foreign *foreign_make(Arena *arena, const Survey *survey, const Survey *previous)
{
    Foreign *foreign = arena_alloc(arena, sizeof *foreign);
    *foreign = (Foreign){
        .rounds = {survey, previous},
          .highest = 1
    };
    for (int i = 0; i < STRETCH; i++)
        foreign->highest *= BASE;
    for (int round = 0; round < 2 && foreign->rounds[round]; round++) {
        Str text;
        Diags unseen = diags_in(arena);
        if (file_read(arena, foreign->rounds[round]->description->path, (Place){ 0 },
                      &text, &unseen))
            put_all(arena, foreign, &foreign->known, text, 1, (Stretch){ 0 });
    }
    for (int round = 0; round < 2 && foreign->rounds[round]; round++) {
        const Survey *of = foreign->rounds[round];
        for (int q = 0; q < of->description->question_count; q++)
            for (int i = 0; i < of->open_counts[q]; i++)
                put_all(arena, foreign, &foreign->answers, of->open[q][i].text, STRIDE,
                        (Stretch){ .is_previous = round, .question = q, .answer = i });
    }
    return foreign;
}

/* Everything that the unit's respondents wrote and may be read in its deck. */
Foreign *foreign_of(Checker *checker, const Foreign *shared)
{
    Foreign *foreign = arena_alloc(checker->arena, sizeof *foreign);
    *foreign = *shared;
    const int units[] = { checker->view.unit, checker->view.before };
    for (int round = 0; round < 2 && foreign->rounds[round]; round++) {
        const Survey *survey = foreign->rounds[round];
        for (int q = 0; q < survey->description->question_count; q++)
            for (int i = 0; i < survey->open_counts[q]; i++) {
                const OpenAnswer *answer = &survey->open[q][i];
                int respondent = answer->respondent;
                if (survey->units[respondent] == units[round] &&
                    (round ||
                     count_shows_answers(&checker->view, survey->groups[respondent])))
                    put_all(checker->arena, foreign, &foreign->own, answer->text, 1,
                            (Stretch){ .question = q, .answer = i });
            }
    }
    return foreign;
}

static void report(Checker *checker, const Foreign *foreign, const Stretch *stretch,
                   Str text, int page)
{
    const Survey *survey = foreign->rounds[stretch->is_previous];
    const OpenAnswer *answer = &survey->open[stretch->question][stretch->answer];
    int unit = survey->units[answer->respondent];
    Str shown = str_shown(checker->arena, answer->text, 160);
    bool is_own =
        unit == (stretch->is_previous ? checker->view.before : checker->view.unit);
    if (is_own)
        checker_fail(checker, page, text,
                     "an answer of a group that is not to be quoted: \"%.*s\"",
                     STR_ARG(shown));
    else
        checker_fail(checker, page, text, "an answer that %.*s gave: \"%.*s\"",
                     STR_ARG(survey->reg->units[unit].name), STR_ARG(shown));
}

/* Of a text the first that is found. */
static void look(Checker *checker, const Foreign *foreign, Str text, int page)
{
    if (text.len < STRETCH)
        return;
    Str letters = letters_of(checker->arena, text);
    uint64_t hash = 0;
    for (size_t i = 0; i < letters.len; i++) {
        hash = roll(foreign, letters, i, hash);
        const Stretch *found = i + 1 >= STRETCH ? find(&foreign->answers, hash) : NULL;
        if (!found || find(&foreign->own, hash))
            continue;
        report(checker, foreign, found, text, page);
        return;
    }
}

void foreign_check(Checker *checker, const Foreign *foreign, const PrintedNode *section)
{
    for (int i = 0; i < section->child_count; i++) {
        const PrintedNode *child = &section->children[i];
        look(checker, foreign, child->alt, child->page);
        if (child->kind == PRINTED_QUOTE)
            continue;
        if (child->kind != PRINTED_LINK && child->kind != PRINTED_SPAN)
            look(checker, foreign, child->line, child->page);
        foreign_check(checker, foreign, child);
    }
}

void foreign_check_extra(Checker *checker, const Foreign *foreign)
{
    const PrintedExtra *extra = &checker->printed->extra;
    for (int i = 0; i < extra->texts.count; i++)
        look(checker, foreign, extra->texts.at[i].text, extra->texts.at[i].page);
}
