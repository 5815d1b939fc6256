/* How often each theme was raised in the open answers, most often first. An answer may
 * raise several, so that shares are of the answers with any theme and do not add to
 * 100. */
#include "compose/chart.h"
#include "compose/frame.h"
#include "stats/figure_log.h"

typedef struct Options {
    Str question;
    Place question_place;
} Options;

static const Field FIELDS[] = {
    {.key = "question",
     .type = FIELD_ID,
     .offset = offsetof(Options, question),
     .place_offset = offsetof(Options, question_place),
     .help = "id of the one question to show; all together when not given"},
};

static const Schema SCHEMA = { .name = "themes slide",
                               .size = sizeof(Options),
                               .fields = FIELDS,
                               .field_count = FIELD_COUNT(FIELDS) };

/* Of a chart that goes on on a next page. */
enum { LEAST_ROWS = 6 };

static const double AIR = 14;   /* above and below the bars */
static const double PITCH = 28; /* a bar and its name need as much */
static const double NOTE_LEADING = 1.35;

/* What a slide shows: bars, and in words what has none. */
typedef struct Themes {
    ChartRow *rows; /* most often raised first */
    int row_count;
    Str note;  /* those that are hidden, those that nobody raised */
    int coded; /* answers with a theme */
} Themes;

/* Index of the question; behind the last for all of them. False with an error. */
static bool find_question(SlideContext *context, int *out)
{
    const Options *options = context->slide->options;
    const Description *description = context->slice->round.description;
    Diags *diags = context->canvas.diags;
    *out = description->question_count;
    if (context->scope.about.type == ABOUT_QUESTION)
        *out = context->scope.about.index;
    if (options->question.len == 0)
        return true;
    *out = description_find_question(description, options->question);
    if (*out >= 0)
        return true;
    diag_error(diags, options->question_place, "no question has the id \"%.*s\"",
               STR_ARG(options->question));
    diag_hint(diags, "the ids stand under `questions:` in the description");
    return false;
}

/* About a question, or behind the last about all of them. */
static Figure theme_figure(SlideContext *context, Statistic statistic, int question,
                           int theme)
{
    bool is_one = question < context->slice->round.description->question_count;
    return figure_find(context->slice, (Query){ .statistic = statistic,
                                                .group = GROUP_ALL,
                                                .question = is_one ? question : -1,
                                                .theme = theme });
}

static ChartRow theme_row(SlideContext *context, int question, int theme)
{
    Deck *deck = context->canvas.deck;
    const Description *description = context->slice->round.description;
    Str name = wording_text(description->themes[theme].name, context->scope.language);
    Figure *n = arena_alloc(deck->arena, sizeof *n);
    *n = theme_figure(context, STATISTIC_THEME, question, theme);
    Figure share = theme_figure(context, STATISTIC_THEME_SHARE, question, theme);
    Str note = format_share(deck->arena, context->words, share.value);
    figure_log_add(deck->figures,
                   (PrintedFigure){ .figure = share, .text = note, .row = name });
    return (ChartRow){ .name = name, .note = note, .entry = -1, .values = n };
}

/* Equal ones stay in the description's order. */
static void insert_row(Themes *themes, ChartRow row)
{
    int at = themes->row_count++;
    for (; at > 0 && themes->rows[at - 1].values->value < row.values->value; at--)
        themes->rows[at] = themes->rows[at - 1];
    themes->rows[at] = row;
}

/* Themes that are hidden, or that nobody raised, as one sentence; empty for none. */
static Str sentence_of(SlideContext *context, int question, bool is_hidden, WordId word)
{
    Arena *arena = context->canvas.deck->arena;
    const Description *description = context->slice->round.description;
    const ThemeCount *counts = context->slice->round.themes[question];
    VEC(Str) names = { 0 };
    for (int i = 0; i < description->theme_count; i++) {
        if (counts[i].count > 0 || counts[i].is_hidden != is_hidden)
            continue;
        Str name = wording_text(description->themes[i].name, context->scope.language);
        Figure n = theme_figure(context, STATISTIC_THEME, question, i);
        figure_log_add(context->canvas.deck->figures,
                       (PrintedFigure){ .figure = n, .row = name });
        vec_push(arena, &names, name);
    }
    if (names.count == 0)
        return (Str){ 0 };
    return words_fill(arena, context->words, word, "names",
                      format_list(arena, context->words, names.at, names.count), NULL);
}

static Themes themes_of(SlideContext *context, int question)
{
    const RoundSlice *round = &context->slice->round;
    const Description *description = round->description;
    const ThemeCount *counts = round->themes[question];
    Arena *arena = context->canvas.deck->arena;
    Themes themes = { .coded = round->coded_counts[question] };
    themes.rows =
        arena_array(arena, (size_t)description->theme_count, sizeof *themes.rows);
    for (int i = 0; i < description->theme_count; i++)
        if (counts[i].count > 0)
            insert_row(&themes, theme_row(context, question, i));
    Str hidden = sentence_of(context, question, true, WORD_THEMES_HIDDEN);
    Str absent = sentence_of(context, question, false, WORD_THEMES_ABSENT);
    themes.note = hidden.len && absent.len
                      ? str_format(arena, "%.*s %.*s", STR_ARG(hidden), STR_ARG(absent))
                  : hidden.len ? hidden
                               : absent;
    return themes;
}

