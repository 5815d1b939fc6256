/* layout_sample.h - a small survey and layout made by hand, for tests of layout/.
 * Means of all: planverk 3.5, kapasitet 3.1, koordinering 2.5; lukket is hidden. */
#ifndef UNIT_LAYOUT_SAMPLE_H
#define UNIT_LAYOUT_SAMPLE_H
#include "base/file.h"
#include "expect.h"
#include "layout/scope.h"

#include <string.h>

enum { SAMPLE_STATEMENTS = 4, SAMPLE_GROUPS = 2 };

typedef struct Sample {
    Arena *arena;
    Diags diags;
    Description description;
    Slice slice;
    Layout layout;
    Words words;
} Sample;

static const char sample_path[] = "build/layout-test.yaml";

static const Scale sample_scale = {
    .step_count = 5, .first = 1, .agree_from = 4, .disagree_to = 2
};

static inline const Node *sample_yaml(Sample *sample, const char *text)
{
    Str path = str_from_c(sample_path);
    assert_true(file_write(path, str_from_c(text), &sample->diags));
    const Node *root = yaml_read(sample->arena, path, (Place){ 0 }, &sample->diags);
    assert_non_null(root);
    return root;
}

static inline Wording sample_wording(Arena *arena, const char *text)
{
    Node *node = arena_alloc(arena, sizeof *node);
    node->text = str_from_c(text);
    WordingVariant *variant = arena_alloc(arena, sizeof *variant);
    variant->node = node;
    return (Wording){ 1, variant };
}

static inline Place sample_place(int line)
{
    return (Place){ .file = S("undersokelse.yaml"), .line = line, .column = 3 };
}

static inline void sample_describe(Sample *sample)
{
    Arena *arena = sample->arena;
    Description *description = &sample->description;
    static const char *const ids[] = { "planverk", "kapasitet", "koordinering",
                                       "lukket" };
    static const char *const labels[] = { "Planverk", "Kapasitet", "Koordinering",
                                          "Lukket" };
    Section *sections = arena_array(arena, 2, sizeof *sections);
    sections[0] =
        (Section){ S("service"), sample_place(10), sample_wording(arena, "Service") };
    sections[1] =
        (Section){ S("planer"), sample_place(11), sample_wording(arena, "Planer") };
    Group *groups = arena_array(arena, SAMPLE_GROUPS, sizeof *groups);
    groups[0] = (Group){ .id = S("gruendere"),
                         .place = sample_place(20),
                         .name = sample_wording(arena, "Gründere") };
    groups[1] = (Group){ .id = S("ansatte"),
                         .place = sample_place(21),
                         .name = sample_wording(arena, "Ansatte") };
    Statement *statements = arena_array(arena, SAMPLE_STATEMENTS, sizeof *statements);
    for (int i = 0; i < SAMPLE_STATEMENTS; i++)
        statements[i] = (Statement){ .id = str_from_c(ids[i]),
                                     .place = sample_place(30 + i),
                                     .column = S("Kommunen  er god"),
                                     .label = sample_wording(arena, labels[i]),
                                     .section = i == 0 };
    Question *questions = arena_alloc(arena, sizeof *questions);
    *questions = (Question){ .id = S("tiltak"),
                             .column = S("Tiltak"),
                             .place = sample_place(40),
                             .text = sample_wording(arena, "Hva bør gjøres?") };
    *description = (Description){
        .name = sample_wording(arena, "Undersøkelsen"),
        .round = S("2024"),
        .from = {2024,  10, 21},
        .to = { 2024, 11, 15},
        .presented = { 2024, 11, 28},
        .region = sample_wording(arena, "Innlandet"),
        .sections = sections,
        .section_count = 2,
        .groups = groups,
        .group_count = SAMPLE_GROUPS,
        .statements = statements,
        .statement_count = SAMPLE_STATEMENTS,
        .questions = questions,
        .scales = &sample_scale,
        .scale_count = 1,
        .question_count = 1,
        .min_answers = 5,
        .min_respondents = 10
    };
}

static inline Population sample_population(Arena *arena, const int *n)
{
    static const int counts[SAMPLE_STATEMENTS][5] = {
        {0,   5,  5,  5,  5 },
        { 10, 20, 30, 30, 10},
        { 5,  5,  5,  5,  0 },
        { 1,  1,  1,  0,  0 },
    };
    Population population = {
        .n = arena_array(arena, SAMPLE_GROUPS + 1, sizeof(int)),
        .invited = arena_array(arena, SAMPLE_GROUPS + 1, sizeof(int)),
        .hides_n = arena_array(arena, SAMPLE_GROUPS + 1, sizeof(Hiding)),
        .cells = arena_array(arena, SAMPLE_STATEMENTS, sizeof(Cell *)),
    };
    for (int group = 0; group <= SAMPLE_GROUPS; group++) {
        population.n[group] = n[group];
        population.invited[group] = group == 0 ? -1 : 4 * n[group];
    }
    for (int i = 0; i < SAMPLE_STATEMENTS; i++) {
        population.cells[i] = arena_array(arena, SAMPLE_GROUPS + 1, sizeof(Cell));
        for (int group = 0; group <= SAMPLE_GROUPS; group++) {
            Cell *cell = &population.cells[i][group];
            for (int step = 0; step < 5; step++) {
                cell->counts[step] = counts[i][step];
                cell->weights[step] = counts[i][step];
                cell->answered += counts[i][step];
            }
            cell->hiding = i == 3 ? HIDING_FEW : HIDING_NONE;
        }
    }
    return population;
}

