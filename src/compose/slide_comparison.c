/* The units in the order of their means of a statement: this one marked, with how sure
 * one can be, and beside it what the order is worth. Continues on a next page when the
 * units are too many. */
#include "compose/chart.h"
#include "compose/claim_side.h"
#include "compose/frame.h"
#include "compose/panel.h"

typedef struct Options {
    Str statement;
    Place statement_place;
} Options;

static const Field FIELDS[] = {
    {.key = "statement",
     .type = FIELD_ID,
     .offset = offsetof(Options, statement),
     .place_offset = offsetof(Options, statement_place),
     .help = "the statement that the units are ranked by, where no `each` gives it"},
};

static const Schema SCHEMA = { .name = "comparison slide",
                               .size = sizeof(Options),
                               .fields = FIELDS,
                               .field_count = FIELD_COUNT(FIELDS) };

/* Of a ranking that goes on on a next page. */
enum { LEAST_ROWS = 6 };

/* The statement's index, or -1 with an error. */
static int find_statement(SlideContext *context, const Options *options)
{
    if (context->scope.about.type == ABOUT_STATEMENT)
        return context->scope.about.index;
    Diags *diags = context->canvas.diags;
    if (!options->statement.len) {
        diag_error(diags, context->canvas.place,
                   "the comparison does not say of which statement");
        diag_hint(diags,
                  "write `statement:` with the id of one, or `each: statements`");
        return -1;
    }
    int statement = description_find_statement(context->slice->round.description,
                                               options->statement);
    if (statement < 0) {
        diag_error(diags, options->statement_place, "no statement has the id \"%.*s\"",
                   STR_ARG(options->statement));
        diag_hint(diags, "the ids stand under `statements:` in the description");
    }
    return statement;
}

/* The units, ranked, and where this one stands among them. */
typedef struct Ranking {
    Standing *standings;
    int count;
    const Standing *own; /* NULL: it is not shown */
    bool is_tied;
    int above, below, same; /* others that differ clearly from it, and that do not */
} Ranking;

static Ranking rank_units(SlideContext *context, int statement)
{
    Ranking ranking = { 0 };
    ranking.count = figure_standings(context->canvas.deck->arena, context->slice,
                                     figure_query(STATISTIC_MEAN, statement, GROUP_ALL),
                                     &ranking.standings);
    for (int i = 0; i < ranking.count; i++)
        if (ranking.standings[i].is_own)
            ranking.own = &ranking.standings[i];
    double least = description_scale(context->slice->round.description, statement)
                       ->least_difference;
    for (int i = 0; i < ranking.count && ranking.own; i++) {
        const Standing *other = &ranking.standings[i];
        if (other->is_own)
            continue;
        ranking.is_tied |= other->rank == ranking.own->rank;
        Side there = side_of_unit(other), here = side_of_unit(ranking.own);
        if (side_is_higher(&there, &here, least))
            ranking.above++;
        else if (side_is_higher(&here, &there, least))
            ranking.below++;
        else
            ranking.same++;
    }
    return ranking;
}

static Str region_name(SlideContext *context)
{
    return wording_text(context->slice->round.description->region,
                        context->scope.language);
}

static ChartData chart_data(SlideContext *context, const Ranking *ranking,
                            int statement)
{
    const Description *description = context->slice->round.description;
    const Words *words = context->words;
    Arena *arena = context->canvas.deck->arena;
    ChartRow *rows = arena_array(arena, (size_t)ranking->count, sizeof *rows);
    for (int i = 0; i < ranking->count; i++) {
        const Standing *standing = &ranking->standings[i];
        rows[i] = (ChartRow){
            .name = standing->name.len ? standing->name : words->at[WORD_OTHER_UNIT],
            .place = words_fill(arena, words, WORD_PLACE, "n",
                                format_count(arena, words, standing->rank), NULL),
            .mean = standing->mean,
            .low = standing->interval.low,
            .high = standing->interval.high,
            .is_own = standing->is_own,
            .is_unnamed = !standing->name.len,
            .entry = -1,
        };
    }
    Figure region =
        figure_find(context->slice, (Query){ .statistic = STATISTIC_MEAN,
                                             .population = POPULATION_REGION,
                                             .statement = statement,
                                             .group = GROUP_ALL,
                                             .question = -1 });
    Str label = { 0 };
    if (figure_is_shown(region))
        label = words_fill(arena, words, WORD_COMPARISON_REGION, "region",
                           region_name(context), "mean",
                           figure_logged(context->canvas.deck->figures, region,
                                         format_mean(arena, words, region.value)),
                           NULL);
    return (ChartData){
        .rows = rows,
        .row_count = ranking->count,
        .all_rows = rows,
        .all_row_count = ranking->count,
        .step_count = description_scale(description, statement)->step_count,
        .first_step = description_scale(description, statement)->first,
        .statistic = STATISTIC_MEAN,
        .hidden_limit = description->min_answers,
        .row_heading = words->at[WORD_UNIT_HEADING],
        .reference = region,
        .reference_label = label,
    };
}

static Str rank_text(SlideContext *context, const Standing *own)
{
    Query query = own->mean.query;
    query.statistic = STATISTIC_RANK;
    Str text = format_count(context->canvas.deck->arena, context->words, own->rank);
    return figure_logged(context->canvas.deck->figures,
                         figure_find(context->slice, query), text);
}