/* A sentence at the foot of the room. */
typedef struct Note {
    RichText rich;
    Paragraph lines;
    double size, leading;
} Note;

static Note measure_note(SlideContext *context, Str text)
{
    Canvas *canvas = &context->canvas;
    TextStyle style = canvas_style(canvas, FONT_REGULAR, canvas->medium->sizes.label,
                                   canvas->medium->palette.muted);
    Note note = { .size = style.size, .leading = style.size * NOTE_LEADING };
    if (text.len == 0)
        return note;
    note.rich = canvas_plain(canvas, text, style);
    note.lines = canvas_break(canvas, &note.rich, frame_width(context), TEXT_LABEL);
    return note;
}

static double note_height(const Note *note)
{
    return note->lines.line_count * note->leading;
}

static void paint_note(SlideContext *context, const Note *note, Rect room)
{
    Canvas *canvas = &context->canvas;
    if (note->lines.line_count)
        canvas_lines(
            canvas, &note->rich, &note->lines,
            (LinesOptions){ .tag = canvas_tag(canvas, TAG_P, context->sect),
                            .x = room.x,
                            .y = room.y + room.height - note_height(note) + note->size,
                            .leading = note->leading });
}

/* Of the first bars, with what stands about them. */
static double height_of(SlideContext *context, ChartData data, int row_count,
                        const Note *note)
{
    Canvas *canvas = &context->canvas;
    data.row_count = row_count < data.row_count ? row_count : data.row_count;
    return frame_air(context, AIR) +
           chart_height(&chart_bar, canvas, frame_width(context), &data) +
           canvas_scaled(canvas, AIR) + note_height(note);
}

static Rect chart_box(SlideContext *context, Rect room, const Note *note)
{
    double above = frame_air(context, AIR),
           below = canvas_scaled(&context->canvas, AIR);
    return (Rect){ room.x, room.y + above, room.width,
                   room.height - above - below - note_height(note) };
}

/* Over as few pages as can be, each with about as many bars, all to one scale. The note
 * stands on the first. */
static bool paint_pages(SlideContext *context, FrameText *frame, ChartData data,
                        const Note *note)
{
    Canvas *canvas = &context->canvas;
    static const Note nothing;
    int left = data.row_count;
    for (bool is_first = true; is_first || left > 0; is_first = false) {
        const Note *below = is_first ? note : &nothing;
        Rect room;
        data.row_count = left;
        frame->whole = height_of(context, data, left, below);
        frame->least = height_of(context, data, LEAST_ROWS, below);
        if (!frame_begin(context, frame, is_first, &room))
            return false;
        Rect box = chart_box(context, room, below);
        int most = (int)(box.height / canvas_scaled(canvas, PITCH));
        int pages = (left + most - 1) / most;
        data.row_count = pages ? (left + pages - 1) / pages : 0;
        frame_take(context, &room, height_of(context, data, data.row_count, below));
        box = chart_box(context, room, below);
        if (left > 0 && !chart_paint(&chart_bar, canvas, context->sect, box, &data,
                                     &context->scope))
            return false;
        paint_note(context, below, room);
        data.rows += data.row_count;
        left -= data.row_count;
    }
    return true;
}

static bool is_described(SlideContext *context)
{
    if (context->slice->round.description->theme_count > 0)
        return true;
    Diags *diags = context->canvas.diags;
    diag_error(diags, context->canvas.place, "the survey describes no themes");
    diag_hint(diags, "add \"themes\" and \"theme-table\" to %.*s",
              STR_ARG(context->slice->round.description->path));
    return false;
}

/* What the shares are of, in the foot. */
static Str base_note(SlideContext *context, int coded)
{
    Arena *arena = context->canvas.deck->arena;
    Str n = format_count(arena, context->words, coded);
    return words_fill(arena, context->words, WORD_THEMES_BASE, "n", n, NULL);
}

static bool compose(SlideContext *context)
{
    const Description *description = context->slice->round.description;
    int question;
    if (!is_described(context) || !find_question(context, &question))
        return false;
    Str title = context->words->at[WORD_THEMES_TITLE];
    if (question < description->question_count)
        title = scope_about_text(&context->scope, (About){ ABOUT_QUESTION, question });
    FrameText frame;
    if (!frame_text(context, context->words->at[WORD_THEMES_KICKER], title, &frame))
        return false;
    Themes themes = themes_of(context, question);
    if (themes.coded == 0)
        return frame_begin_empty(context, &frame, context->words->at[WORD_THEMES_NONE]);
    frame_add_note(context, &frame, base_note(context, themes.coded));
    ChartData data = {
        .rows = themes.rows,
        .row_count = themes.row_count,
        .column_count = 1,
        .statistic = STATISTIC_N,
        .topic = context->words->at[WORD_THEMES_TOPIC],
        .largest = themes.row_count ? themes.rows->values->value : 0,
    };
    Note note = measure_note(context, themes.note);
    return paint_pages(context, &frame, data, &note);
}

const SlideKind slide_themes = {
    .layout = {.name = "themes",
               .help = "how often each theme was raised in the open answers",
               .options = &SCHEMA,
               .is_title_optional = true},
    .compose = compose,
};
