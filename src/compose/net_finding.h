/* net_finding.h - what a net score shows, in a sentence or two: as finding.h does it
 * for means. Clear is what figure_mark calls so. */
#ifndef COMPOSE_NET_FINDING_H
#define COMPOSE_NET_FINDING_H
#include "compose/finding.h"

/* The most remarkable of the change, the distance to the region and the gap between two
 * groups; what is alike where nothing differs. Empty when there is nothing to say. */
Str net_finding_sentence(SlideContext *context, int statement, FindingCompare compare);

/* «Alle: nettoscore −30 …, snitt 6,4 (189 svar). I 2024: −43. Regionen samlet: −31.» */
Str net_finding_detail(SlideContext *context, int statement, FindingCompare compare);

#endif
