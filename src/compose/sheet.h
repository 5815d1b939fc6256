/* sheet.h - the A4 sheets of a handout: their margins, running head and foot. */
#ifndef COMPOSE_SHEET_H
#define COMPOSE_SHEET_H
#include "compose/canvas.h"

/* What stands at the head and foot of every sheet, broken into lines that fit. */
typedef struct SheetFrame {
    RichText title, survey, foot;
    Paragraph title_lines, survey_lines, foot_lines;
    bool is_beside;        /* title and survey stand on one line */
    double head, foot_top; /* the two rules, from the top */
    Rect room;             /* between them, within the margins */
} SheetFrame;

/* A4 (ISO 216) with the margins in mind that sheet_measure keeps, and the type sizes of
 * head and foot. */
Medium sheet_medium(const Palette *palette, bool is_landscape);

/* Of the deck's title, survey, author and date, and its `total` of sheets. The margin
 * is 20 mm at the long edge, where A4 is punched (left, or at the top of a landscape
 * sheet), 15 mm at the others. False, with an error at the canvas's place, when the
 * texts take half of the sheet. */
bool sheet_measure(Canvas *canvas, int total, SheetFrame *out);

/* «Landsbyen Næringshage · november 2024», «Side 12 av 24». */
Str sheet_foot_text(const Canvas *canvas);
Str sheet_number_text(const Canvas *canvas, int number, int total);

/* Paints it on the page of the canvas. */
void sheet_paint(Canvas *canvas, const SheetFrame *frame, int number, int total);

#endif
