#include "layout/names.h"

#include "base/messages.h"

/* What it does, what it gives, and what differs from zero. */
#define NAME(text, does, gives, ...)                                                   \
    {                                                                                  \
        .name = (text), .meaning = MEANING_##does, .type = VALUE_##gives, __VA_ARGS__  \
    }

/* Rows in the order of the reference page. */
static const Name names[] = {
    NAME("unit", UNIT, TEXT, .prints = "Østre Toten",
         .help = "name of the unit that the deck is about"),
    NAME("unit.number", UNIT_NUMBER, TEXT, .prints = "3442",
         .help = "its number in the register"),
    NAME("region", REGION, TEXT, .prints = "Innlandet",
         .help = "name of all units together"),
    NAME("round", ROUND, TEXT, .prints = "2026",
         .help = "this round; compares with texts: round = \"2026\""),
    NAME("previous.round", PREVIOUS_ROUND, TEXT, .prints = "2024",
         .help = "the round before"),
    NAME("survey.name", SURVEY_NAME, TEXT, .prints = "Næringsundersøkelsen 2026",
         .help = "name of the survey"),
    NAME("survey.period", SURVEY_PERIOD, TEXT,
         .prints = "21. oktober–15. november 2024",
         .help = "when answers were taken in"),
    NAME("survey.presented", SURVEY_PRESENTED, DATE, .prints = "28. november 2024",
         .help = "the day of the presentation; compares by = and != only, with "
                 "\"2024-11-28\""),
    NAME("statement", ITEM, ITEM, .item = ABOUT_STATEMENT,
         .prints = "Kommunen har god kapasitet",
         .help = "the statement that each has come to: its text, or an argument"),
    NAME("statement.short", ITEM_SHORT, TEXT, .item = ABOUT_STATEMENT,
         .prints = "God kapasitet", .help = "its label"),
    NAME("question", ITEM, ITEM, .item = ABOUT_QUESTION,
         .prints = "Hva bør kommunen gjøre?",
         .help = "the open question that each has come to"),
    NAME("group", ITEM, ITEM, .item = ABOUT_GROUP, .prints = "Gründere",
         .help = "the group that each has come to"),
    NAME("section", ITEM, ITEM, .item = ABOUT_SECTION, .prints = "Service og dialog",
         .help = "the section that each has come to"),
    NAME("n", FIGURE, FIGURE, .argument_count = 1, .first = ARGUMENT_GROUP,
         .has_other_sources = true, .statistic = STATISTIC_N, .prints = "1 678",
         .help = "respondents"),
    NAME("invited", FIGURE, FIGURE, .argument_count = 1, .first = ARGUMENT_GROUP,
         .statistic = STATISTIC_INVITED, .prints = "4 210",
         .help = "how many were invited"),
    NAME("response-rate", FIGURE, FIGURE, .argument_count = 1, .first = ARGUMENT_GROUP,
         .statistic = STATISTIC_RESPONSE_RATE, .prints = "41 %",
         .help = "n of the invited; compares in per cent"),
    NAME("units", FIGURE, FIGURE, .statistic = STATISTIC_UNITS, .prints = "13",
         .help = "units that took part"),
    NAME("answered", FIGURE, FIGURE, .argument_count = 2, .required_count = 1,
         .first = ARGUMENT_STATEMENT, .second = ARGUMENT_GROUP,
         .has_other_sources = true, .statistic = STATISTIC_ANSWERED, .prints = "188",
         .help = "valid answers on the scale"),
    NAME("mean", FIGURE, FIGURE, .argument_count = 2, .required_count = 1,
         .first = ARGUMENT_STATEMENT, .second = ARGUMENT_GROUP,
         .has_other_sources = true, .statistic = STATISTIC_MEAN, .prints = "3,4",
         .help = "mean of the steps; compares unrounded"),
    NAME("median", FIGURE, FIGURE, .argument_count = 2, .required_count = 1,
         .first = ARGUMENT_STATEMENT, .second = ARGUMENT_GROUP,
         .has_other_sources = true, .statistic = STATISTIC_MEDIAN, .prints = "3,0",
         .help = "the middle step, the lower of two"),
    NAME("sd", FIGURE, FIGURE, .argument_count = 2, .required_count = 1,
         .first = ARGUMENT_STATEMENT, .second = ARGUMENT_GROUP,
         .has_other_sources = true, .statistic = STATISTIC_SD, .prints = "1,1",
         .help = "standard deviation"),
    NAME("agree", FIGURE, FIGURE, .argument_count = 2, .required_count = 1,
         .first = ARGUMENT_STATEMENT, .second = ARGUMENT_GROUP,
         .has_other_sources = true, .statistic = STATISTIC_AGREE, .prints = "14 %",
         .help = "share that agrees; compares in per cent: agree(kapasitet) < 30"),
    NAME("disagree", FIGURE, FIGURE, .argument_count = 2, .required_count = 1,
         .first = ARGUMENT_STATEMENT, .second = ARGUMENT_GROUP,
         .has_other_sources = true, .statistic = STATISTIC_DISAGREE, .prints = "62 %",
         .help = "share that disagrees; compares in per cent"),
    NAME("neutral", FIGURE, FIGURE, .argument_count = 2, .required_count = 1,
         .first = ARGUMENT_STATEMENT, .second = ARGUMENT_GROUP,
         .has_other_sources = true, .statistic = STATISTIC_NEUTRAL, .prints = "24 %",
         .help = "share that neither agrees nor disagrees; of a question from 0 to 10 "
                 "those who answer 7 or 8"),
    NAME("net", FIGURE, FIGURE, .argument_count = 2, .required_count = 1,
         .first = ARGUMENT_STATEMENT, .second = ARGUMENT_GROUP,
         .has_other_sources = true, .statistic = STATISTIC_NET, .prints = "−43",
         .help = "net score: agree less disagree, from −100 to 100; of a question from "
                 "0 to 10 those who answer 9 or 10 less those who answer 0 to 6"),
    NAME("share", FIGURE, FIGURE, .argument_count = 3, .required_count = 2,
         .first = ARGUMENT_STATEMENT, .second = ARGUMENT_VALUE, .third = ARGUMENT_GROUP,
         .has_other_sources = true, .statistic = STATISTIC_SHARE, .prints = "9 %",
         .help = "share that gave one answer, by its number: share(anbefaling, 10)"),
    NAME("unsure", FIGURE, FIGURE, .argument_count = 2, .required_count = 1,
         .first = ARGUMENT_STATEMENT, .second = ARGUMENT_GROUP,
         .has_other_sources = true, .statistic = STATISTIC_UNSURE, .prints = "8 %",
         .help = "share that does not know; compares in per cent"),
    NAME("change", FIGURE, FIGURE, .argument_count = 2, .required_count = 1,
         .first = ARGUMENT_STATEMENT, .second = ARGUMENT_GROUP,
         .statistic = STATISTIC_CHANGE, .prints = "+0,3",
         .help = "mean minus that of the previous round"),
    NAME("difference", FIGURE, FIGURE, .argument_count = 2, .required_count = 1,
         .first = ARGUMENT_STATEMENT, .second = ARGUMENT_GROUP,
         .statistic = STATISTIC_DIFFERENCE, .prints = "+0,3",
         .help = "mean minus that of the region"),
    NAME("rank", FIGURE, FIGURE, .argument_count = 1, .required_count = 1,
         .first = ARGUMENT_STATEMENT, .statistic = STATISTIC_RANK, .prints = "nr. 8",
         .help = "place among the units: 1 has the highest mean, ties share"),
    NAME("answers", FIGURE, FIGURE, .argument_count = 1, .required_count = 1,
         .first = ARGUMENT_QUESTION, .statistic = STATISTIC_ANSWERS, .prints = "125",
         .help = "answers to an open question that may be shown"),
    NAME("unique", FIGURE, FIGURE, .argument_count = 1, .first = ARGUMENT_QUESTION,
         .statistic = STATISTIC_UNIQUE, .prints = "311",
         .help = "different open answers that may be shown: to one question, or over "
                 "all"),
    NAME("statements", LIST, LIST, .argument_count = 1, .first = ARGUMENT_SECTION,
         .item = ABOUT_STATEMENT, .prints = "",
         .help = "all statements, or those of a section"),
    NAME("recommend", LIST, LIST, .item = ABOUT_STATEMENT, .is_recommend = true,
         .prints = "", .help = "all questions from 0 to 10"),
    NAME("questions", LIST, LIST, .item = ABOUT_QUESTION, .prints = "",
         .help = "all open questions"),
    NAME("groups", LIST, LIST, .item = ABOUT_GROUP, .prints = "", .help = "all groups"),
    NAME("sections", LIST, LIST, .item = ABOUT_SECTION, .prints = "",
         .help = "all sections"),
    NAME("lowest", LOWEST, LIST, .argument_count = 3, .required_count = 1,
         .first = ARGUMENT_WHOLE, .second = ARGUMENT_CHOICE, .third = ARGUMENT_GROUP,
         .needs_slides = true, .item = ABOUT_STATEMENT, .prints = "",
         .help = "the statements with the lowest means that have a slide in this deck, "
                 "or of "
                 "those of a section; all must have one scale"),
    NAME("highest", HIGHEST, LIST, .argument_count = 3, .required_count = 1,
         .first = ARGUMENT_WHOLE, .second = ARGUMENT_CHOICE, .third = ARGUMENT_GROUP,
         .needs_slides = true, .item = ABOUT_STATEMENT, .prints = "",
         .help =
             "the statements with the highest means that have a slide in this deck, or "
             "of those of a section; all must have one scale"),
    NAME("count", COUNT, FIGURE, .argument_count = 1, .required_count = 1,
         .first = ARGUMENT_LIST, .statistic = STATISTIC_N, .prints = "4",
         .help = "how many a list has"),
    NAME("in-words", IN_WORDS, TEXT, .argument_count = 1, .required_count = 1,
         .first = ARGUMENT_COUNT, .prints = "fire",
         .help = "a count inside a sentence: spelt out up to twelve"),
    NAME("names", NAMES, TEXT, .argument_count = 1, .required_count = 1,
         .first = ARGUMENT_LIST, .prints = "a, b og c",
         .help = "the short texts of a list"),
    NAME("slide", SLIDES, SLIDES, .argument_count = 1, .required_count = 1,
         .first = ARGUMENT_ID, .needs_slides = true, .prints = "bilde 10",
         .help = "first page of the first slide made from it, as a link"),
    NAME("slides", SLIDES, SLIDES, .argument_count = 1, .required_count = 1,
         .first = ARGUMENT_TARGET, .is_open_ended = true, .needs_slides = true,
         .prints = "bilde 5–8 og 20–22", .help = "the same for several ids and lists"),
    NAME("date", DATE, TEXT, .argument_count = 2, .required_count = 2,
         .first = ARGUMENT_DATE, .second = ARGUMENT_PATTERN, .prints = "november 2024",
         .help = "a date by a pattern: \"day month year\", \"month year\", \"year\""),
    NAME("has", HAS, CONDITION, .argument_count = 1, .required_count = 1,
         .first = ARGUMENT_PRESENCE, .prints = "",
         .help = "whether a figure is shown, a round exists"),
    NAME("holds", HOLDS, NOTHING, .argument_count = 1, .required_count = 1,
         .first = ARGUMENT_TEST, .prints = "",
         .help = "prints nothing; warns when the test is false"),
};
#undef NAME

