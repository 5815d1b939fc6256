#include "base/unicode.h"
#include "expect.h"
#include "sample_fonts.h"
#include "text/typesetter.h"

#include <math.h>
#include <string.h>

typedef struct Fixture {
    Arena *arena;
    Diags diags;
    Fonts fonts;
    Typesetter *typesetter;
} Fixture;

static int setup(void **state)
{
    Arena *arena = arena_new();
    Fixture *fixture = arena_alloc(arena, sizeof *fixture);
    fixture->arena = arena;
    fixture->diags = diags_in(arena);
    fixture->fonts = sample_fonts(arena, &fixture->diags);
    assert_int_equal(fixture->diags.list.count, 0);
    fixture->typesetter =
        typesetter_new(arena, &fixture->fonts, S("nb"), &fixture->diags);
    *state = fixture;
    return 0;
}

static int teardown(void **state)
{
    Fixture *fixture = *state;
    typesetter_free(fixture->typesetter);
    sample_fonts_close(&fixture->fonts);
    arena_free(fixture->arena);
    return 0;
}

static const TextStyle regular = { .role = FONT_REGULAR, .size = 20 };

/* "⏎" is a line feed in `text`. In `want` it ends a line, "¶" a paragraph; "|" stands
 * between fragments, "~" is a soft hyphen that shows. The box is as wide as `box`. */
typedef struct BreakRow {
    const char *name, *text, *box, *want;
} BreakRow;

