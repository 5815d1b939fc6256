/* What a finding says of hand-made slices, and what it must not say. */
#include "compose/finding.h"
#include "expect.h"

#include <stdlib.h>
#include <string.h>

enum { STEPS = 5, GROUPS = 2 };

static Arena *arena;
static Words words;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    setenv("LYSARK_DATA", ".", 1);
    Diags diags = diags_in(arena);
    assert_true(words_read(arena, S("nb"), (Place){ 0 }, &words, &diags));
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

/* Answers on the five steps, as digits in tens: "00550" is fifty on steps 3 and 4. The
 * third cell is of both groups, the region has these too; a "-" hides a cell. */
typedef struct FindingCase {
    const char *name;
    const char *now[GROUPS + 1], *before[GROUPS + 1], *region;
    FindingCompare compare;
    const char *want;
    double units[4];    /* means of the other units, which are all shown */
    bool has_but_names; /* nothing to call groups by inside a sentence */
} FindingCase;

/* clang-format off */
static const FindingCase CASES[] = {
    { "a clear gap", { "00055", "22321", "22376" }, { NULL }, NULL, { 0 },
      .want = "En klart større andel blant de ansatte er enig (100 %) enn i næringslivet (30 %). Et klart flertall er enige (65 %)." },
    { "clear majorities on both sides", { "10009", "90010", "99099" }, { NULL }, NULL, { 0 },
      .want = "Et klart flertall blant de ansatte er enige (90 %), mens et klart flertall i næringslivet er uenige (90 %). Svarene er delte: 50 % er enige, 50 % uenige." },
    { "a clear majority", { "11011", "00044", "11055" }, { NULL }, NULL, { 0 },
      .want = "Et klart flertall er enige (83 %). En klart større andel i næringslivet er enig (100 %) enn blant de ansatte (50 %)." },
    { "a majority in every group", { "00145", "00145", "00288" }, { NULL }, NULL, { 0 },
      .want = "I alle gruppene er et klart flertall enige (90 %)." },
    { "a majority against in every group", { "45100", "36100", "79200" }, { NULL }, NULL, { 0 },
      .want = "I alle gruppene er et klart flertall uenige (90 %)." },
    { "more for than against", { "11323", "11323", "22646" }, { NULL }, NULL, { 0 },
      .want = "Klart flere er enige (50 %) enn uenige (20 %)." },
    { "more against than for", { "32311", "32311", "64622" }, { NULL }, NULL, { 0 },
      .want = "Klart flere er uenige (50 %) enn enige (20 %)." },
    { "as many, but few", { "11611", "11611", "22922" }, { NULL }, NULL, { 0 },
      .want = "Andelen enige er den samme i alle gruppene som er vist (20 %)." },
    { "only all together shown", { "-", "-", "00011" }, { NULL }, NULL, { 0 },
      .want = "Et klart flertall er enige (100 %)." },
    { "no gap", { "01210", "01211", "02421" }, { NULL }, NULL, { 0 },
      .want = "Gruppene skiller seg ikke klart fra hverandre: fra 25 til 40 % er enige." },
    { "the same", { "01210", "01210", "02420" }, { NULL }, NULL, { 0 },
      .want = "Andelen enige er den samme i alle gruppene som er vist (25 %)." },
    { "a hidden group", { "-", "01210", "-" }, { NULL }, NULL, { 0 },
      .want = "25 % i næringslivet er enige; den andre gruppen er skjermet." },
    { "all hidden", { "-", "-", "-" }, { NULL }, NULL, { 0 }, .want = "" },
    { "a rise", { "00370", "00370", "00770" }, { "37000", "37000", "77000" }, NULL,
      { .with_previous = true, .without_groups = true },
      .want = "Snittet er klart høyere enn i 2024 (3,5 mot 1,5)." },
    { "a fall", { "37000", "37000", "77000" }, { "00370", "00370", "00770" }, NULL,
      { .with_previous = true, .without_groups = true },
      .want = "Snittet er klart lavere enn i 2024 (1,5 mot 3,5)." },
    { "no change", { "01210", "01210", "02420" }, { "01210", "01210", "02420" }, NULL,
      { .with_previous = true, .without_groups = true },
      .want = "Snittet er om lag som i 2024 (3,0 mot 3,0)." },
    { "a change that may be none", { "10001", "10001", "20002" }, { "10010", "10010", "10010" }, NULL,
      { .with_previous = true, .without_groups = true },
      .want = "Det er for usikkert til å si om snittet har endret seg siden 2024 (3,0 mot 2,5)." },
    { "no change that may be much", { "10001", "10001", "20002" }, { "10001", "10001", "10001" }, NULL,
      { .with_previous = true, .without_groups = true },
      .want = "Det er for usikkert til å si om snittet har endret seg siden 2024 (3,0 mot 3,0)." },
    { "a small change that prints as a large one", { "00620", "00620", "00620" }, { "00810", "00810", "00810" }, NULL,
      { .with_previous = true, .without_groups = true }, .want = "" },
    { "not compared", { "01210", "01210", "02420" }, { "50000", "50000", "90000" }, NULL,
      { .without_groups = true }, .want = "" },
    { "a hidden past", { "01210", "01210", "02420" }, { "-", "-", "-" }, NULL,
      { .with_previous = true, .without_groups = true }, .want = "" },
    { "below the region", { "37000", "37000", "77000" }, { NULL }, "77990",
      { .with_region = true, .without_groups = true },
      .want = "Snittet er klart lavere enn i regionen (1,5 mot 2,6)." },
    { "the lowest of all units", { "37000", "37000", "77000" }, { NULL }, "77990",
      { .with_region = true, .without_groups = true },
      .want = "Snittet er klart det laveste av de 5 kommunene i regionen (1,5).", .units = { 2.5, 2.6, 2.7, 2.8 } },
    { "not the lowest of all units", { "37000", "37000", "77000" }, { NULL }, "77990",
      { .with_region = true, .without_groups = true },
      .want = "Snittet er klart lavere enn i regionen (1,5 mot 2,6).", .units = { 1.5, 2.6, 2.7, 2.8 } },
    { "not clearly the lowest of all units", { "37000", "37000", "77000" }, { NULL }, "77990",
      { .with_region = true, .without_groups = true },
      .want = "Snittet er klart lavere enn i regionen (1,5 mot 2,6).", .units = { 1.6, 2.6, 2.7, 2.8 } },
    { "the highest of all units", { "00037", "00037", "00077" }, { NULL }, "77987",
      { .with_region = true, .without_groups = true },
      .want = "Snittet er klart det høyeste av de 5 kommunene i regionen (4,5).", .units = { 2.5, 2.6, 2.7, 2.8 } },
    { "like the region", { "01210", "01210", "02420" }, { NULL }, "04840",
      { .with_region = true, .without_groups = true },
      .want = "Snittet er om lag som i regionen (3,0 mot 3,0)." },
    { "perhaps unlike the region", { "10001", "10001", "10001" }, { NULL }, "11121",
      { .with_region = true, .without_groups = true },
      .want = "Det er for usikkert til å si om snittet er et annet enn i regionen (3,0 mot 3,2)." },
    { "a group that has but a name", { "00055", "22321", "22376" }, { NULL }, NULL, { 0 },
      .want = "En klart større andel i gruppen «Ansatte» er enig (100 %) enn i gruppen «Næringsliv» (30 %). Et klart flertall er enige (65 %).",
      .has_but_names = true },
    { "net: more for", { "11123", "11123", "22246" }, { NULL }, NULL, { .is_net = true },
      .want = "Det er klart flere ambassadører (63 %) enn kritikere (25 %)." },
    { "net: more against", { "32111", "32111", "64222" }, { NULL }, NULL, { .is_net = true },
      .want = "Det er klart flere kritikere (63 %) enn ambassadører (25 %)." },
    { "net: a gap", { "00055", "22321", "22376" }, { NULL }, NULL, { .is_net = true },
      .want = "Nettoscoren er klart høyere blant de ansatte (+100) enn i næringslivet (−10). Det er klart flere ambassadører (65 %) enn kritikere (20 %)." },
    { "net: no gap", { "01210", "02210", "03420" }, { NULL }, NULL, { .is_net = true },
      .want = "Gruppene skiller seg ikke klart fra hverandre: nettoscoren går fra −20 til 0." },
    { "net: alike", { "01210", "01210", "02420" }, { NULL }, NULL, { .is_net = true },
      .want = "" },
    { "net: one is hidden", { "01210", "-", "02420" }, { NULL }, NULL, { .is_net = true },
      .want = "" },
    { "net: a rise", { "00370", "00370", "00770" }, { "37000", "37000", "77000" }, NULL,
      { .with_previous = true, .is_net = true, .without_groups = true },
      .want = "Nettoscoren er klart høyere enn i 2024 (+50 mot −100)." },
    { "net: of one group", { "00370", "00550", "00550" }, { "37000", "00550", "00550" }, NULL,
      { .with_previous = true, .is_net = true, .without_groups = true },
      .want = "Nettoscoren er klart høyere blant de ansatte enn i 2024." },
    { "net: no change, as in the region", { "01210", "01210", "02420" }, { "01210", "01210", "02420" },
      "04840", { .with_previous = true, .with_region = true, .is_net = true, .without_groups = true },
      .want = "Nettoscoren er om lag som i regionen (0 mot 0)." },
};
/* clang-format on */