enum { NAME_COUNT = sizeof names / sizeof *names };

static const char *const keywords[] = { "and", "or", "not" };

static const Name *find_row(Str text)
{
    for (int i = 0; i < NAME_COUNT; i++)
        if (str_equal_c(text, names[i].name))
            return &names[i];
    return NULL;
}

const Name *names_all(int *count)
{
    *count = NAME_COUNT;
    return names;
}

bool name_find(Str text, NameUse *out)
{
    *out = (NameUse){ .name = find_row(text) };
    if (out->name)
        return true;
    if (str_starts(text, S("region."))) {
        out->population = POPULATION_REGION;
        out->name = find_row(str_slice(text, sizeof "region." - 1, text.len));
    } else if (str_starts(text, S("previous."))) {
        out->round = ROUND_PREVIOUS;
        out->name = find_row(str_slice(text, sizeof "previous." - 1, text.len));
    }
    if (out->name && !out->name->has_other_sources)
        out->name = NULL;
    return out->name != NULL;
}

bool name_is_reserved(Str id)
{
    for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++)
        if (str_equal_c(id, keywords[i]))
            return true;
    for (int i = 0; i < NAME_COUNT; i++) {
        Str name = str_from_c(names[i].name);
        long dot = str_find(name, S("."));
        if (str_equal(id, dot < 0 ? name : str_slice(name, 0, (size_t)dot)))
            return true;
    }
    return false;
}