/* Where this unit stands; the statement itself when that is not shown. */
static Str title_text(SlideContext *context, const Ranking *ranking, Str statement)
{
    if (!ranking->own || ranking->count < 2)
        return statement;
    Arena *arena = context->canvas.deck->arena;
    const Words *words = context->words;
    return words_fill(
        arena, words, ranking->is_tied ? WORD_COMPARISON_TIED : WORD_COMPARISON_TITLE,
        "unit", context->slice->unit.name, "rank", rank_text(context, ranking->own),
        "units", format_count(arena, words, ranking->count), "region",
        region_name(context), NULL);
}

/* Why this unit is not among those ranked. */
static Str absence_text(SlideContext *context, int statement)
{
    Arena *arena = context->canvas.deck->arena;
    Figure mean =
        figure_find(context->slice, figure_query(STATISTIC_MEAN, statement, GROUP_ALL));
    Str state = format_figure(arena, context->words, STATISTIC_MEAN, mean,
                              context->slice->round.description->min_answers);
    figure_logged(context->canvas.deck->figures, mean, state);
    return words_fill(arena, context->words, WORD_COMPARISON_ABSENT, "unit",
                      context->slice->unit.name, "state", state, NULL);
}

static Str worth_text(SlideContext *context, const Ranking *ranking, int statement)
{
    Arena *arena = context->canvas.deck->arena;
    const Words *words = context->words;
    if (!ranking->own)
        return absence_text(context, statement);
    if (ranking->count < 2)
        return words->at[WORD_COMPARISON_ALONE];
    WordId worth = ranking->same ? WORD_COMPARISON_WORTH : WORD_COMPARISON_ALL_DIFFER;
    return words_fill(arena, words, worth, "unit", context->slice->unit.name, "above",
                      format_small_number(arena, words, ranking->above), "below",
                      format_small_number(arena, words, ranking->below), "same",
                      format_small_number(arena, words, ranking->same), NULL);
}

static bool report_tall(Canvas *canvas, const ChartRow *row)
{
    diag_error(canvas->diags, canvas->place,
               "the name \"%.*s\" is taller than the slide",
               STR_ARG(str_shown(canvas->deck->arena, row->name, 60)));
    diag_hint(canvas->diags, "give the unit a shorter name in the register");
    return false;
}

/* Of the first rows, with the panel where it stands below them. */
static double height_of(SlideContext *context, ChartData data, int row_count,
                        const PanelAside *aside)
{
    data.row_count = row_count < data.row_count ? row_count : data.row_count;
    double width = frame_width(context);
    return chart_height(&chart_ranking, &context->canvas, width, &data) +
           panel_below(context, width, aside);
}

/* The units over as many pages as they need; the panel on the first. */
static bool paint_pages(SlideContext *context, FrameText *frame, ChartData data,
                        const PanelAside *aside)
{
    Canvas *canvas = &context->canvas;
    Rect room;
    for (bool is_first = true; is_first || data.row_count > 0; is_first = false) {
        static const PanelAside nothing;
        const PanelAside *panel = is_first ? aside : &nothing;
        frame->whole = height_of(context, data, data.row_count, panel);
        frame->least = height_of(context, data, LEAST_ROWS, panel);
        if (!frame_begin(context, frame, is_first, &room))
            return false;
        ChartData page = data;
        Rect box = panel_split(context, room, panel);
        int most = chart_ranking.fit(canvas, box, &data);
        if (most == 0)
            return report_tall(canvas, data.rows);
        int pages = (data.row_count + most - 1) / most;
        page.row_count =
            canvas->medium->flows ? most : (data.row_count + pages - 1) / pages;
        if (is_first && !canvas->medium->flows)
            data.page_rows = page.page_rows = page.row_count;
        frame_take(context, &room, height_of(context, data, page.row_count, panel));
        box = panel_split(context, room, panel);
        if (!chart_paint(&chart_ranking, canvas, context->sect, box, &page,
                         &context->scope))
            return false;
        if (is_first)
            panel_paint_aside(context, room, aside);
        data.rows += page.row_count;
        data.row_count -= page.row_count;
    }
    return true;
}

/* No unit is shown: only the panel's text. */
static bool paint_none(SlideContext *context, FrameText *frame, Str worth)
{
    Rect room;
    PanelAside lone = { .sentence = worth };
    frame->whole = panel_below(context, frame_width(context), &lone);
    if (!frame_begin(context, frame, true, &room))
        return false;
    panel_paint_lone(context, room, &lone);
    return true;
}

static bool compose(SlideContext *context)
{
    const Description *description = context->slice->round.description;
    int index = find_statement(context, context->slide->options);
    if (index < 0)
        return false;
    const Statement *statement = &description->statements[index];
    Str language = context->scope.language;
    Ranking ranking = rank_units(context, index);
    Str kicker =
        words_fill(context->canvas.deck->arena, context->words, WORD_COMPARISON_KICKER,
                   "label", wording_text(statement->label, language), NULL);
    Str title = title_text(context, &ranking, wording_text(statement->text, language));
    FrameText frame;
    if (!frame_text(context, kicker, title, &frame))
        return false;
    ChartData data = chart_data(context, &ranking, index);
    Str least = format_mean(context->canvas.deck->arena, context->words,
                            description_scale(description, index)->least_difference);
    PanelAside aside = { .detail = words_fill(context->canvas.deck->arena,
                                              context->words, WORD_COMPARISON_LEGEND,
                                              "difference", least, NULL),
                         .sentence = worth_text(context, &ranking, index) };
    return data.row_count ? paint_pages(context, &frame, data, &aside)
                          : paint_none(context, &frame, aside.sentence);
}

const SlideKind slide_comparison = {
    .layout = {.name = "comparison",
               .help = "the units ranked by a statement, with how sure one can be",
               .options = &SCHEMA,
               .is_title_optional = true,
               .shows_other_units = true},
    .compose = compose,
};
