#include "survey/register.h"

#include "base/buffer.h"
#include "base/file.h"
#include "base/messages.h"
#include "survey/codebook.h"
#include "survey/table.h"

/* So many known names are listed in a message. */
enum { LISTED_MAX = 15 };

enum { NUMBER, NAME, LANGUAGE, LOGO, BRAND, ACCENT, REGISTER_COLUMNS };
enum { UNIT, ROUND, GROUP, COUNT, INVITED_COLUMNS };

typedef struct Building {
    Arena *arena;
    const Description *description;
    VEC(Unit) units;
    Place (*invited_places)[GROUP_MAX]; /* once the units are known */
    const Coding *coding;               /* of the export's column of the unit */
    Diags *diags;
} Building;

static bool is_known(const Building *building, Str name_or_number)
{
    Register reg = { building->units.at, building->units.count, NULL };
    return register_find(&reg, name_or_number) != REGISTER_NONE;
}

/* A number stands for one unit: it is no other's number, and no other's name. */
static bool has_own_number(const Building *building, const Unit *unit)
{
    for (int i = 0; i < building->units.count; i++) {
        const Unit *other = &building->units.at[i];
        if (str_equal(other->number, unit->number) ||
            str_equal(other->number, unit->name) ||
            str_equal(other->name, unit->number))
            return false;
    }
    return true;
}

/* The written form that a municipality has decided on, as a language. */
static bool read_language(Str text, Str *out)
{
    static const struct {
        const char *text, *language;
    } forms[] = {
        {"bokmål",   "nb"},
        { "nynorsk",  "nn"},
        { "nøytral", ""  },
        { "nb",       "nb"},
        { "nn",       "nn"},
        { "neutral",  ""  },
        { "",         ""  },
    };
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (str_equal_c(text, forms[i].text)) {
            *out = str_from_c(forms[i].language);
            return true;
        }
    return false;
}

/* A unit of which no more is known than its name. */
static void add_named(Building *building, Str name)
{
    Unit unit = { .number = name, .name = name };
    for (int i = 0; i < GROUP_MAX; i++)
        unit.invited[i] = -1;
    vec_push(building->arena, &building->units, unit);
}

/* Row of the export; an empty cell is reported when the answers are read. */
static void on_respondent(void *context, const Table *table)
{
    Building *building = context;
    Str cell = coding_label(building->coding, table_cell(table, &table->columns[0]));
    Str all = building->description->all_answer;
    if (cell.len == 0 || is_known(building, cell) || (all.len && str_equal(cell, all)))
        return;
    Str name = table_key(building->arena, cell);
    if (!is_known(building, name))
        add_named(building, str_copy(building->arena, name));
}

static bool find_units(Building *building)
{
    const Description *from = building->description;
    if (from->unit_column.len == 0) {
        add_named(building, wording_text(from->name, S("nb")));
        return true;
    }
    CodeBook book;
    if (!codebook_read(building->arena, from, &book, building->diags))
        return false;
    building->coding =
        codebook_find(&book, table_key(building->arena, from->unit_column));
    TableColumn column = { .heading = from->unit_column,
                           .place = from->unit_column_place };
    Table table = { .source = from->export, .columns = &column, .column_count = 1 };
    return table_read(building->arena, &table, on_respondent, building,
                      building->diags);
}

/* Empty: the theme's. */
static UnitColour read_colour(Building *building, const Table *table,
                              const TableColumn *column)
{
    Str text = table_cell(table, column);
    UnitColour colour = { .text = str_copy(building->arena, text),
                          .place = table_place(table, column) };
    if (text.len == 0 || colour_read(text, &colour.value))
        return colour;
    diag_error(building->diags, colour.place, "\"%.*s\" is no colour",
               STR_ARG(str_shown(building->diags->arena, text, 40)));
    diag_hint(building->diags, "write it as in #1B2A34, or leave the cell empty");
    return colour;
}

/* How the unit's decks look. */
static void read_style(Building *building, const Table *table, Unit *unit)
{
    const TableColumn *columns = table->columns;
    Str logo = table_cell(table, &columns[LOGO]);
    if (logo.len > 0) {
        unit->logo =
            str_copy(building->arena,
                     path_relative_to(building->arena, table->source.path, logo));
        unit->logo_place = table_place(table, &columns[LOGO]);
    }
    unit->brand = read_colour(building, table, &columns[BRAND]);
    unit->accent = read_colour(building, table, &columns[ACCENT]);
}

