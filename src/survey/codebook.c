#include "survey/codebook.h"

#include "survey/table.h"

enum { COLUMN, CODE, LABEL, QUESTION, BOOK_COLUMNS };

typedef struct Draft {
    Str column, question;
    VEC(Code) codes;
} Draft;

typedef struct Building {
    Arena *arena;
    VEC(Draft) drafts; /* by column, in the order of the book */
    Diags *diags;
} Building;

static Draft *draft_of(Building *building, Str column)
{
    for (int i = building->drafts.count - 1; i >= 0; i--)
        if (str_equal(building->drafts.at[i].column, column))
            return &building->drafts.at[i];
    vec_push(building->arena, &building->drafts, (Draft){ .column = column });
    return &building->drafts.at[building->drafts.count - 1];
}

static const Code *find_code(const Code *codes, int count, Str code)
{
    for (int i = 0; i < count; i++)
        if (str_equal(codes[i].code, code))
            return &codes[i];
    return NULL;
}

static void on_code(void *context, const Table *table)
{
    Building *building = context;
    const TableColumn *columns = table->columns;
    Str column = table_key(building->arena, table_cell(table, &columns[COLUMN]));
    Code code = {
        .code = table_key(building->arena, table_cell(table, &columns[CODE])),
        .label = table_key(building->arena, table_cell(table, &columns[LABEL])),
    };
    Draft *draft = draft_of(building, column);
    draft->question = table_key(building->arena, table_cell(table, &columns[QUESTION]));
    const Code *known = find_code(draft->codes.at, draft->codes.count, code.code);
    if (!known) {
        vec_push(building->arena, &draft->codes, code);
    } else if (!str_equal(known->label, code.label)) {
        Str shown = str_shown(building->diags->arena, code.code, 40);
        diag_error(building->diags, table_place(table, &columns[CODE]),
                   "the code \"%.*s\" of this column stands for two things",
                   STR_ARG(shown));
        diag_hint(building->diags, "take one of the rows out");
    }
}

static void hand_out(const Building *building, CodeBook *out)
{
    int count = building->drafts.count;
    Coding *codings = arena_array(building->arena, (size_t)count, sizeof *codings);
    for (int i = 0; i < count; i++) {
        const Draft *draft = &building->drafts.at[i];
        codings[i] = (Coding){ draft->column, draft->question, draft->codes.at,
                               draft->codes.count };
    }
    *out = (CodeBook){ codings, count };
}

bool codebook_read(Arena *arena, const Description *description, CodeBook *out,
                   Diags *diags)
{
    *out = (CodeBook){ 0 };
    const CodeTable *from = &description->code_table;
    if (from->source.path.len == 0)
        return true;
    TableColumn columns[BOOK_COLUMNS] = {
        [COLUMN] = {.heading = from->column,    .place = from->column_place  },
        [CODE] = { .heading = from->code,     .place = from->code_place    },
        [QUESTION] = { .heading = from->question, .place = from->question_place},
        [LABEL] = { .heading = from->label,    .place = from->label_place   },
    };
    Table table = { .source = from->source,
                    .is_bare = from->is_bare,
                    .columns = columns,
                    .column_count = BOOK_COLUMNS };
    Building building = { .arena = arena, .diags = diags };
    if (!table_read(arena, &table, on_code, &building, diags))
        return false;
    hand_out(&building, out);
    return true;
}

const Coding *codebook_find(const CodeBook *book, Str column)
{
    for (int i = 0; i < book->coding_count; i++)
        if (str_equal(book->codings[i].column, column))
            return &book->codings[i];
    return NULL;
}

Str coding_label(const Coding *coding, Str cell)
{
    const Code *found =
        coding ? find_code(coding->codes, coding->code_count, cell) : NULL;
    return found ? found->label : cell;
}
