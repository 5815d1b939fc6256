/* pdf_check.h - what PDF/A-2a and PDF/UA-1 ask that only the deck can meet: pages are
 * checked before a byte is written, so that a fault points at a line of the layout.
 * CONFORMANCE.md lists the clauses. */
#ifndef RENDER_PDF_CHECK_H
#define RENDER_PDF_CHECK_H
#include "compose/page.h"

/* False when it reported an error. */
bool pdf_check(const Deck *deck, Diags *diags);

#endif
