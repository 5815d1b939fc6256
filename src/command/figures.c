#include "command/figures.h"

#include "base/buffer.h"
#include "stats/figure_log.h"

static const char HEADINGS[] =
    "page,slide,id,title,round,population,statement,label,group,statistic,step,value,"
    "printed,low,high,base,other base,state,row\r\n";

static const char *const STATISTICS[] = {
    [STATISTIC_N] = "n",
    [STATISTIC_INVITED] = "invited",
    [STATISTIC_RESPONSE_RATE] = "response rate",
    [STATISTIC_ANSWERED] = "answered",
    [STATISTIC_MEAN] = "mean",
    [STATISTIC_MEDIAN] = "median",
    [STATISTIC_SD] = "sd",
    [STATISTIC_AGREE] = "agree",
    [STATISTIC_DISAGREE] = "disagree",
    [STATISTIC_UNSURE] = "unsure",
    [STATISTIC_SHARE] = "share",
    [STATISTIC_CHANGE] = "change",
    [STATISTIC_DIFFERENCE] = "difference",
    [STATISTIC_AGREE_CHANGE] = "change of agree",
    [STATISTIC_AGREE_DIFFERENCE] = "difference of agree",
    [STATISTIC_NEUTRAL] = "neither",
    [STATISTIC_NET] = "net",
    [STATISTIC_NET_CHANGE] = "change of net",
    [STATISTIC_NET_DIFFERENCE] = "difference of net",
    [STATISTIC_RANK] = "rank",
    [STATISTIC_ANSWERS] = "open answers",
    [STATISTIC_UNIQUE] = "different open answers",
    [STATISTIC_THEME] = "answers with theme",
    [STATISTIC_THEME_SHARE] = "share with theme",
    [STATISTIC_UNITS] = "units",
};

static const char *const STATES[] = {
    [FIGURE_SHOWN] = "shown",         [FIGURE_MISSING] = "missing",
    [FIGURE_HIDDEN] = "hidden",       [FIGURE_WITHHELD] = "withheld",
    [FIGURE_NOT_ASKED] = "not asked", [FIGURE_NOT_COMPARABLE] = "not comparable",
    [FIGURE_NO_ROUND] = "no round",   [FIGURE_NO_PART] = "no part",
};

/* What the query is asked of: some statistics have no statement. */
typedef enum Subject { SUBJECT_PEOPLE, SUBJECT_STATEMENT, SUBJECT_QUESTION } Subject;

static Subject subject_of(Statistic statistic)
{
    switch (statistic) {
    case STATISTIC_N:
    case STATISTIC_INVITED:
    case STATISTIC_RESPONSE_RATE:
    case STATISTIC_UNITS: return SUBJECT_PEOPLE;
    case STATISTIC_ANSWERS:
    case STATISTIC_UNIQUE:
    case STATISTIC_THEME:
    case STATISTIC_THEME_SHARE: return SUBJECT_QUESTION;
    case STATISTIC_ANSWERED:
    case STATISTIC_MEAN:
    case STATISTIC_MEDIAN:
    case STATISTIC_SD:
    case STATISTIC_AGREE:
    case STATISTIC_DISAGREE:
    case STATISTIC_UNSURE:
    case STATISTIC_SHARE:
    case STATISTIC_CHANGE:
    case STATISTIC_DIFFERENCE:
    case STATISTIC_AGREE_CHANGE:
    case STATISTIC_AGREE_DIFFERENCE:
    case STATISTIC_NEUTRAL:
    case STATISTIC_NET:
    case STATISTIC_NET_CHANGE:
    case STATISTIC_NET_DIFFERENCE:
    case STATISTIC_RANK: break;
    }
    return SUBJECT_STATEMENT;
}

static bool needs_quotes(Str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.at[i] == ',' || text.at[i] == '"' || text.at[i] == '\r' ||
            text.at[i] == '\n')
            return true;
    return false;
}

