/* finding.h - what a chart shows, in sentences that its figures support.
 * Only what is shown is spoken of, and only what clears the rule for marks (see
 * figure_mark) is called higher or lower. */
#ifndef COMPOSE_FINDING_H
#define COMPOSE_FINDING_H
#include "compose/claim.h"

/* What a slide sets its statement beside. */
typedef struct FindingCompare {
    bool with_previous, with_region;
    bool without_groups; /* no sentence about differences between groups */
    bool is_brief;       /* one sentence of one line: there is no room for two */
    bool is_net;         /* of the net score instead of the mean */
} FindingCompare;

/* What `compare:` may name, for its row in a slide's schema. */
extern const char *const finding_comparisons[];

/* What `compare:` names: previous, region, or both. False with an error for another. */
bool finding_read_compare(SlideContext *context, const StrList *list,
                          FindingCompare *out);

/* What was said so far in the deck: `struct` where a slide points to it. The topics and
 * claims are those of claim.h. */
typedef struct FindingMemory {
    int count;                /* findings */
    int said_at[TOPIC_COUNT]; /* by topic: the last finding about it, from 1 */
    int made_at[CLAIM_COUNT]; /* by claim: the last finding that made it */
    int uses[CLAIM_COUNT];    /* by claim: the phrase whose turn it is */
    WordId opening; /* the phrase that the last finding begins with, if there is one */
} FindingMemory;

/* One or two sentences about what is most remarkable (claim.h): a clear change since
 * the round before, of all together, else of single groups; a clear distance to the
 * region, or the first or last place in it; the highest or lowest mean of the
 * statements, or the most «don't know»; a clear majority, clearly more on one side, or
 * as many on both; the widest clear gap between groups, a group apart from all others.
 * They are weighed in the least differences that are marked; a gap between groups
 * counts a fourth, as groups nearly always differ, and what the slides before spoke of
 * counts less, so that a deck does not say the same on every page. Phrases take turns.
 * Where nothing is clear, one sentence says so. Empty when there is nothing to say. */
Str finding_sentence(SlideContext *context, int statement, FindingCompare compare);

/* What a slide about a statement says below its chart: the author's own text, the
 * program's sentence (`auto`), or an empty text (`none`). False with errors. */
bool finding_text(SlideContext *context, Wording finding, FindingCompare compare,
                  Str *out);

/* All groups together: mean and agreement, or net score and mean, and answers; then the
 * round before and the region. */
Str finding_detail(SlideContext *context, int statement, FindingCompare compare);

#endif