const char *argument_noun(ArgumentKind kind)
{
    switch (kind) {
    case ARGUMENT_STATEMENT: return MESSAGE("a statement");
    case ARGUMENT_QUESTION: return MESSAGE("a question");
    case ARGUMENT_GROUP: return MESSAGE("a group");
    case ARGUMENT_SECTION: return MESSAGE("a section");
    case ARGUMENT_CHOICE: return MESSAGE("a group or section");
    case ARGUMENT_LIST: return MESSAGE("a list");
    case ARGUMENT_ID: return MESSAGE("an id");
    case ARGUMENT_TARGET: return MESSAGE("an id or a list");
    case ARGUMENT_WHOLE: return MESSAGE("a whole number from 1");
    case ARGUMENT_VALUE: return MESSAGE("a value");
    case ARGUMENT_DATE: return MESSAGE("a date");
    case ARGUMENT_PATTERN: return MESSAGE("a pattern");
    case ARGUMENT_COUNT: return MESSAGE("a count");
    case ARGUMENT_PRESENCE: return MESSAGE("a figure");
    case ARGUMENT_TEST: return MESSAGE("a condition");
    }
    return "";
}

ArgumentKind name_argument(const Name *name, int index)
{
    if (index == 0 || name->argument_count == 1)
        return name->first;
    return index == 1 || name->argument_count == 2 ? name->second : name->third;
}