/* A spreadsheet would work out what begins so. */
static bool is_formula(Str text)
{
    return text.len > 0 &&
           (text.at[0] == '=' || text.at[0] == '+' || text.at[0] == '-' ||
            text.at[0] == '@' || text.at[0] == '\t' || text.at[0] == '\r');
}

/* A cell and the comma behind it. */
static void put_cell(Buffer *out, Str text)
{
    bool is_quoted = needs_quotes(text);
    if (is_quoted)
        buffer_char(out, '"');
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] == '"')
            buffer_char(out, '"');
        buffer_char(out, text.at[i]);
    }
    buffer_c(out, is_quoted ? "\"," : ",");
}

/* The same for a text of the author's. */
static void put_text(Buffer *out, Str text)
{
    put_cell(out, is_formula(text) ? str_concat(out->arena, S("'"), text) : text);
}

/* Unrounded. */
static void put_number(Buffer *out, bool is_known, double number)
{
    if (is_known)
        buffer_format(out, "%.15g", number);
    buffer_char(out, ',');
}

static void put_subject(Buffer *out, const DeckRun *run, Query query)
{
    const Description *description = &run->description;
    Str id = { 0 }, label = { 0 };
    Subject subject = subject_of(query.statistic);
    if (subject == SUBJECT_STATEMENT) {
        const Statement *statement = &description->statements[query.statement];
        id = statement->id;
        label = wording_text(statement->label, run->language);
    } else if (subject == SUBJECT_QUESTION && query.question >= 0) {
        const Question *question = &description->questions[query.question];
        id = question->id;
        label = wording_text(question->label, run->language);
    }
    put_text(out, id);
    put_text(out, label);
    if (query.group == GROUP_ALL)
        put_text(out, S("all"));
    else
        put_text(out,
                 wording_text(description->groups[query.group].name, run->language));
}

static void put_place(Buffer *out, const DeckRun *run, const PrintedFigure *printed)
{
    Query query = printed->figure.query;
    bool is_region = query.population == POPULATION_REGION;
    Str round = run->description.round;
    if (query.round == ROUND_PREVIOUS && run->slice.has_previous)
        round = run->slice.previous.description->round;
    buffer_format(out, "%d,%s,", printed->page, printed->kind);
    put_text(out, printed->slide);
    put_text(out, printed->title);
    put_text(out, round);
    buffer_c(out, printed->is_other ? "other unit," : is_region ? "region," : "unit,");
    put_subject(out, run, query);
}

static void put_row(Buffer *out, const DeckRun *run, const PrintedFigure *printed)
{
    const Figure *figure = &printed->figure;
    const char *name = printed->name;
    Interval interval = printed->interval;
    put_place(out, run, printed);
    buffer_format(out, "%s,", name ? name : STATISTICS[figure->query.statistic]);
    if (figure->query.step)
        buffer_format(out, "%d", figure->query.step);
    buffer_char(out, ',');
    bool is_shown = figure_is_shown(*figure) && !printed->is_unnamed;
    bool has_interval = is_shown && interval.low < interval.high;
    put_number(out, is_shown, figure->value);
    put_cell(out, printed->text); /* «+0,3» is no formula */
    put_number(out, has_interval, interval.low);
    put_number(out, has_interval, interval.high);
    if (is_shown)
        buffer_format(out, "%d", figure->base);
    buffer_char(out, ',');
    if (is_shown && figure->other_base)
        buffer_format(out, "%d", figure->other_base);
    buffer_format(out, ",%s,", STATES[figure->state]);
    put_text(out, printed->row);
    out->len--; /* the last comma */
    buffer_c(out, "\r\n");
}

Str figures_print(const DeckRun *run)
{
    const FigureLog *log = run->deck.figures;
    Buffer out = buffer_in(run->arena);
    buffer_c(&out, HEADINGS);
    for (int i = 0; i < log->figures.count; i++)
        put_row(&out, run, &log->figures.at[i]);
    return buffer_text(&out);
}
