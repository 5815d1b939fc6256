/* sample_fonts.h - the faces of fonts/ for tests that set text. */
#ifndef UNIT_SAMPLE_FONTS_H
#define UNIT_SAMPLE_FONTS_H
#include "text/face.h"

static inline Face *sample_face(Arena *arena, const char *name, Diags *diags)
{
    Str path = str_format(arena, "fonts/%s.ttf", name);
    return face_open(arena, path, (Place){ .line = 0 }, diags);
}

static inline Fonts sample_fonts(Arena *arena, Diags *diags)
{
    return (Fonts){
        .roles = {sample_face(arena,       "SourceSans3-Regular", diags),
                  sample_face(arena,                     "SourceSans3-It", diags),
                  sample_face(arena, "SourceSans3-Semibold", diags),
                  sample_face(arena, "SourceSans3-Bold", diags) },
        .fallbacks = { sample_face(arena, "DejaVuSans-Symbols",                diags),
                  sample_face(arena, "NotoEmoji-Common",           diags)               },
        .fallback_count = 2,
    };
}

static inline void sample_fonts_close(Fonts *fonts)
{
    for (int i = 0; i < FONT_ROLE_COUNT; i++)
        face_close((Face *)fonts->roles[i]);
    for (int i = 0; i < fonts->fallback_count; i++)
        face_close((Face *)fonts->fallbacks[i]);
}

#endif
