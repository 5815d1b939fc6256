/* The slice of every unit of the sample, as bytes and back again; and what is not in
 * the bytes: an answer of anybody else. */
#include "survey/slice_file.h"

#include "expect.h"

#include <string.h>

typedef struct Round {
    Description description;
    Register reg;
    Survey survey;
} Round;

static Arena *arena;
static Round now, before;
static const Plan *plan;

static void read_round(const char *path, Round *round)
{
    Diags diags = diags_in(arena);
    assert_true(description_read(arena, str_from_c(path), (Place){ 0 },
                                 &round->description, &diags));
    assert_true(register_read(arena, &round->description, &round->reg, &diags));
    assert_true(
        survey_read(arena, &round->description, &round->reg, &round->survey, &diags));
}

static Slice slice_of(int unit)
{
    Slice slice;
    slice_cut(arena, plan, &now.survey, &before.survey, unit, true, &slice);
    return slice;
}

static Str bytes_of(const Slice *slice)
{
    Buffer out = buffer_in(arena);
    slice_write(&out, slice);
    return buffer_text(&out);
}

static bool read_back(Str bytes, Slice *out)
{
    return slice_read(arena, bytes, &now.description, &before.description, out);
}

static void comes_back_byte_for_byte(void **state)
{
    (void)state;
    for (int unit = 0; unit < now.reg.unit_count; unit++) {
        Slice slice = slice_of(unit), again;
        Str bytes = bytes_of(&slice);
        assert_true(read_back(bytes, &again));
        assert_true(str_equal(bytes_of(&again), bytes));
        assert_true(str_equal(again.unit.name, now.reg.units[unit].name));
        assert_int_equal(again.round.quote_counts[0], slice.round.quote_counts[0]);
        assert_memory_equal(again.round.region.cells[3][1].counts,
                            slice.round.region.cells[3][1].counts, sizeof(int[5]));
    }
}

static void refuses_what_is_not_whole(void **state)
{
    (void)state;
    Slice slice = slice_of(0), again;
    Str bytes = bytes_of(&slice);
    for (size_t len = 0; len < bytes.len; len += len < 4000 ? 1 : 997)
        assert_false(read_back(str_slice(bytes, 0, len), &again));
    assert_false(read_back(str_concat(arena, bytes, S("x")), &again));
    char *other_version = (char *)str_copy(arena, bytes).at;
    other_version[sizeof "lysark slice"] = '0';
    assert_false(read_back((Str){ other_version, bytes.len }, &again));
    assert_false(slice_read(arena, bytes, &before.description, NULL, &again));
}

/* No damage leads beyond the bytes, whatever comes of it. */
static void survives_damage(void **state)
{
    (void)state;
    Slice slice = slice_of(0), again;
    Str bytes = bytes_of(&slice);
    for (size_t at = 0; at < bytes.len; at += 61) {
        ArenaMark mark = arena_mark(arena);
        char *damaged = (char *)str_copy(arena, bytes).at;
        damaged[at] = (char)(damaged[at] ^ 0xff);
        read_back((Str){ damaged, bytes.len }, &again);
        arena_rewind(arena, mark);
    }
}

static bool has_answered(const Survey *survey, int unit, Str text)
{
    for (int q = 0; q < survey->description->question_count; q++)
        for (int i = 0; i < survey->open_counts[q]; i++)
            if (survey->units[survey->open[q][i].respondent] == unit &&
                str_find(survey->open[q][i].text, text) >= 0)
                return true;
    return false;
}

/* Of every open answer that is long enough to be somebody's own. */
static void holds_no_answer_of_another(void **state)
{
    (void)state;
    enum { LONG = 25 };
    int own = 0;
    for (int unit = 0; unit < now.reg.unit_count; unit++) {
        Slice slice = slice_of(unit);
        Str bytes = bytes_of(&slice);
        int same = register_find(&before.reg, now.reg.units[unit].number);
        for (int q = 0; q < now.description.question_count; q++)
            for (int i = 0; i < now.survey.open_counts[q]; i++) {
                const OpenAnswer *answer = &now.survey.open[q][i];
                if (answer->text.len < LONG || str_find(bytes, answer->text) < 0)
                    continue;
                own++;
                if (!has_answered(&now.survey, unit, answer->text) &&
                    !has_answered(&before.survey, same, answer->text))
                    fail_msg("the slice of %.*s holds \"%.*s\"",
                             STR_ARG(now.reg.units[unit].name), STR_ARG(answer->text));
            }
    }
    assert_true(own > 100);
}

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    read_round("data/undersokelse-2026.yaml", &now);
    read_round("data/undersokelse-2024.yaml", &before);
    plan = plan_make(arena, &now.survey, &before.survey);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(comes_back_byte_for_byte),
        cmocka_unit_test(refuses_what_is_not_whole),
        cmocka_unit_test(survives_damage),
        cmocka_unit_test(holds_no_answer_of_another),
    };
    return cmocka_run_group_tests_name("slice_file", tests, set_up, tear_down);
}