static Cell cell_of(const char *tens)
{
    Cell cell = { .hiding = HIDING_NONE };
    if (!tens || tens[0] == '-') {
        cell.hiding = HIDING_FEW;
        return cell;
    }
    for (int step = 0; step < STEPS; step++) {
        cell.counts[step] = 10 * (tens[step] - '0');
        cell.weights[step] = cell.counts[step];
        cell.answered += cell.counts[step];
    }
    cell.squares = cell.answered;
    return cell;
}

static Population population_of(const char *const *groups)
{
    Population population = {
        .n = arena_array(arena, GROUPS + 1, sizeof(int)),
        .invited = arena_array(arena, GROUPS + 1, sizeof(int)),
        .hides_n = arena_array(arena, GROUPS + 1, sizeof(Hiding)),
        .cells = arena_array(arena, 1, sizeof(Cell *)),
    };
    population.cells[0] = arena_array(arena, GROUPS + 1, sizeof(Cell));
    for (int i = 0; i <= GROUPS; i++) {
        population.cells[0][i] = cell_of(groups[i]);
        population.invited[i] = -1;
        population.n[i] = population.cells[0][i].answered;
    }
    return population;
}

static Wording wording_of(const char *text)
{
    Node *node = arena_alloc(arena, sizeof *node);
    node->kind = NODE_SCALAR;
    node->text = str_from_c(text);
    WordingVariant *variant = arena_alloc(arena, sizeof *variant);
    variant->node = node;
    return (Wording){ 1, variant };
}