/* Not formatted, so that a row stays readable. */
/* clang-format off */
static const BreakRow rows[] = {
    { "empty",
      "", "m",
      "¶" },
    { "fits",
      "Er Østre Toten", "Er Østre Toten",
      "Er Østre Toten¶" },
    { "two lines",
      "en to tre fire fem", "en to tre fi",
      "en to tre ⏎fire fem¶" },
    { "blanks do not count",
      "en to    tre", "en to",
      "en to    ⏎tre¶" },
    { "line feed",
      "en⏎to", "mmmmmmmm",
      "en¶⏎to¶" },
    { "empty line",
      "en⏎⏎to", "mmmmmmmm",
      "en¶⏎¶⏎to¶" },
    { "line feed at the end",
      "en⏎", "mmmmmmmm",
      "en¶" },
    { "line feed first",
      "⏎en", "mmmmmmmm",
      "¶⏎en¶" },
    { "only a line feed",
      "⏎", "mmmmmmmm",
      "¶" },
    { "carriage return",
      "en\r⏎to", "mmmmmmmm",
      "en¶⏎to¶" },
    { "blanks alone",
      "   ", "m",
      "   ¶" },
    { "no orphan",
      "Kommunen har god oversikt nå.", "Kommunen har god oversikt",
      "Kommunen har god ⏎oversikt nå.¶" },
    { "orphan after few words",
      "Kommunens samfunnsutviklingsplan nå", "Kommunens samfunnsutviklingsplan",
      "Kommunens samfunnsutviklingsplan ⏎nå¶" },
    { "long last word",
      "Kommunen har god oversikt nåtildags.", "Kommunen har god oversikt",
      "Kommunen har god ⏎oversikt nåtildags.¶" },
    { "longer last word",
      "Alt teller for næringsutviklingen.", "Alt teller for næringsutvik",
      "Alt teller for ⏎næringsutviklingen.¶" },
    { "even over all lines", /* first fit: «av alle» on a line with «uventet» */
      "en to av alle uventet lange samfunnsutviklinger i det ganske land",
      "samfunnsutviklinger",
      "en to av alle ⏎uventet lange ⏎samfunnsutviklinger ⏎i det ganske land¶" },
    { "no short line at the end",
      "Det skaper uro for alle som skal bo her i by", "Det skaper uro for alle som skal bo her",
      "Det skaper uro for alle som skal bo ⏎her i by¶" },
    { "orphan of a first paragraph",
      "Kommunen har god oversikt nå.⏎Ja", "Kommunen har god oversikt",
      "Kommunen har god ⏎oversikt nå.¶⏎Ja¶" },
    { "word wider than the box",
      "en næringslivsundersøkelse", "næringsliv",
      "en ⏎nærings~⏎livsunder~⏎søkelse¶" },
    { "name wider than the box",
      "ved Sør-Varanger næringsforening", "næringsfo",
      "ved Sør-⏎Varanger ⏎nærings~⏎forening¶" },
    { "capitals wider than the box",
      "NÆRINGSFORENING", "NÆRINGSLIV",
      "NÆRINGSFO⏎RENING¶" },
    { "figures wider than the box",
      "næringsforening2024", "næringsforen",
      "næringsforen⏎ing2024¶" },
    { "clusters stay whole",
      "👍🏽👍🏽👍🏽", "👍🏽👍",
      "👍🏽👍🏽⏎👍🏽¶" },
    { "narrower than a letter",
      "abc", "",
      "a⏎b⏎c¶" },
    { "number and unit",
      "i alt 10 000 kr", "i alt 10 000",
      "i alt ⏎10 000 kr¶" },
    { "number and unit wider than the box",
      "10 000 000 kr", "000 000 k",
      "10 000 ⏎000 kr¶" },
    { "range",
      "se bilde 5–8 og 20", "se bilde 5–",
      "se ⏎bilde 5–8 ⏎og 20¶" },
    { "hyphen",
      "nærings- og sosialutvalg", "og sosialutvalg",
      "nærings- og ⏎sosialutvalg¶" },
    { "hyphen in a compound",
      "vel samfunns-utvikling", "vel samfunns-ut",
      "vel samfunns-⏎utvikling¶" },
    { "slash",
      "mellom avdelinger/etater", "mellom avdelinger/e",
      "mellom avdelinger/⏎etater¶" },
    { "soft hyphen",
      "vel samfunns\u00ADutvikling", "vel samfunns-ut",
      "vel samfunns~⏎utvikling¶" },
    { "the better of two soft hyphens",
      "sam\u00ADfunns\u00ADut\u00ADvik\u00ADling", "samfunnsutv",
      "samfunns~⏎utvikling¶" },
    { "soft hyphen without room for it",
      "vel samfunns\u00ADutvikling", "vel samfunns",
      "vel ⏎samfunns~⏎utvikling¶" },
    { "soft hyphen not needed",
      "sam\u00ADfunn", "samfunn",
      "samfunn¶" },
    { "symbols",
      "➢ ja 👍", "mmmmmmmmm",
      "➢| ja |👍¶" },
};

static const BreakRow balanced_rows[] = {
    { "balanced",
      "Er Østre Toten en næringsvennlig kommune?", "Er Østre Toten en næringsvennlig",
      "Er Østre Toten en ⏎næringsvennlig kommune?¶" },
    { "balanced, no word alone",
      "Er Vågå ein næringsvennleg kommune?", "Er Vågå ein næringsvennleg k",
      "Er Vågå ein ⏎næringsvennleg kommune?¶" },
    { "balanced, a word alone is worse",
      "Er Vågå ein næringsvennlig kommune?", "Er Vågå ein næringsvennlig komm",
      "Er Vågå ein ⏎næringsvennlig kommune?¶" },
    { "balanced, three lines",
      "Slik svarte de ansatte og politikerne om næringslivet i kommunen",
      "Slik svarte de ansatte og poli",
      "Slik svarte de ansatte ⏎og politikerne om ⏎næringslivet i kommunen¶" },
    { "balanced, one line",
      "Er Østre Toten", "Er Østre Toten en",
      "Er Østre Toten¶" },
    { "balanced divides no more words",
      "god samfunns\u00ADutvikling nå", "god samfunnsutvikling",
      "god ⏎samfunnsutvikling nå¶" },
    { "balanced, long word first",
      "Næringsutviklingsarbeid i dag og nå så bra", "Næringsutviklingsarbeid",
      "Næringsutviklingsarbeid ⏎i dag og nå så bra¶" },
};