/* The noun without its article. */
static Str argument_word(ArgumentKind kind)
{
    Str noun = str_from_c(argument_noun(kind));
    return str_slice(noun, (size_t)str_find(noun, S(" ")) + 1, noun.len);
}

Str name_signature(Arena *arena, const Name *name, Str spelt)
{
    Str text = spelt;
    for (int i = 0; i < name->argument_count; i++) {
        Str word = argument_word(name_argument(name, i));
        const char *open = i >= name->required_count ? "[" : "";
        const char *comma = i > 0 ? ", " : "";
        const char *close = i >= name->required_count ? "]" : "";
        text = str_format(arena, "%.*s%s%s%s%.*s%s", STR_ARG(text), i == 0 ? "(" : "",
                          open, comma, STR_ARG(word), close);
    }
    if (name->argument_count == 0)
        return text;
    return str_format(arena, "%.*s%s)", STR_ARG(text),
                      name->is_open_ended ? ", …" : "");
}

int names_spelt(Arena *arena, const Str **out)
{
    Str *spelt = arena_array(arena, 3 * (size_t)NAME_COUNT, sizeof *spelt);
    int count = 0;
    for (int i = 0; i < NAME_COUNT; i++) {
        spelt[count++] = str_from_c(names[i].name);
        if (names[i].has_other_sources) {
            spelt[count++] = str_format(arena, "region.%s", names[i].name);
            spelt[count++] = str_format(arena, "previous.%s", names[i].name);
        }
    }
    *out = spelt;
    return count;
}
