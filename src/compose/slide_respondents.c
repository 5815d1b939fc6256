/* Who answered: how many in each group, of how many invited, and the key figures. */
#include "compose/chart_pages.h"
#include "compose/frame.h"

typedef struct Options {
    bool with_region;
} Options;

static const Field FIELDS[] = {
    {.key = "region",
     .type = FIELD_BOOL,
     .offset = offsetof(Options, with_region),
     .fallback = "yes",
     .help = "whether the region's figures stand below"},
};

static const Schema SCHEMA = { .name = "respondents slide",
                               .size = sizeof(Options),
                               .fields = FIELDS,
                               .field_count = FIELD_COUNT(FIELDS) };

static const double AIR = 22; /* above and below the chart */
static const double PANEL_HEIGHT = 60;
static const double KEY_INSET = 28;
static const double KEY_LABEL_GAP = 8;

enum { KEY_MAX = 4 };

typedef struct KeyFigure {
    Str value, label;
} KeyFigure;

static Figure query(SlideContext *context, Statistic statistic,
                    PopulationName population, int group)
{
    return figure_find(context->slice, (Query){ .statistic = statistic,
                                                .population = population,
                                                .group = group,
                                                .question = -1 });
}

static Str share_of_answers(SlideContext *context, Figure n, Figure total)
{
    Figure share = n;
    share.value = total.value > 0 ? n.value / total.value : 0;
    share.base = (int)total.value;
    Str text = format_share(context->canvas.deck->arena, context->words, share.value);
    figure_log_add(
        context->canvas.deck->figures,
        (PrintedFigure){ .figure = share, .text = text, .name = "share of n" });
    return text;
}

/* «46 % · svarprosent 41 %»; nothing where n is hidden. */
static Str group_note(SlideContext *context, int group, Figure n, Figure total)
{
    Arena *arena = context->canvas.deck->arena;
    if (!figure_is_shown(n))
        return (Str){ 0 };
    Str share = share_of_answers(context, n, total);
    Figure rate = query(context, STATISTIC_RESPONSE_RATE, POPULATION_UNIT, group);
    if (!figure_is_shown(rate))
        return share;
    return words_fill(arena, context->words, WORD_GROUP_NOTE, "share", share, "rate",
                      slide_figure(context, rate), NULL);
}

/* Hidden counts stand last, so that their place says nothing of them. */
static bool is_before(Figure n, Figure other)
{
    return figure_is_shown(n) && (!figure_is_shown(other) || other.value < n.value);
}

/* The groups, most respondents first; ties in the description's order. */
static ChartRow *sorted_rows(SlideContext *context, Figure total)
{
    const Description *description = context->slice->round.description;
    ChartRow *rows = arena_array(context->canvas.deck->arena,
                                 (size_t)description->group_count, sizeof *rows);
    for (int group = 0; group < description->group_count; group++) {
        Figure *n = arena_alloc(context->canvas.deck->arena, sizeof *n);
        *n = query(context, STATISTIC_N, POPULATION_UNIT, group);
        int at = group;
        for (; at > 0 && is_before(*n, rows[at - 1].values[0]); at--)
            rows[at] = rows[at - 1];
        rows[at] = (ChartRow){
            .name =
                wording_text(description->groups[group].name, context->scope.language),
            .note = group_note(context, group, *n, total),
            .entry = -1,
            .values = n,
        };
    }
    return rows;
}

static int key_figures(SlideContext *context, const Options *options, Figure total,
                       KeyFigure keys[KEY_MAX])
{
    const Words *words = context->words;
    int count = 0;
    keys[count++] =
        (KeyFigure){ slide_figure(context, total), words->at[WORD_KEY_ANSWERS] };
    Figure rate = query(context, STATISTIC_RESPONSE_RATE, POPULATION_UNIT, GROUP_ALL);
    if (figure_is_shown(rate))
        keys[count++] =
            (KeyFigure){ slide_figure(context, rate), words->at[WORD_KEY_RATE] };
    if (!options->with_region || context->slice->round.unit_count < 2)
        return count;
    Figure region = query(context, STATISTIC_N, POPULATION_REGION, GROUP_ALL);
    keys[count++] =
        (KeyFigure){ slide_figure(context, query(context, STATISTIC_UNITS,
                                                 POPULATION_REGION, GROUP_ALL)),
                     words->at[WORD_KEY_UNITS] };
    if (figure_is_shown(region))
        keys[count++] = (KeyFigure){ slide_figure(context, region),
                                     words->at[WORD_KEY_REGION_ANSWERS] };
    return count;
}

/* How the key figures stand in their panel. */
typedef struct KeyRow {
    TextStyle strong, plain;
    double pitch; /* from one to the next; 0: each as wide as it is, and a gap */
    double gap;
} KeyRow;

static double key_width(const Canvas *canvas, const KeyRow *row, const KeyFigure *key)
{
    Str value = str_concat(canvas->deck->arena, key->value, S(" "));
    return typesetter_width(canvas->typesetter, value, row->strong) +
           canvas_scaled(canvas, KEY_LABEL_GAP) +
           typesetter_width(canvas->typesetter, key->label, row->plain);
}