static const BreakRow prose_rows[] = {
    { "hyphenated where a line is much too short",
      "Det er næringslivsundersøkelsen vi har sett på nå.", "Det er alle undersøk",
      "Det er næringslivs~⏎undersøkelsen vi ⏎har sett på nå.¶" },
    { "not where it is not",
      "Det er så mange forskjellige slike å se på her i byen.", "Det er så mange slike",
      "Det er så mange ⏎forskjellige slike å se ⏎på her i byen.¶" },
    { "a capital",
      "Det er Næringslivsundersøkelsen vi har sett på nå.", "Det er Næringslivsundersøk",
      "Det er ⏎Næringslivsundersøkelsen ⏎vi har sett på nå.¶" },
    { "the last word",
      "Det er næringslivsundersøkelsen.", "Det er Næringslivsundersøk",
      "Det er ⏎næringslivsundersøkelsen.¶" },
    { "the last word of a first paragraph",
      "Det er næringslivsundersøkelsen.⏎Ja, den.", "Det er Næringslivsundersøk",
      "Det er ⏎næringslivsundersøkelsen.¶⏎Ja, den.¶" },
    { "an address",
      "Se ordforer@kommunestyret.no eller en annen side nå.", "Se ordforer@kommunestyret.",
      "Se ⏎ordforer@kommunestyret.no ⏎eller en annen side nå.¶" },
    { "signs around the word",
      "Det er «næringslivsundersøkelsen», sier de til oss.", "Det er alle undersøk",
      "Det er «nærings~⏎livsundersøkelsen», ⏎sier de til oss.¶" },
};
/* clang-format on */

static Str show_line(Arena *arena, const TextLine *line)
{
    Buffer text = buffer_in(arena);
    for (int i = 0; i < line->fragment_count; i++) {
        if (i)
            buffer_char(&text, '|');
        buffer_str(&text, line->fragments[i].run.source);
    }
    if (line->ends_paragraph)
        buffer_c(&text, "¶");
    return str_replace(arena, buffer_text(&text), S("\u00AD"), S("~"));
}

static Str show(Arena *arena, const Paragraph *paragraph)
{
    Buffer text = buffer_in(arena);
    for (int i = 0; i < paragraph->line_count; i++) {
        if (i)
            buffer_c(&text, "⏎");
        buffer_str(&text, show_line(arena, &paragraph->lines[i]));
    }
    return buffer_text(&text);
}

static TextSpan span_of(Str text, TextStyle style)
{
    return (TextSpan){ .text = text, .style = style, .link = -1 };
}

static void check_rows(Fixture *fixture, const BreakRow *row, size_t count,
                       TextKind kind)
{
    for (; count > 0; count--, row++) {
        Str text = str_replace(fixture->arena, str_from_c(row->text), S("⏎"), S("\n"));
        TextSpan span = span_of(text, regular);
        double width =
            typesetter_width(fixture->typesetter, str_from_c(row->box), regular);
        ParagraphOptions options = { .width = width, .kind = kind };
        Paragraph got = typesetter_break(fixture->typesetter, &span, 1, options);
        expect_str(row->name, show(fixture->arena, &got), row->want);
    }
}

static void test_rows(void **state)
{
    check_rows(*state, rows, ROW_COUNT(rows), TEXT_LABEL);
    check_rows(*state, balanced_rows, ROW_COUNT(balanced_rows), TEXT_TITLE);
    check_rows(*state, prose_rows, ROW_COUNT(prose_rows), TEXT_PROSE);
}

