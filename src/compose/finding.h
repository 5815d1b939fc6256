/* finding.h - what a chart shows, in a sentence that its figures support. */
#ifndef COMPOSE_FINDING_H
#define COMPOSE_FINDING_H
#include "compose/slide.h"

/* Who agrees least and most: «Enigheten er minst blant gründerne (26 %) og størst blant
 * de ansatte (51 %).» Where the printed shares are equal it says so; hidden groups are
 * never spoken of. Empty when no group is shown. */
Str finding_sentence(SlideContext *context, int statement);

/* What a slide about a statement says below its chart: the author's own sentence, the
 * program's (`auto`), or an empty text (`none`). False with errors. */
bool finding_text(SlideContext *context, Wording finding, Str *out);

typedef struct FindingCompare {
    bool with_previous, with_region;
} FindingCompare;

/* All groups together: mean, agreement, answers; then the round before and the region.
 */
Str finding_detail(SlideContext *context, int statement, FindingCompare compare);

#endif
