/* pdf_value.h - strings, names and lengths as PDF spells them (ISO 32000-1, 7.3). */
#ifndef RENDER_PDF_VALUE_H
#define RENDER_PDF_VALUE_H
#include "base/buffer.h"
#include "compose/page.h"

/* A byte within "(…)", escaped where it must be; a bare carriage return would read as a
 * line feed (7.3.4.2). */
void pdf_value_put_byte(Buffer *out, unsigned char byte);

/* A text string, "(…)": PDFDocEncoding where it agrees with Latin-1, else UTF-16, whose
 * bytes stand as they are: in hex they would be twice as many to compress. */
void pdf_value_put_text(Buffer *out, Str s);

/* "(…)" of the bytes as they are. */
void pdf_value_put_bytes(Buffer *out, Str s);

/* "/Name" with "#xx" for what a name cannot hold. */
void pdf_value_put_name(Buffer *out, Str s);

/* UTF-16BE in hex digits, without byte order mark or brackets. */
void pdf_value_put_utf16(Buffer *out, Str s);

/* Four hex digits: a UTF-16 unit, a glyph code. */
void pdf_value_put_code(Buffer *out, uint32_t code);

/* A number of units of 10^-places, as short as PDF allows: ".5", "-2", "0". */
void pdf_value_put_decimal(Buffer *out, long units, int places);

/* To a thousandth; what is no number is written as 0. */
void pdf_value_put_number(Buffer *out, double value);

/* Hundredths of a point: finer than any printer. */
long pdf_value_hundredths(double length);
void pdf_value_put_length(Buffer *out, double length); /* to a hundredth */

/* "[left bottom right top]"; here and in pdf_content.c y is turned upwards. */
void pdf_value_put_box(Buffer *out, Rect box, double page_height);

#endif