static void on_unit(void *context, const Table *table)
{
    Building *building = context;
    const TableColumn *columns = table->columns;
    Unit unit = {
        .number = table_key(building->arena, table_cell(table, &columns[NUMBER])),
        .name = table_key(building->arena, table_cell(table, &columns[NAME])),
    };
    for (int i = 0; i < GROUP_MAX; i++)
        unit.invited[i] = -1;
    for (int i = NUMBER; i <= NAME; i++)
        if (table_cell(table, &columns[i]).len == 0) {
            diag_error(building->diags, table_place(table, &columns[i]),
                       i == NUMBER ? "the unit has no number"
                                   : MESSAGE("the unit has no name"));
            diag_hint(building->diags, "fill the cell, or take the row out");
            return;
        }
    if (!has_own_number(building, &unit)) {
        diag_error(building->diags, table_place(table, &columns[NUMBER]),
                   "the unit %.*s \"%.*s\" stands twice in the register",
                   STR_ARG(unit.number), STR_ARG(unit.name));
        diag_hint(building->diags, "take one of the rows out");
        return;
    }
    Str language = table_key(building->arena, table_cell(table, &columns[LANGUAGE]));
    if (!read_language(language, &unit.language)) {
        diag_error(building->diags, table_place(table, &columns[LANGUAGE]),
                   "\"%.*s\" is not a written form of Norwegian", STR_ARG(language));
        diag_hint(building->diags, "write bokmål, nynorsk or nøytral");
    }
    read_style(building, table, &unit);
    vec_push(building->arena, &building->units, unit);
}

static bool read_units(Building *building)
{
    const RegisterTable *from = &building->description->register_table;
    TableColumn columns[REGISTER_COLUMNS] = {
        [NUMBER] = {.heading = from->number,    .place = from->number_place  },
        [NAME] = { .heading = from->name,     .place = from->name_place    },
        [LANGUAGE] = { .heading = from->language, .place = from->language_place},
        [LOGO] = { .heading = from->logo,     .place = from->logo_place    },
        [BRAND] = { .heading = from->brand,    .place = from->brand_place   },
        [ACCENT] = { .heading = from->accent,   .place = from->accent_place  },
    };
    Table table = { .source = from->source,
                    .columns = columns,
                    .column_count = REGISTER_COLUMNS };
    if (!table_read(building->arena, &table, on_unit, building, building->diags))
        return false;
    if (building->units.count > 0)
        return true;
    diag_error(building->diags, (Place){ .file = from->source.path },
               "the register has no units");
    diag_hint(building->diags, "there must be rows below the headings");
    return false;
}

/* Row of the table of those invited. */
static void on_invited(void *context, const Table *table)
{
    Building *building = context;
    const TableColumn *columns = table->columns;
    const Description *description = building->description;
    Diags *diags = building->diags;
    bool is_this_round =
        columns[ROUND].index < 0 ||
        str_equal(table_cell(table, &columns[ROUND]), description->round);
    if (!is_this_round)
        return;
    Register reg = { building->units.at, building->units.count, NULL };
    int unit = register_read_unit(&reg, table_cell(table, &columns[UNIT]),
                                  table_place(table, &columns[UNIT]), diags);
    int group = register_read_group(description, table_cell(table, &columns[GROUP]),
                                    table_place(table, &columns[GROUP]), diags);
    if (unit < 0 || group < 0)
        return;
    Str text = table_cell(table, &columns[COUNT]);
    long count;
    if (!str_to_integer(text, &count) || count < 0 || count > INT32_MAX / 1000) {
        Str shown = str_shown(diags->arena, text, 40);
        diag_error(diags, table_place(table, &columns[COUNT]),
                   "\"%.*s\" is not a number of people", STR_ARG(shown));
        diag_hint(diags, "write a whole number, or leave the row out");
        return;
    }
    int *invited = &building->units.at[unit].invited[group];
    if (*invited >= 0) {
        diag_error(diags, table_place(table, &columns[GROUP]),
                   "the number invited stands twice for this unit and group");
        diag_hint(diags, "take one of the rows out, or name the column of the round");
    }
    *invited = (int)count;
    building->invited_places[unit][group] = table_place(table, &columns[COUNT]);
}

