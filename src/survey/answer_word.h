/* answer_word.h - the answers that survey tools offer on their scales, in bokmål,
 * nynorsk and English: which words mean the same, and in what order they stand. */
#ifndef SURVEY_ANSWER_WORD_H
#define SURVEY_ANSWER_WORD_H
#include "base/str.h"

typedef enum AnswerFamily {
    FAMILY_UNSURE,  /* «Vet ikke»: asked, and outside the 100 % */
    FAMILY_MISSING, /* «Ikke relevant», -9: no answer */
    FAMILY_AGREEMENT,
    FAMILY_SATISFACTION,
    FAMILY_QUALITY,
    FAMILY_EXTENT,
    FAMILY_FREQUENCY,
    FAMILY_LIKELIHOOD,
    FAMILY_YES_NO,
} AnswerFamily;

enum { ANSWER_LANGUAGES = 3, ANSWER_SPELLINGS = 9 };

typedef struct AnswerWord {
    AnswerFamily family;
    int rank; /* within the family, from the least */
    /* The first three: bokmål, nynorsk, English; then others; NULL behind the last. */
    const char *spellings[ANSWER_SPELLINGS];
} AnswerWord;

/* The word that a text is, or NULL: white space, case and underlines make no
 * difference, nor does a number before it («1 – Helt uenig»). */
const AnswerWord *answer_word_find(Arena *scratch, Str text);

#endif
