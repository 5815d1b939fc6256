#include "command/deck.h"

#include "base/file.h"
#include "compose/handout.h"
#include "render/pdf.h"

/* --survey: a description, or an export for the description that the layout names. */
static bool read_description(DeckRun *run, const Options *options)
{
    Place place = run->layout.survey_place;
    Str path = run->layout.survey_path, export_path = { 0 };
    Place command_line = { .file = S("--survey") };
    if (options_name_description(options)) {
        path = options->survey;
        place = command_line;
    } else {
        export_path = options->survey;
    }
    if (!description_read(run->arena, path, place, &run->description, run->diags))
        return false;
    if (export_path.len) {
        run->description.export =
            (SourceOptions){ .path = export_path, .from = command_line };
        run->description.theme_table = (ThemeTable){ 0 }; /* of the other export */
    }
    return true;
}

static bool read_round(DeckRun *run, const Description *description, Register *reg,
                       Survey *survey)
{
    return register_read(run->arena, description, reg, run->diags) &&
           survey_read(run->arena, description, reg, survey, run->diags);
}

bool deck_read_previous_description(DeckRun *run)
{
    const Description *description = &run->description;
    run->has_previous = description->previous_path.len > 0;
    if (!run->has_previous)
        return true;
    if (!description_read(run->arena, description->previous_path,
                          description->previous_place, &run->previous_description,
                          run->diags))
        return false;
    description_share_limits(&run->description, &run->previous_description);
    if (!str_equal(run->previous_description.round, description->round))
        return true;
    diag_error(run->diags, description->previous_place,
               "the previous round is \"%.*s\", as this one is",
               STR_ARG(description->round));
    diag_hint(run->diags, "name the description of the round before");
    return false;
}

bool deck_read_surveys(DeckRun *run)
{
    return read_round(run, &run->description, &run->reg, &run->survey) &&
           deck_read_previous_description(run) &&
           (!run->has_previous || read_round(run, &run->previous_description,
                                             &run->previous_reg, &run->previous));
}

static void suggest_unit(DeckRun *run, Str name)
{
    int count = run->reg.unit_count;
    Str *names = arena_array(run->arena, (size_t)count, sizeof *names);
    for (int i = 0; i < count; i++)
        names[i] = run->reg.units[i].name;
    Str nearest = str_nearest(run->arena, name, names, count);
    if (nearest.len)
        diag_hint(run->diags, "did you mean \"%.*s\"?", STR_ARG(nearest));
    else
        diag_hint(run->diags, "the units are in %.*s",
                  STR_ARG(run->description.register_table.source.path.len
                              ? run->description.register_table.source.path
                              : run->description.export.path));
}

bool *deck_with_respondents(Arena *arena, const Survey *survey)
{
    int count = survey->reg->unit_count;
    bool *has_respondents = arena_array(arena, (size_t)count, sizeof *has_respondents);
    for (int i = 0; i < count && survey->counted; i++)
        has_respondents[i] = survey->counted[i].cells != NULL;
    for (int i = 0; i < survey->respondent_count && !survey->counted; i++)
        has_respondents[survey->units[i]] = true;
    return has_respondents;
}

int deck_find_unit(DeckRun *run, Str name, Place place)
{
    int unit = register_find(&run->reg, name);
    if (unit == REGISTER_SEVERAL) {
        register_refuse_several(&run->reg, name, place, run->diags);
    } else if (unit < 0) {
        diag_error(run->diags, place, "there is no unit \"%.*s\" in the register",
                   STR_ARG(name));
        suggest_unit(run, name);
    }
    return unit;
}

/* The unit's index in the register, or -1 with an error. */
static int choose_unit(DeckRun *run, const Options *options)
{
    Str name = options->unit.len ? options->unit : run->layout.unit;
    Place place =
        options->unit.len ? (Place){ .file = S("--unit") } : run->layout.unit_place;
    if (!name.len && run->reg.unit_count == 1)
        return 0;
    if (!name.len) {
        diag_error(run->diags, (Place){ .file = run->layout.path },
                   "no unit is chosen that the deck is to be about");
        diag_hint(run->diags, "give `--unit NAME`, or `unit:` under `deck:`");
        return -1;
    }
    int unit = deck_find_unit(run, name, place);
    if (unit >= 0 && !deck_with_respondents(run->arena, &run->survey)[unit]) {
        diag_error(run->diags, place,
                   "nobody answered for the unit \"%.*s\" in this round",
                   STR_ARG(name));
        diag_hint(run->diags, "choose a unit that took part in %.*s",
                  STR_ARG(run->description.round));
        unit = -1;
    }
    return unit;
}

/* --language, else the unit's written form, else the layout's language, else nb. */
static Str choose_language(const DeckRun *run, const Options *options)
{
    return options->language.len          ? options->language
           : run->slice.unit.language.len ? run->slice.unit.language
           : run->layout.language.len     ? run->layout.language
                                          : S("nb");
}

static bool read_words(DeckRun *run, const Options *options, Diags *diags)
{
    bool is_of_layout = !options->language.len && !run->slice.unit.language.len;
    Place place = { .file = S("--language") };
    if (is_of_layout)
        place = run->layout.language_place;
    return words_read(run->arena, run->language, place, &run->words, diags) &&
           description_settle(run->arena, &run->description, run->language,
                              run->layout.fallback, diags);
}

/* Words and texts in the deck's language, which may be those of the deck before: what
 * was said of them is said of each deck. */
static bool use_language(DeckRun *run, const Options *options)
{
    Str language = choose_language(run, options);
    if (!run->has_words || !str_equal(run->language, language)) {
        run->language = language;
        run->language_diags = diags_in(run->arena);
        run->has_words = read_words(run, options, &run->language_diags);
        if (run->typesetter)
            typesetter_free(run->typesetter);
        run->typesetter = NULL;
    }
    diag_append(run->diags, &run->language_diags);
    return run->has_words;
}