static bool read_invited(Building *building)
{
    const InvitedTable *from = &building->description->invited_table;
    if (from->source.path.len == 0)
        return true;
    building->invited_places =
        arena_array(building->arena, (size_t)building->units.count,
                    sizeof *building->invited_places);
    TableColumn columns[INVITED_COLUMNS] = {
        [UNIT] = {.heading = from->unit,   .place = from->unit_place },
        [ROUND] = { .heading = from->round, .place = from->round_place},
        [GROUP] = { .heading = from->group, .place = from->group_place},
        [COUNT] = { .heading = from->count, .place = from->count_place},
    };
    Table table = { .source = from->source,
                    .columns = columns,
                    .column_count = INVITED_COLUMNS };
    return table_read(building->arena, &table, on_invited, building, building->diags);
}

bool register_read(Arena *arena, const Description *description, Register *out,
                   Diags *diags)
{
    Building building = { .arena = arena, .description = description, .diags = diags };
    bool has_table = description->register_table.source.path.len > 0;
    bool is_good = (has_table ? read_units(&building) : find_units(&building)) &&
                   read_invited(&building);
    *out = is_good ? (Register){ building.units.at, building.units.count,
                                 building.invited_places }
                   : (Register){ 0 };
    return is_good;
}

int register_find(const Register *reg, Str name_or_number)
{
    int found = REGISTER_NONE;
    for (int i = 0; i < reg->unit_count; i++) {
        if (str_equal(reg->units[i].number, name_or_number))
            return i;
        if (str_equal(reg->units[i].name, name_or_number))
            found = found == REGISTER_NONE ? i : REGISTER_SEVERAL;
    }
    return found;
}

void register_refuse_several(const Register *reg, Str name, Place place, Diags *diags)
{
    Buffer list = buffer_in(diags->arena);
    for (int i = 0; i < reg->unit_count; i++)
        if (str_equal(reg->units[i].name, name))
            buffer_format(&list, "%s%.*s", list.len ? ", " : "",
                          STR_ARG(reg->units[i].number));
    diag_error(diags, place, "\"%.*s\" is the name of several units", STR_ARG(name));
    diag_hint(diags, "give the number of the one that is meant: %.*s",
              STR_ARG(buffer_text(&list)));
}

/* Reports a name that is none of the known ones. */
static void refuse_name(Diags *diags, Place place, const char *what, Str text,
                        const Str *names, int count)
{
    if (text.len == 0) {
        diag_error(diags, place, "the row has no %s", message_text(what));
        diag_hint(diags, "fill the cell, or take the row out");
        return;
    }
    Str shown = str_shown(diags->arena, text, 60);
    Str nearest = str_nearest(diags->arena, text, names, count);
    diag_error(diags, place, "there is no %s \"%.*s\"", message_text(what),
               STR_ARG(shown));
    if (nearest.len) {
        diag_hint(diags, "did you mean \"%.*s\"?", STR_ARG(nearest));
        return;
    }
    Buffer list = buffer_in(diags->arena);
    for (int i = 0; i < count && i < LISTED_MAX; i++)
        buffer_format(&list, "%s\"%.*s\"", i ? ", " : "", STR_ARG(names[i]));
    diag_hint(diags,
              count > LISTED_MAX ? "known are %.*s and more"
                                 : MESSAGE("known are %.*s"),
              STR_ARG(buffer_text(&list)));
}

int register_read_unit(const Register *reg, Str text, Place place, Diags *diags)
{
    int found = register_find(reg, text);
    if (found >= 0)
        return found;
    Arena *scratch = arena_new();
    Str key = table_key(scratch, text);
    found = register_find(reg, key);
    if (found == REGISTER_SEVERAL) {
        register_refuse_several(reg, key, place, diags);
    } else if (found < 0) {
        Str *names = arena_array(scratch, (size_t)reg->unit_count, sizeof *names);
        for (int i = 0; i < reg->unit_count; i++)
            names[i] = reg->units[i].name;
        refuse_name(diags, place, MESSAGE("unit"), key, names, reg->unit_count);
    }
    arena_free(scratch);
    return found;
}

static int find_group(const Description *description, Str answer)
{
    for (int i = 0; i < description->group_count; i++)
        if (str_equal(description->groups[i].answer, answer))
            return i;
    return -1;
}

int register_read_group(const Description *description, Str text, Place place,
                        Diags *diags)
{
    int found = find_group(description, text);
    if (found >= 0)
        return found;
    Arena *scratch = arena_new();
    Str key = table_key(scratch, text);
    found = find_group(description, key);
    if (found < 0) {
        Str answers[GROUP_MAX];
        for (int i = 0; i < description->group_count; i++)
            answers[i] = description->groups[i].answer;
        refuse_name(diags, place, MESSAGE("group"), key, answers,
                    description->group_count);
    }
    arena_free(scratch);
    return found;
}