/* Titles keep a name on one line where that takes no line more; other text does not. */
static void test_name(void **state)
{
    /* clang-format off */
    static const BreakRow titles[] = {
        { "the name is kept",
          "Hva er endret i Østre Toten siden 2024?", "Hva er endret i Østre Toten",
          "Hva er endret i ⏎Østre Toten siden 2024?¶" },
        { "at its beginning",
          "Østre Toten og alle de andre", "Østre Toten og",
          "Østre Toten og ⏎alle de andre¶" },
        { "not where that takes a line more",
          "Alle i Østre Toten svarte", "Toten svarte",
          "Alle i Østre ⏎Toten svarte¶" },
        { "nor where it is wider than the box",
          "Østre Toten", "Østre To",
          "Østre ⏎Toten¶" },
    };
    static const BreakRow labels[] = {
        { "in a label",
          "Et navn: Østre Toten", "Et navn: Østre T",
          "Et navn: Østre ⏎Toten¶" },
    };
    /* clang-format on */
    Fixture *fixture = *state;
    typesetter_keep(fixture->typesetter, S("Østre Toten"));
    check_rows(fixture, titles, ROW_COUNT(titles), TEXT_TITLE);
    check_rows(fixture, labels, ROW_COUNT(labels), TEXT_LABEL);
}

/* No break is invented, and no letter lost, where spans meet. */
static void test_spans(void **state)
{
    Fixture *fixture = *state;
    TextStyle bold = { .role = FONT_BOLD, .size = 20 };
    TextStyle small = { .role = FONT_REGULAR, .size = 10 };
    TextSpan spans[] = { span_of(S("Om sam"), regular), span_of(S("funn"), bold),
                         span_of(S("2"), small), span_of(S(" og land"), regular) };
    ParagraphOptions options = { .width = typesetter_width(fixture->typesetter,
                                                           S("Om samfun"), regular) };
    Paragraph got = typesetter_break(fixture->typesetter, spans, 4, options);
    expect_str("spans", show(fixture->arena, &got), "Om ⏎sam|funn|2| ⏎og land¶");
    const TextLine *line = &got.lines[1];
    double x = 0;
    for (int i = 0; i < line->fragment_count; i++) {
        const Fragment *fragment = &line->fragments[i];
        assert_int_equal(fragment->span, i);
        assert_ptr_equal(fragment->run.face,
                         fixture->fonts.roles[fragment->style.role]);
        assert_true(fragment->run.size == spans[i].style.size);
        assert_true(fabs(fragment->x - x) < 1e-9);
        x += fragment->run.width;
    }
    double blank = typesetter_width(fixture->typesetter, S(" "), regular);
    assert_true(fabs(line->width + blank - x) < 1e-9);
}

static void test_line(void **state)
{
    Fixture *fixture = *state;
    TextSpan spans[] = { span_of(S("en\nto "), regular), span_of(S("tre"), regular) };
    TextLine line = typesetter_line(fixture->typesetter, spans, 2);
    expect_str("line", show_line(fixture->arena, &line), "en to |tre¶");
    double width = typesetter_width(fixture->typesetter, S("en to tre"), regular);
    assert_true(fabs(line.width - width) < 1e-6);
    line = typesetter_line(fixture->typesetter, spans, 0);
    assert_int_equal(line.fragment_count, 0);
    assert_true(line.width == 0.0);
}

static void test_width(void **state)
{
    Typesetter *typesetter = ((Fixture *)*state)->typesetter;
    TextStyle large = regular, wide = regular;
    large.size = 40;
    wide.tracking = 100;
    double width = typesetter_width(typesetter, S("offisiell "), regular);
    assert_true(fabs(typesetter_width(typesetter, S("offisiell "), large) - 2 * width) <
                1e-9);
    /* ten letters, each a tenth of the size further apart, and no ligature */
    assert_true(fabs(typesetter_width(typesetter, S("hamarring "), wide) -
                     typesetter_width(typesetter, S("hamarring "), regular) - 20) <
                1e-9);
    TextSpan span = span_of(S("ffi"), wide);
    TextLine line = typesetter_line(typesetter, &span, 1);
    assert_int_equal(line.fragments[0].run.glyph_count, 3);
    assert_true(fabs(line.width - line.fragments[0].run.width) < 1e-9);
}