static Description description_of(const FindingCase *row, const char *round)
{
    Group *groups = arena_array(arena, GROUPS, sizeof *groups);
    groups[0].name = wording_of("Ansatte");
    groups[1].name = wording_of("Næringsliv");
    if (!row->has_but_names) {
        groups[0].among = wording_of("blant de ansatte");
        groups[1].among = wording_of("i næringslivet");
    }
    Statement *statement = arena_alloc(arena, sizeof *statement);
    statement->is_comparable = true;
    static const Scale scale = { .step_count = STEPS,
                                 .first = 1,
                                 .agree_from = 4,
                                 .disagree_to = 2,
                                 .least_difference = 0.2 };
    return (Description){ .round = str_from_c(round),
                          .region = wording_of("regionen"),
                          .groups = groups,
                          .group_count = GROUPS,
                          .statements = statement,
                          .statement_count = 1,
                          .scales = &scale,
                          .scale_count = 1,
                          .min_answers = 5,
                          .least_difference = 0.2,
                          .least_share_difference = 0.1 };
}

/* The unit's own mean is that of its third cell; ranks are given to the highest first.
 */
static UnitMeans *units_of(const FindingCase *row)
{
    enum { COUNT = ROW_COUNT(row->units) + 1 };
    static const Scale scale = { .step_count = STEPS, .first = 1 };
    UnitMeans *means = arena_alloc(arena, sizeof *means);
    if (row->units[0] == 0)
        return means;
    Cell own = cell_of(row->now[GROUPS]);
    UnitMean *at = arena_array(arena, COUNT, sizeof *at);
    for (int i = 0; i < COUNT; i++) {
        UnitMean mean = { .is_own = i == COUNT - 1 };
        mean.value = mean.is_own ? cell_mean(&own, &scale) : row->units[i];
        int place = i;
        for (; place > 0 && at[place - 1].value < mean.value; place--)
            at[place] = at[place - 1];
        at[place] = mean;
    }
    for (int i = 0; i < COUNT; i++)
        at[i].rank = i > 0 && at[i].value == at[i - 1].value ? at[i - 1].rank : i + 1;
    *means = (UnitMeans){ at, COUNT };
    return means;
}

static void test_sentences(void **state)
{
    (void)state;
    for (size_t i = 0; i < ROW_COUNT(CASES); i++) {
        const FindingCase *row = &CASES[i];
        Description now = description_of(row, "2026"),
                    before = description_of(row, "2024");
        const char *region[GROUPS + 1] = { NULL, NULL, row->region };
        int same[GROUPS] = { 0, 1 };
        Slice slice = {
            .round = {.description = &now,
                      .unit = population_of(row->now),
                      .region = population_of(region),
                      .unit_means = units_of(row),
                      .unit_count = ROW_COUNT(row->units) + 1,
                      .has_unit = true },
            .has_previous = row->before[0] != NULL,
            .previous = { .description = &before,
                      .unit = population_of(row->before),
                      .region = population_of(region),
                      .has_unit = true},
            .previous_statement = same,
            .previous_group = same
        };
        Deck deck = { .arena = arena };
        SlideContext context = {
            .canvas = {.deck = &deck, .words = &words },
            .scope = { .language = S("nb")           },
            .slice = &slice,
            .words = &words
        };
        Str got = finding_sentence(&context, 0, row->compare);
        expect_str(row->name, str_replace(arena, got, S("\u00A0"), S(" ")), row->want);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_sentences) };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
