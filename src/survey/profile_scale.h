/* profile_scale.h - the scales of an export, found by the answers that its columns have
 * in common. */
#ifndef SURVEY_PROFILE_SCALE_H
#define SURVEY_PROFILE_SCALE_H
#include "survey/profile.h"

/* Fills in the profile's scales, and of each column of kind COLUMN_SCALE which. */
void profile_find_scales(Arena *arena, Profile *profile);

/* The answer that a heading of a counted export names: «helt_enig_pst»; or NULL. */
const AnswerWord *profile_share_word(Arena *scratch, Str heading);

/* Of a counted export: puts the heading of a share where it belongs on the scale. */
void profile_add_heading(Arena *arena, ProfileScale *scale, Str heading);

/* The scale that most columns have, or -1. */
int profile_main_scale(const Profile *profile);

#endif