static const Face *open_face(DeckRun *run, Str path, Place place)
{
    Face *face = face_open(run->arena, path, place, run->diags);
    if (face)
        run->faces[run->face_count++] = face;
    return face;
}

static void close_faces(DeckRun *run)
{
    for (int i = 0; i < run->face_count; i++)
        face_close(run->faces[i]);
    run->face_count = run->fonts.fallback_count = 0;
    run->has_fonts = false;
}

static bool open_fonts(DeckRun *run)
{
    if (run->has_fonts)
        return true;
    bool is_good = true;
    close_faces(run);
    for (int i = 0; i < FONT_ROLE_COUNT; i++) {
        run->fonts.roles[i] =
            open_face(run, run->theme.fonts[i], run->theme.font_places[i]);
        is_good &= run->fonts.roles[i] != NULL;
    }
    for (int i = 0; i < run->theme.fallbacks.count && i < FONT_FALLBACK_MAX; i++) {
        const Face *face =
            open_face(run, run->theme.fallbacks.at[i], run->theme.fallbacks.places[i]);
        is_good &= face != NULL;
        if (face)
            run->fonts.fallbacks[run->fonts.fallback_count++] = face;
    }
    run->has_fonts = is_good;
    return is_good;
}

/* A private copy of what the deck may know; the surveys are not used any more. */
bool deck_cut_slice(DeckRun *run, const Options *options)
{
    int unit = choose_unit(run, options);
    if (unit < 0)
        return false;
    const Survey *previous = run->has_previous ? &run->previous : NULL;
    const Plan *plan = plan_make(run->arena, &run->survey, previous);
    slice_cut(run->arena, plan, &run->survey, previous, unit,
              run->layout.shows_other_units, &run->slice);
    return true;
}

/* The layout's logo wins over the theme's. */
static void take_logo(Layout *layout, const Theme *theme)
{
    if (layout->logo.len > 0)
        return;
    layout->logo = theme->logo;
    layout->logo_place = theme->logo_place;
}

bool deck_prepare(DeckRun *run, const Options *options)
{
    LayoutKinds kinds = compose_kinds();
    Arena *arena = run->arena;
    Diags *diags = run->diags;
    return layout_read(arena, options->layout, kinds, options->settings.at,
                       options->settings.count, &run->layout, diags) &&
           read_description(run, options) &&
           layout_resolve(arena, &run->layout, kinds, &run->description, diags) &&
           scope_check(arena, &run->layout, &run->description, diags) &&
           theme_read(arena, run->layout.theme, run->layout.theme_place, &run->theme,
                      diags);
}

/* The sheets take the deck's place. */
static bool compose_handout(DeckRun *run, const HandoutForm *form)
{
    HandoutInput input = { .form = form,
                           .palette = &run->theme.palette,
                           .typesetter = run->typesetter,
                           .words = &run->words,
                           .place = { .file = run->layout.path } };
    Deck slides = run->deck;
    return handout_compose(&input, &slides, &run->deck, run->diags);
}

/* Into an arena of its own; as a deck when there is no form. */
static bool compose_pages(DeckRun *run, const HandoutForm *form)
{
    bool is_for_paper = form && form->slides == 0;
    const Theme *theme = &run->theme;
    ComposeInput input = { .layout = &run->layout,
                           .slice = &run->slice,
                           .words = &run->words,
                           .medium = is_for_paper ? &theme->paper : &theme->screen,
                           .numbered = form ? &theme->screen : NULL,
                           .typesetter = run->typesetter,
                           .pictures = &run->pictures,
                           .language = run->language,
                           .is_handout = form != NULL };
    run->deck_arena = arena_new_large();
    return compose_deck(run->deck_arena, &input, &run->deck, run->diags) &&
           (!form || is_for_paper || compose_handout(run, form));
}

bool deck_compose_slice(DeckRun *run, const Options *options)
{
    if (!use_language(run, options) ||
        !theme_dress(&run->theme, &run->slice.unit, run->diags) || !open_fonts(run))
        return false;
    if (options->is_grey)
        theme_use_grey(&run->theme);
    take_logo(&run->layout, &run->theme);
    if (!run->typesetter)
        run->typesetter =
            typesetter_new(run->arena, &run->fonts, run->language, run->diags);
    run->pictures = (Pictures){ .arena = run->arena };
    return compose_pages(run, options->form);
}

void deck_warm(DeckRun *run, const Options *options)
{
    Diags *diags = run->diags;
    Arena *scratch = arena_new();
    Diags unheard = diags_in(scratch);
    Str bytes;
    run->diags = &unheard;
    slice_blank(scratch, &run->description, &run->slice);
    if (deck_compose_slice(run, options))
        pdf_write(scratch, &run->deck, &bytes, &unheard);
    arena_free(run->deck_arena);
    arena_free(scratch);
    run->deck_arena = NULL;
    run->deck = (Deck){ 0 };
    run->slice = (Slice){ 0 };
    run->diags = diags;
}

bool deck_compose_again(DeckRun *run, const HandoutForm *form, bool is_grey)
{
    if (is_grey)
        theme_use_grey(&run->theme);
    arena_free(run->deck_arena);
    run->deck = (Deck){ 0 };
    return compose_pages(run, form);
}

bool deck_compose(DeckRun *run, const Options *options)
{
    return deck_prepare(run, options) && deck_read_surveys(run) &&
           deck_cut_slice(run, options) && deck_compose_slice(run, options);
}

void deck_close(DeckRun *run)
{
    if (run->typesetter)
        typesetter_free(run->typesetter);
    close_faces(run);
    arena_free(run->deck_arena);
}
