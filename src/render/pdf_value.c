#include "render/pdf_value.h"

#include <math.h>
#include <string.h>

static void put_escaped(Buffer *out, unsigned char byte)
{
    if (byte < ' ' || byte == 0x7F)
        buffer_format(out, "\\%03o", byte);
    else if (strchr("()\\", byte))
        buffer_format(out, "\\%c", byte);
    else
        buffer_char(out, (char)byte);
}

/* PDFDocEncoding (ISO 32000-1, D.3) is Latin-1 but for the controls, U+007F to U+00A0
 * and the soft hyphen. */
static bool is_plain(uint32_t code_point)
{
    return (code_point >= ' ' && code_point < 0x7F) ||
           (code_point > 0xA0 && code_point <= 0xFF && code_point != 0xAD);
}

static bool is_plain_text(Str s)
{
    for (size_t at = 0; at < s.len;)
        if (!is_plain(utf8_next(s, &at)))
            return false;
    return true;
}

void pdf_value_put_byte(Buffer *out, unsigned char byte)
{
    if (byte == '(' || byte == ')' || byte == '\\' || byte == '\r')
        buffer_char(out, '\\');
    buffer_char(out, byte == '\r' ? 'r' : (char)byte);
}

static void put_unit(Buffer *out, uint32_t unit)
{
    pdf_value_put_byte(out, (unsigned char)(unit >> 8));
    pdf_value_put_byte(out, (unsigned char)unit);
}

/* The UTF-16 unit or units of a character, each handed on. */
static void put_units(Buffer *out, uint32_t code_point,
                      void (*put)(Buffer *, uint32_t unit))
{
    if (code_point >= 0x10000) {
        code_point -= 0x10000;
        put(out, 0xD800 | code_point >> 10);
        code_point = 0xDC00 | (code_point & 0x3FF);
    }
    put(out, code_point);
}

void pdf_value_put_text(Buffer *out, Str s)
{
    bool is_plain = is_plain_text(s);
    buffer_c(out, is_plain ? "(" : "(\xFE\xFF");
    for (size_t at = 0; at < s.len;) {
        uint32_t code_point = utf8_next(s, &at);
        if (is_plain)
            pdf_value_put_byte(out, (unsigned char)code_point);
        else
            put_units(out, code_point, put_unit);
    }
    buffer_char(out, ')');
}

void pdf_value_put_bytes(Buffer *out, Str s)
{
    buffer_char(out, '(');
    for (size_t i = 0; i < s.len; i++)
        put_escaped(out, (unsigned char)s.at[i]);
    buffer_char(out, ')');
}

void pdf_value_put_name(Buffer *out, Str s)
{
    buffer_char(out, '/');
    for (size_t i = 0; i < s.len; i++) {
        unsigned char byte = (unsigned char)s.at[i];
        if (byte <= ' ' || byte >= 0x7F || strchr("#()<>[]{}/%", byte))
            buffer_format(out, "#%02X", byte);
        else
            buffer_char(out, s.at[i]);
    }
}

void pdf_value_put_code(Buffer *out, uint32_t code)
{
    static const char digits[] = "0123456789ABCDEF";
    const char hex[4] = { digits[code >> 12 & 15], digits[code >> 8 & 15],
                          digits[code >> 4 & 15], digits[code & 15] };
    buffer_put(out, hex, sizeof hex);
}

void pdf_value_put_utf16(Buffer *out, Str s)
{
    for (size_t at = 0; at < s.len;)
        put_units(out, utf8_next(s, &at), pdf_value_put_code);
}

void pdf_value_put_decimal(Buffer *out, long units, int places)
{
    char text[24], *end = text + sizeof text, *start = end;
    unsigned long left = units < 0 ? 0UL - (unsigned long)units : (unsigned long)units;
    for (; places > 0 && left % 10 == 0; places--)
        left /= 10;
    if (places > 0) {
        for (; places > 0; places--, left /= 10)
            *--start = (char)('0' + left % 10);
        *--start = '.';
    }
    for (; left > 0 || start == end; left /= 10)
        *--start = (char)('0' + left % 10);
    if (units < 0)
        *--start = '-';
    buffer_put(out, start, (size_t)(end - start));
}

/* Half away from zero, as lround, which is a call for every number of a deck. */
static long nearest(double value)
{
    if (!(fabs(value) < 1e15))
        return 0;
    return (long)(value + (value < 0 ? -0.5 : 0.5));
}

void pdf_value_put_number(Buffer *out, double value)
{
    pdf_value_put_decimal(out, nearest(value * 1000), 3);
}

long pdf_value_hundredths(double length)
{
    return nearest(length * 100);
}

void pdf_value_put_length(Buffer *out, double length)
{
    pdf_value_put_decimal(out, pdf_value_hundredths(length), 2);
}

void pdf_value_put_box(Buffer *out, Rect box, double page_height)
{
    const double edges[4] = { box.x, page_height - box.y - box.height,
                              box.x + box.width, page_height - box.y };
    for (int i = 0; i < 4; i++) {
        buffer_char(out, i ? ' ' : '[');
        pdf_value_put_length(out, edges[i]);
    }
    buffer_char(out, ']');
}