/* Clusters count from the beginning of their own run. */
static void test_clusters(void **state)
{
    Fixture *fixture = *state;
    TextSpan span = span_of(S("på ny 👍 æ sam\u00ADfunn \u0301q"), regular);
    TextLine line = typesetter_line(fixture->typesetter, &span, 1);
    static const struct {
        const char *source;
        uint32_t clusters[16];
    } want[] = {
        {"på ny ",              { 0, 1, 3, 4, 5, 6 }                         },
        { "👍",                { 0 }                                        },
        { " æ samfunn \u0301q", { 0, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 11, 14 }},
    };
    assert_int_equal(line.fragment_count, 3);
    for (int i = 0; i < 3; i++) {
        const GlyphRun *run = &line.fragments[i].run;
        expect_str("source", run->source, want[i].source);
        for (int g = 0; g < run->glyph_count; g++)
            expect_int(want[i].source, run->glyphs[g].cluster, want[i].clusters[g]);
    }
}

static void test_missing(void **state)
{
    Fixture *fixture = *state;
    TextSpan spans[] = { span_of(S("漢 og 漢字 "), regular),
                         span_of(S("字"), regular) };
    spans[0].place = (Place){ .line = 3, .column = 5 };
    spans[1].place = (Place){ .line = 4, .column = 1 };
    static const char *const want =
        "3:5: no font has the characters \"漢\" (U+6F22), \"字\" (U+5B57); each is "
        "printed as \"\uFFFD\"\n"
        "  write it otherwise, or name a font that has it as a fallback\n"
        "4:1: no font has the character \"字\" (U+5B57); it is printed as \"\uFFFD\"\n"
        "  write it otherwise, or name a font that has it as a fallback\n";
    for (int i = 0; i < 2; i++)
        typesetter_line(fixture->typesetter, spans, 2);
    expect_str("once", messages_text(fixture->arena, &fixture->diags), want);

    /* Composed again, from shaped words that are kept, it is said again. */
    Diags again = diags_in(fixture->arena);
    typesetter_use(fixture->typesetter, fixture->arena, &again);
    typesetter_line(fixture->typesetter, spans, 2);
    expect_str("again", messages_text(fixture->arena, &again), want);
}

/* ---- what holds for every text ---- */

static const char *const morsels[] = {
    "kommune",
    "næringslivsundersøkelse",
    "i",
    "e-post",
    "og/eller",
    "AVTA",
    "5–8",
    "30 %",
    "10 000",
    " ",
    "  ",
    "\n",
    "\t",
    "\r\n",
    "👍🏽",
    "👩\u200D🎓",
    "1\uFE0F⃣",
    "❤\uFE0F",
    "🇳🇴",
    "e\u0301",
    "\u0301",
    "\u00AD",
    "sam\u00ADfunn",
    "\u200B",
    "\u2060",
    "-",
    "–",
    " – ",
    "«",
    "»",
    "漢",
    "\x01",
    "➢",
    "\u00A0",
    "ffi",
    ".",
    ",",
    "שלום",
    "a\u2028b",
};

