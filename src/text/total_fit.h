/* total_fit.h - the breaks that are best for the whole paragraph. */
#ifndef TEXT_TOTAL_FIT_H
#define TEXT_TOTAL_FIT_H
#include "text/rows.h"

/* The fewest rows that the text needs in setting->width, and of all ways to break it
 * into them the one whose rows are most even: the last as well in a title, elsewhere it
 * may be shorter, but not one word alone where that can be helped. setting->breaks must
 * be there. False, and nothing in *out, when something is wider than the box. */
bool total_fit(const Setting *setting, TextKind kind, Rows *out);

#endif
