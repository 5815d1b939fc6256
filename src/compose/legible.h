/* legible.h - whether a composed deck can be read: what no validator of PDF/UA looks
 * at. Every text on every page is held against what is painted under it. */
#ifndef COMPOSE_LEGIBLE_H
#define COMPOSE_LEGIBLE_H
#include "compose/page.h"
#include "layout/theme.h"

/* Reports, with the text, the page and the layout's line:
 * - text below the medium's floor;
 * - text whose contrast with its ground is below 4.5:1, or 3:1 from 18 points and from
 *   14 in bold (WCAG 2.1, 1.4.3);
 * - text on a picture, whose ground is not known, and text that something is painted
 *   over;
 * - texts that stand on each other.
 * False when there was any. */
bool legible_check(const Deck *deck, const Medium *medium, Diags *diags);

#endif
