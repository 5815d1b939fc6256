#include "survey/description.h"

typedef struct Settling {
    Arena *arena;
    Str language, fallback;
    Diags *diags;
    bool is_good;
} Settling;

/* The arrays of a description are const to those who read it; this is still its making,
 * now that the deck's language is known. */
static void settle(Settling *settling, const Wording *wording)
{
    settling->is_good &=
        wording_settle(settling->arena, (Wording *)wording, settling->language,
                       settling->fallback, settling->diags);
}

static void settle_statements(Settling *settling, const Description *description)
{
    for (int i = 0; i < description->section_count; i++)
        settle(settling, &description->sections[i].name);
    for (int i = 0; i < description->statement_count; i++) {
        const Statement *statement = &description->statements[i];
        settle(settling, &statement->text);
        settle(settling, &statement->label);
        settle(settling, &statement->reason);
    }
}

static void settle_scale(Settling *settling, const Scale *scale)
{
    for (int i = 0; i < scale->step_count; i++) {
        settle(settling, &scale->labels[i]);
        settle(settling, &scale->short_labels[i]);
    }
}

bool description_settle(Arena *arena, Description *description, Str language,
                        Str fallback, Diags *diags)
{
    Settling settling = { arena, language, fallback, diags, true };
    settle(&settling, &description->name);
    settle(&settling, &description->region);
    settle(&settling, &description->override);
    settle(&settling, &description->note);
    for (int i = 0; i < description->scale_count; i++)
        settle_scale(&settling, &description->scales[i]);
    for (int i = 0; i < description->group_count; i++) {
        settle(&settling, &description->groups[i].name);
        settle(&settling, &description->groups[i].among);
    }
    settle_statements(&settling, description);
    for (int i = 0; i < description->question_count; i++) {
        settle(&settling, &description->questions[i].text);
        settle(&settling, &description->questions[i].label);
    }
    for (int i = 0; i < description->theme_count; i++)
        settle(&settling, &description->themes[i].name);
    return settling.is_good;
}