/* At even distances, or where one is too wide for that with even gaps. False when
 * there is no room for gaps, with an error. */
static bool measure_keys(Canvas *canvas, Rect panel, const KeyFigure *keys, int count,
                         KeyRow *out)
{
    const Medium *medium = canvas->medium;
    KeyRow row = { .strong = canvas_style(canvas, FONT_BOLD, medium->sizes.figure,
                                          medium->palette.brand),
                   .plain = canvas_style(canvas, FONT_REGULAR, medium->sizes.label,
                                         medium->palette.muted),
                   .pitch = (panel.width - canvas_scaled(canvas, KEY_INSET)) / count };
    double taken = 0, inset = canvas_scaled(canvas, KEY_INSET);
    bool is_even = true;
    for (int i = 0; i < count; i++) {
        double width = key_width(canvas, &row, &keys[i]);
        taken += width;
        is_even &= width + inset <= row.pitch;
    }
    if (!is_even) {
        row.pitch = 0;
        row.gap = count > 1 ? (panel.width - 2 * inset - taken) / (count - 1) : 0;
    }
    *out = row;
    if (is_even || row.gap >= canvas_scaled(canvas, KEY_LABEL_GAP) ||
        (count == 1 && taken <= panel.width - 2 * inset))
        return true;
    diag_error(canvas->diags, canvas->place,
               "the key figures do not fit beside each other");
    diag_hint(canvas->diags, "leave the region's out with `region: no`");
    return false;
}

static bool paint_keys(SlideContext *context, Rect panel, const KeyFigure *keys,
                       int count)
{
    Canvas *canvas = &context->canvas;
    KeyRow row;
    if (!measure_keys(canvas, panel, keys, count, &row))
        return false;
    canvas_round_rect(canvas, TAG_ARTIFACT, panel, 4, canvas->medium->palette.tint);
    double gap = canvas_scaled(canvas, KEY_LABEL_GAP);
    double left = panel.x + canvas_scaled(canvas, KEY_INSET);
    double y = panel.y + panel.height / 2 + canvas_scaled(canvas, 9);
    for (int i = 0; i < count; i++) {
        TagId tag = canvas_tag(canvas, TAG_P, context->sect);
        Str value = str_concat(canvas->deck->arena, keys[i].value, S(" "));
        double width = canvas_text(canvas, tag, left, y, ALIGN_LEFT, row.strong, value);
        canvas_text(canvas, tag, left + width + gap, y - canvas_scaled(canvas, 1),
                    ALIGN_LEFT, row.plain, keys[i].label);
        left += row.pitch > 0 ? row.pitch : key_width(canvas, &row, &keys[i]) + row.gap;
    }
    return true;
}

static void leave_out(SlideContext *context, Figure total)
{
    if (total.state == FIGURE_MISSING)
        diag_warning(
            context->canvas.diags, context->slide->place,
            "the slide is left out: the export does not say how many responded");
    else
        diag_warning(context->canvas.diags, context->slide->place,
                     "the slide is left out: how many responded is hidden");
    diag_hint(context->canvas.diags, "take it out, or write `when: has(n)`");
}

static bool compose(SlideContext *context)
{
    const Options *options = context->slide->options;
    const Description *description = context->slice->round.description;
    Arena *arena = context->canvas.deck->arena;
    Figure total = query(context, STATISTIC_N, POPULATION_UNIT, GROUP_ALL);
    if (!figure_is_shown(total)) {
        leave_out(context, total);
        return true;
    }
    Str title = words_fill(
        arena, context->words, WORD_RESPONDENTS_TITLE, "n",
        slide_figure(context, total), "groups",
        format_small_number(arena, context->words, description->group_count), NULL);
    FrameText frame;
    Rect room;
    if (!frame_text(context, context->words->at[WORD_RESPONDENTS_KICKER], title,
                    &frame))
        return false;
    Canvas *canvas = &context->canvas;
    ChartData data = {
        .rows = sorted_rows(context, total),
        .row_count = description->group_count,
        .column_count = 1,
        .statistic = STATISTIC_N,
        .hidden_limit = description->min_answers,
        .topic = context->words->at[WORD_RESPONDENTS_TOPIC],
    };
    double above = frame_air(context, AIR), below = canvas_scaled(canvas, AIR);
    double height = canvas_scaled(canvas, PANEL_HEIGHT);
    frame.whole = above +
                  chart_height(&chart_bar, canvas, frame_width(context), &data) +
                  below + height;
    if (!frame_begin(context, &frame, true, &room))
        return false;
    Rect panel = { room.x, room.y + room.height - height, room.width, height };
    Rect box = { room.x, room.y + above, room.width, panel.y - room.y - above - below };
    if (!chart_paint_first(context, &chart_bar, &frame, &data, box))
        return false;
    KeyFigure keys[KEY_MAX];
    int count = key_figures(context, options, total, keys);
    return paint_keys(context, panel, keys, count) &&
           chart_paint_rest(context, &chart_bar, &frame, data, box);
}

const SlideKind slide_respondents = {
    .layout = {.name = "respondents",
               .help = "who answered: n by group, response rate, key figures",
               .options = &SCHEMA,
               .is_title_optional = true},
    .compose = compose,
};