static inline void sample_slice(Sample *sample)
{
    Arena *arena = sample->arena;
    static const int unit_n[] = { 60, 134, 194 }, region_n[] = { 678, 1000, 1678 };
    RoundSlice *round = &sample->slice.round;
    *round = (RoundSlice){ .description = &sample->description,
                           .unit = sample_population(arena, unit_n),
                           .region = sample_population(arena, region_n),
                           .has_unit = true,
                           .unit_count = 13,
                           .unique_count = 311 };
    round->ranks = arena_array(arena, SAMPLE_STATEMENTS, sizeof(int));
    round->ranks[1] = 8;
    round->quotes = arena_array(arena, 1, sizeof *round->quotes);
    round->quote_counts = arena_array(arena, 1, sizeof(int));
    round->unique_counts = arena_array(arena, 1, sizeof(int));
    round->quote_counts[0] = 12;
    round->unique_counts[0] = 11;
    Quote *quotes = arena_array(arena, 12, sizeof *quotes);
    for (int i = 0; i < 12; i++)
        quotes[i].text = S("Svar");
    round->quotes[0] = quotes;
    sample->slice.unit = (Unit){ .number = S("3442"), .name = S("Østre Toten") };
}

static const LayoutKind sample_text = { .name = "text",
                                        .help = "running text",
                                        .is_title_optional = true };
static const LayoutKind sample_statement = { .name = "statement",
                                             .help = "one statement",
                                             .needs_statement = true,
                                             .is_title_optional = true };
static const LayoutKind sample_titled = { .name = "image", .help = "a picture" };
static const LayoutKind *const sample_kind_list[] = { &sample_text, &sample_statement,
                                                      &sample_titled };
static const LayoutKinds sample_kinds = { sample_kind_list, 3 };

static inline Sample sample_new(void)
{
    Sample sample = { .arena = arena_new() };
    sample.diags = diags_in(sample.arena);
    return sample;
}

/* What hangs together by address: call it where the sample stays. */
static inline void sample_fill(Sample *sample)
{
    sample_describe(sample);
    sample_slice(sample);
    assert_true(words_read_file(sample->arena, S("layouts/words/nb.yaml"), S("nb"),
                                (Place){ 0 }, &sample->words, &sample->diags));
}

static inline Scope sample_scope(Sample *sample)
{
    return (Scope){ .arena = sample->arena,
                    .diags = &sample->diags,
                    .slice = &sample->slice,
                    .layout = &sample->layout,
                    .words = &sample->words,
                    .language = S("nb") };
}

/* The layout of a file with these slides, resolved. */
static inline bool sample_layout(Sample *sample, const char *slides)
{
    Str text = str_format(sample->arena,
                          "deck: {title: T}\nsurvey: s.yaml\nslides:\n%s", slides);
    Str path = str_from_c(sample_path);
    assert_true(file_write(path, text, &sample->diags));
    return layout_read(sample->arena, path, sample_kinds, NULL, 0, &sample->layout,
                       &sample->diags) &&
           layout_resolve(sample->arena, &sample->layout, sample_kinds,
                          &sample->description, &sample->diags);
}

/* With hard spaces as "~", so that they can be seen. */
static inline Str sample_visible(Sample *sample, Str text)
{
    return str_replace(sample->arena, text, S("\u00A0"), S("~"));
}

/* Stretches as text: *emphasis*, **strong**, [links](address) and [references](#3);
 * "/" is a forced break. */
static inline void sample_print(Buffer *buffer, Inlines inlines)
{
    for (int i = 0; i < inlines.count; i++) {
        const Inline *item = &inlines.at[i];
        const char *mark = item->is_strong ? "**" : item->is_emphasis ? "*" : "";
        bool is_link = item->uri.len > 0 || item->target >= 0;
        buffer_format(buffer, "%s%s%.*s", mark, is_link ? "[" : "",
                      STR_ARG(item->text));
        if (item->uri.len > 0)
            buffer_format(buffer, "](%.*s)", STR_ARG(item->uri));
        else if (is_link)
            buffer_format(buffer, "](#%d)", item->target);
        buffer_c(buffer, mark);
        if (item->is_break)
            buffer_char(buffer, '/');
    }
}

#endif
