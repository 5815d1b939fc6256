/* finding.h - what a chart shows, in sentences that its figures support.
 * Only what is shown is spoken of, and only what clears the rule for marks (see
 * figure_mark) is called higher or lower. */
#ifndef COMPOSE_FINDING_H
#define COMPOSE_FINDING_H
#include "compose/slide.h"

/* What a slide sets its statement beside. */
typedef struct FindingCompare {
    bool with_previous, with_region;
    bool without_groups; /* no sentence about differences between groups */
} FindingCompare;

/* What `compare:` names: previous, region, or both. False with an error for another. */
bool finding_read_compare(SlideContext *context, const StrList *list,
                          FindingCompare *out);

/* One or two sentences about what is most remarkable: a clear change since the round
 * before (of all together, else of single groups), a clear distance to the region, the
 * widest clear gap between groups. They are weighed in the least differences that are
 * marked; a gap between groups counts a fourth, as groups nearly always differ. Where
 * nothing is clear, one sentence says so. Phrases alternate with the statement's place
 * in the questionnaire. Empty when there is nothing to say. */
Str finding_sentence(SlideContext *context, int statement, FindingCompare compare);

/* What a slide about a statement says below its chart: the author's own sentence, the
 * program's (`auto`), or an empty text (`none`). False with errors. */
bool finding_text(SlideContext *context, Wording finding, FindingCompare compare,
                  Str *out);

/* All groups together: mean, agreement, answers; then the round before and the region.
 */
Str finding_detail(SlideContext *context, int statement, FindingCompare compare);

#endif
