/* icc.h - the colour profile that a picture carries (ICC.1:2004-10). A picture in
 * another colour space than sRGB takes it along into the PDF. */
#ifndef BASE_ICC_H
#define BASE_ICC_H
#include "base/str.h"

/* NULL when the profile serves for pictures of so many components, 1 or 3 (ISO 19005-2,
 * 6.2.4.2); else why not, in a few words. */
const char *icc_fault(Str profile, int component_count);

/* Of a profile without fault: 1 or 3. */
int icc_component_count(Str profile);

/* Whether its colours are those of sRGB (IEC 61966-2-1), which needs no profile: it
 * says so and has its primaries. */
bool icc_is_srgb(Str profile);

#endif
