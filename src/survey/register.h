/* register.h - the units of a survey: number, name, written form, logo, colours, and
 * how many were invited, from two tables (CSV) that the description names. Without a
 * table the units are those that the export names; without a column for them there is
 * one, named as the survey. */
#ifndef SURVEY_REGISTER_H
#define SURVEY_REGISTER_H
#include "base/colour.h"
#include "survey/description.h"

/* A colour that takes the place of one of the theme's. */
typedef struct UnitColour {
    Str text; /* as it is written; empty: the theme's */
    Colour value;
    Place place;
} UnitColour;

typedef struct Unit {
    Str number;   /* "3442" */
    Str name;     /* "Østre Toten" */
    Str language; /* written form: "nb", "nn", or empty for neutral */
    Str logo;     /* path; empty: none of its own */
    Place logo_place;
    UnitColour brand, accent;
    /* invited[group] in this round, -1 where unknown */
    int invited[GROUP_MAX];
} Unit;

typedef struct Register {
    Unit *units;
    int unit_count;
    Place (*invited_places)[GROUP_MAX]; /* by unit and group: of the number invited */
} Register;

/* Units in the order of the register's table, or of the export. */
bool register_read(Arena *arena, const Description *description, Register *out,
                   Diags *diags);

/* By its number, or by a name that no other has: in Norway there are two Våler. Below 0
 * when there is none. */
enum { REGISTER_NONE = -1, REGISTER_SEVERAL = -2 };
int register_find(const Register *reg, Str name_or_number);
/* The error for a name that several have: it asks for one of their numbers. */
void register_refuse_several(const Register *reg, Str name, Place place, Diags *diags);

/* Index of the unit, or group, that a cell of a table means; -1 with an error at the
 * cell, which suggests the nearest. */
int register_read_unit(const Register *reg, Str text, Place place, Diags *diags);
int register_read_group(const Description *description, Str text, Place place,
                        Diags *diags);

#endif
