/* Pages of 700 points; parts with 28 above them and a heading of 40, of 30 on a next
 * page. */
#include "compose/paper_plan.h"

#include "expect.h"

#include <math.h>

enum { PART_MAX = 8 };

typedef struct Row {
    const char *name;
    PaperPart parts[PART_MAX]; /* up to one without a height */
    const char *want;          /* by part: P begins a page, - shares one */
    double less;               /* of each gap that gives way */
    double hold;               /* of the last part's room */
} Row;

static const Row ROWS[] = {
    {"none",                                                             { { .whole = 0 } },                     "",   0, 0},
    { "as many as fit",
     { { .whole = 160 }, { .whole = 160 }, { .whole = 160 }, { .whole = 180 } },
     "P--P",                                                                                                           0,
     0                                                                                                                     },
    { "a short last one is not alone",
     { { .whole = 160 }, { .whole = 160 }, { .whole = 180 }, { .whole = 10 } },
     "P-P-",                                                                                                           0,
     0                                                                                                                     },
    { "gaps give way",
     { { .whole = 180 }, { .whole = 180 }, { .whole = 180 } },
     "P--",                                                                                                            8,
     0                                                                                                                     },
    { "but not by more than a third",
     { { .whole = 180 }, { .whole = 180 }, { .whole = 190 } },
     "P-P",                                                                                                            0,
     0                                                                                                                     },
    { "a table parts from its chart rather than leave half a page",
     { { .whole = 300 }, { .whole = 200 }, { .whole = 120, .is_further = true } },
     "P-P",                                                                                                            0,
     0                                                                                                                     },
    { "but not for less",
     { { .whole = 500 }, { .whole = 60 }, { .whole = 120, .is_further = true } },
     "PP-",                                                                                                            0,
     0                                                                                                                     },
    { "a section's heading is not alone",
     { { .whole = 400 }, { .whole = 20, .keeps_next = true }, { .whole = 300 } },
     "PP-",                                                                                                            0,
     0                                                                                                                     },
    { "what may go on does so rather than leave half a page",
     { { .whole = 300 }, { .whole = 500, .least = 60 } },
     "P-",                                                                                                             0,
     0                                                                                                                     },
    { "but not where its beginning has no room",
     { { .whole = 560 }, { .whole = 200, .least = 60 } },
     "PP",                                                                                                             0,
     0                                                                                                                     },
    { "nor for a short hole",
     { { .whole = 480 }, { .whole = 200, .least = 60 } },
     "PP",                                                                                                             0,
     0                                                                                                                     },
    { "the last one leaves as much as a third of a page to a last page",
     { { .whole = 300 }, { .whole = 350, .least = 60 } },
     "P-",                                                                                                             0,
     210 - 30 - 350 + 292                                                                                                  },
    { "below what went on",
     { { .whole = 300 }, { .whole = 500, .least = 60 }, { .whole = 300 } },
     "P--",                                                                                                            0,
     0                                                                                                                     },
    { "what went on is as long as it turned out",
     { { .whole = 300 },
        { .whole = 500, .least = 60, .flowed = 720 },
        { .whole = 300 } },
     "P-P",                                                                                                            0,
     0                                                                                                                     },
    { "lines for notes stand with what is above them",
     { { .whole = 300 }, { .whole = 250, .least = 60, .notes = 80 } },
     "PP",                                                                                                             0,
     0                                                                                                                     },
    { "lines for notes on a page of their own",
     { { .whole = 300 },
        { .whole = 930, .least = 60, .notes = 80 },
        { .whole = 300 } },
     "P--",                                                                                                            0,
     0                                                                                                                     },
    { "taller than a page",                                              { { .whole = 900 }, { .whole = 100 } }, "PP", 0, 0},
};

static void test_pages(void **state)
{
    (void)state;
    for (size_t i = 0; i < ROW_COUNT(ROWS); i++) {
        const Row *row = &ROWS[i];
        PaperPlan plan = { .arena = arena_new() };
        char got[PART_MAX + 1] = { 0 };
        for (int k = 0; k < PART_MAX && row->parts[k].whole > 0; k++) {
            PaperPart part = row->parts[k];
            part.gap = 28;
            part.heading = part.is_further ? 0 : 40;
            part.again = 30;
            vec_push(plan.arena, &plan.parts, part);
        }
        bool is_new = paper_plan_make(&plan, 700);
        for (int k = 0; k < plan.parts.count; k++) {
            const PaperPart *part = &plan.parts.at[k];
            got[k] = part->begins_page ? 'P' : '-';
            double less = part->begins_page ? 0 : row->less;
            if (fabs(part->less - less) > 0.01)
                fail_msg("%s: part %d gives %f, want %f", row->name, k, part->less,
                         less);
        }
        expect_str(row->name, str_from_c(got), row->want);
        double hold = plan.parts.count ? plan.parts.at[plan.parts.count - 1].hold : 0;
        if (fabs(hold - row->hold) > 0.01)
            fail_msg("%s: holds %f, want %f", row->name, hold, row->hold);
        if (is_new != (plan.parts.count > 0) || paper_plan_make(&plan, 700))
            fail_msg("%s: new when it is not, or the other way round", row->name);
        if (row->hold > 0) {
            plan.parts.at[plan.parts.count - 1].hold = 0;
            if (!paper_plan_make(&plan, 700))
                fail_msg("%s: what it holds is not new", row->name);
        }
        arena_free(plan.arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