static unsigned next_random(unsigned *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static Str random_text(Arena *arena, unsigned *seed)
{
    Buffer text = buffer_in(arena);
    for (unsigned count = next_random(seed) % 12; count > 0; count--) {
        buffer_c(&text, morsels[next_random(seed) % ROW_COUNT(morsels)]);
        if (next_random(seed) % 2)
            buffer_char(&text, ' ');
    }
    return buffer_text(&text);
}

/* All that is printed, without what may differ between one line and many. */
static Str letters_of(Arena *arena, const Paragraph *paragraph)
{
    Buffer text = buffer_in(arena);
    for (int i = 0; i < paragraph->line_count; i++)
        for (int f = 0; f < paragraph->lines[i].fragment_count; f++)
            buffer_str(&text, paragraph->lines[i].fragments[f].run.source);
    Str shown = str_replace(arena, buffer_text(&text), S("\u00AD"), S(""));
    return str_replace(arena, shown, S(" "), S(""));
}

static void check_run(const GlyphRun *run)
{
    double width = 0;
    for (int i = 0; i < run->glyph_count; i++) {
        const Glyph *glyph = &run->glyphs[i];
        assert_true(glyph->id > 0 && glyph->id < run->face->glyph_count);
        assert_true(glyph->cluster < run->source.len);
        assert_int_not_equal(run->source.at[glyph->cluster] & 0xC0, 0x80);
        width += (double)glyph->advance * run->size / 1000;
    }
    assert_int_equal(utf8_check(run->source), run->source.len);
    assert_true(fabs(width - run->width) < 1e-6);
}

/* Two stand for one when a sequence is printed by its parts. */
static bool is_one_cluster(Arena *arena, const TextLine *line)
{
    Str text = str_replace(arena, show_line(arena, line), S("|"), S(""));
    text = str_trim(str_replace(arena, text, S("¶"), S("")));
    const bool *begins = unicode_graphemes(arena, text);
    int count = 0;
    for (size_t i = 0; i < text.len; i++)
        count += begins[i];
    return count <= 2;
}

/* Side by side from 0 on, in whatever order they read. */
static void check_places(const TextLine *line, double width)
{
    double x = 0;
    for (int placed = 0; placed < line->fragment_count && x < width - 1e-6; placed++) {
        int next = 0;
        while (next < line->fragment_count &&
               (fabs(line->fragments[next].x - x) > 1e-6 ||
                line->fragments[next].run.width < 1e-6))
            next++;
        assert_int_not_equal(next, line->fragment_count);
        x += line->fragments[next].run.width;
    }
    assert_true(fabs(x - width) < 1e-6);
}

static void check_line(Arena *arena, const TextLine *line, double box)
{
    double x = 0;
    for (int i = 0; i < line->fragment_count; i++) {
        check_run(&line->fragments[i].run);
        x += line->fragments[i].run.width;
    }
    check_places(line, x);
    assert_true(line->width <= x + 1e-6);
    assert_true(line->width <= box + 1e-6 || is_one_cluster(arena, line));
}

static void test_properties(void **state)
{
    Fixture *fixture = *state;
    unsigned seed = 2024;
    for (int i = 0; i < 4000; i++) {
        TextStyle styles[2] = {
            regular, {.role = FONT_BOLD, .size = 14}
        };
        TextSpan spans[3];
        for (int s = 0; s < 3; s++)
            spans[s] = span_of(random_text(fixture->arena, &seed),
                               styles[next_random(&seed) % 2]);
        ParagraphOptions options = { .width = next_random(&seed) % 300,
                                     .kind = (TextKind)(next_random(&seed) % 3) };
        Paragraph got = typesetter_break(fixture->typesetter, spans, 3, options);
        for (int l = 0; l < got.line_count; l++)
            check_line(fixture->arena, &got.lines[l], options.width);
        assert_true(got.lines[got.line_count - 1].ends_paragraph);
        TextLine line = typesetter_line(fixture->typesetter, spans, 3);
        Paragraph whole = { .lines = &line, .line_count = 1 };
        Str want = letters_of(fixture->arena, &whole);
        expect_str("letters", letters_of(fixture->arena, &got),
                   str_c(fixture->arena, want));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_rows, setup, teardown),
        cmocka_unit_test_setup_teardown(test_name, setup, teardown),
        cmocka_unit_test_setup_teardown(test_spans, setup, teardown),
        cmocka_unit_test_setup_teardown(test_line, setup, teardown),
        cmocka_unit_test_setup_teardown(test_width, setup, teardown),
        cmocka_unit_test_setup_teardown(test_clusters, setup, teardown),
        cmocka_unit_test_setup_teardown(test_missing, setup, teardown),
        cmocka_unit_test_setup_teardown(test_properties, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
