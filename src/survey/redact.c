/* Numbers are told apart by how their digits are grouped: 99 99 99 99 is a telephone
 * number, 25 000 000 is not. When in doubt the number goes: a lost figure can be looked
 * up, a printed telephone number cannot be taken back. */
#include "survey/redact.h"

#include "base/buffer.h"
#include "base/unicode.h"

#include <string.h>
#include <strings.h>

enum { GROUPS_MAX = 6 };

/* A way to write a number that belongs to somebody. */
typedef struct Form {
    int groups[GROUPS_MAX]; /* digits in each, closed by 0 */
    const char *separators; /* a blank stands for every kind of blank */
    const char *first;      /* digits that it may begin with */
} Form;

/* Longer forms first. Telephone numbers begin with 2 to 9; organisation numbers with 8
 * or 9, and with 2 or 3 when those run out. */
static const Form forms[] = {
    {{ 11 },             "",    "0123456789"}, /* identity number */
    { { 6, 5 },          " -.", "0123456789"}, /* identity number: date of birth apart */
    { { 4, 2, 5 },       " .",  "0123456789"}, /* account number */
    { { 10 },            "",    "4"         }, /* telephone number behind 47 */
    { { 2, 2, 2, 2, 2 }, " .-", "4"         },
    { { 9 },             "",    "2389"      }, /* organisation number */
    { { 3, 3, 3 },       " .",  "2389"      },
    { { 8 },             "",    "23456789"  }, /* telephone number */
    { { 2, 2, 2, 2 },    " .-", "23456789"  },
    { { 3, 2, 3 },       " .-", "23456789"  },
    { { 4, 4 },          " .",  "23456789"  },
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static char byte_at(Str text, size_t at)
{
    return at < text.len ? text.at[at] : '\0';
}

static size_t digits_at(Str text, size_t at)
{
    size_t end = at;
    while (is_digit(byte_at(text, end)))
        end++;
    return end - at;
}

static bool is_blank(uint32_t c)
{
    return c == ' ' || c == '\t' || c == 0x00A0 || c == 0x202F ||
           (c >= 0x2000 && c <= 0x200A);
}

/* End of the blanks that begin at `at`. */
static size_t skip_blanks(Str text, size_t at)
{
    while (at < text.len) {
        size_t next = at;
        if (!is_blank(utf8_next(text, &next)))
            break;
        at = next;
    }
    return at;
}

/* Length of a separator at `at`: any blanks, or one of the other characters. *kind is
 * what was found, so that all gaps of a number can be asked to be alike. */
static size_t separator_at(Str text, size_t at, const char *allowed, char *kind)
{
    size_t end = skip_blanks(text, at);
    *kind = ' ';
    if (end > at)
        return strchr(allowed, ' ') ? end - at : 0;
    *kind = byte_at(text, at);
    if (*kind == '\0' || *kind == ' ' || !strchr(allowed, *kind))
        return 0;
    return 1;
}

/* Length of the number at `at` if it has the form, else 0. */
static size_t form_at(Str text, size_t at, const Form *form)
{
    if (!strchr(form->first, text.at[at]))
        return 0;
    size_t end = at;
    char first_kind = '\0';
    for (int i = 0; i < GROUPS_MAX && form->groups[i]; i++) {
        if (i > 0) {
            char kind;
            size_t gap = separator_at(text, end, form->separators, &kind);
            if (gap == 0 || (i > 1 && kind != first_kind))
                return 0;
            first_kind = kind;
            end += gap;
        }
        if (digits_at(text, end) != (size_t)form->groups[i])
            return 0;
        end += (size_t)form->groups[i];
    }
    return end - at;
}

/* "2024 2026": two years side by side, not four and four digits. */
static bool is_two_years(Str number)
{
    Str last = str_slice(number, number.len - 4, number.len);
    return (str_starts(number, S("19")) || str_starts(number, S("20"))) &&
           (str_starts(last, S("19")) || str_starts(last, S("20")));
}

static bool is_one_of(Str word, const char *const *words)
{
    for (; *words; words++)
        if (word.len == strlen(*words) && strncasecmp(word.at, *words, word.len) == 0)
            return true;
    return false;
}

static bool is_word_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

static Str word_before(Str text, size_t end)
{
    Str before = str_trim(str_slice(text, 0, end));
    if (str_ends(before, S(".")))
        before = str_slice(before, 0, before.len - 1);
    size_t start = before.len;
    while (start > 0 && is_word_byte(before.at[start - 1]))
        start--;
    return str_slice(before, start, before.len);
}

static Str word_after(Str text, size_t at)
{
    size_t start = skip_blanks(text, at), end = start;
    while (is_word_byte(byte_at(text, end)))
        end++;
    return str_slice(text, start, end);
}

/* «kr 250 500 000», «99 500 200 kroner», «…,50», «…,-», «… %». */
static bool is_amount(Str text, size_t start, size_t end)
{
    static const char *const before[] = { "kr", "kroner", "nok", "eur", NULL };
    static const char *const after[] = { "kr",         "kroner", "nok",       "eur",
                                         "mill",       "mrd",    "millioner", "prosent",
                                         "milliarder", NULL };
    if (byte_at(text, end) == ',' && byte_at(text, end + 1) == '-')
        return true;
    size_t decimals = byte_at(text, end) == ',' ? digits_at(text, end + 1) : 0;
    if (decimals == 1 || decimals == 2)
        return true;
    return byte_at(text, skip_blanks(text, end)) == '%' ||
           is_one_of(word_before(text, start), before) ||
           is_one_of(word_after(text, end), after);
}

/* "900 000 000": somebody's number is hardly ever that round. */
static bool is_round(Str number)
{
    int zeros = 0;
    for (size_t i = number.len; i > 0 && !(number.at[i - 1] >= '1'); i--)
        zeros += number.at[i - 1] == '0';
    return zeros >= 6;
}

/* Length of a number of somebody at `at`, a digit with no digit before it, else 0. */
static size_t number_at(Str text, size_t at)
{
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        size_t len = form_at(text, at, &forms[i]);
        if (len == 0)
            continue;
        Str number = str_slice(text, at, at + len);
        bool is_four_and_four = forms[i].groups[0] == 4 && forms[i].groups[1] == 4;
        bool is_harmless = (is_four_and_four && is_two_years(number)) ||
                           is_round(number) || is_amount(text, at, at + len);
        return is_harmless ? 0 : len;
    }
    return 0;
}

/* «2023/99999», «23/1234-5»: a year, a slash and a running number. */
static size_t case_number_at(Str text, size_t at)
{
    size_t year = digits_at(text, at);
    if ((year != 2 && year != 4) || byte_at(text, at + year) != '/')
        return 0;
    size_t number = digits_at(text, at + year + 1);
    return number ? year + 1 + number : 0;
}

/* "+47 99 99 99 99", "(0047) 99999999", "+46 70 123 45 67": after "+" or "00" a country
 * code and a number, 10 to 15 digits (ITU-T E.164), grouped in any way. */
static size_t international_at(Str text, size_t at)
{
    size_t end = byte_at(text, at) == '(' ? at + 1 : at;
    if (byte_at(text, end) == '+')
        end += 1;
    else if (byte_at(text, end) == '0' && byte_at(text, end + 1) == '0')
        end += 2;
    else
        return 0;
    if (byte_at(text, end) < '1' || byte_at(text, end) > '9')
        return 0;
    bool is_norwegian = str_starts(str_slice(text, end, text.len), S("47"));
    int digits = 0, most = is_norwegian ? 10 : 15;
    size_t last = end;
    while (digits < most) {
        char kind;
        size_t gap = separator_at(text, end, " .-)", &kind);
        if (gap == 0 && !is_digit(byte_at(text, end)))
            break;
        if (gap > 0) {
            end += gap;
        } else {
            digits++;
            last = ++end;
        }
    }
    return digits >= 10 && !is_digit(byte_at(text, last)) ? last - at : 0;
}

static bool is_domain(uint32_t c)
{
    if (c < 0x80)
        return c == '-' || is_digit((char)c) || is_word_byte((char)c);
    return unicode_is_letter(c) || unicode_is_mark(c) || unicode_is_digit(c);
}

static bool is_local(uint32_t c)
{
    return is_domain(c) || c == '.' || c == '_' || c == '%' || c == '+';
}

static size_t run_at(Str text, size_t at, bool (*belongs)(uint32_t))
{
    size_t end = at;
    while (end < text.len) {
        size_t next = end;
        if (!belongs(utf8_next(text, &next)))
            break;
        end = next;
    }
    return end - at;
}

/* "@", and what people write in its place. */
static size_t at_sign_at(Str text, size_t at)
{
    static const char *const signs[] = { "@", "(at)", "[at]", " (at) ", " [at] " };
    Str rest = str_slice(text, at, text.len);
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (str_starts(rest, str_from_c(signs[i])))
            return strlen(signs[i]);
    return 0;
}

/* Length of an e-mail address whose local part begins at `at`; 0: none. */
static size_t address_at(Str text, size_t at)
{
    size_t end = at + run_at(text, at, is_local);
    size_t sign = end > at ? at_sign_at(text, end) : 0;
    if (sign == 0)
        return 0;
    end += sign;
    size_t label = run_at(text, end, is_domain), labels = 0;
    while (label > 0) {
        end += label;
        labels++;
        label = byte_at(text, end) == '.' ? run_at(text, end + 1, is_domain) : 0;
        if (label > 0)
            end++;
    }
    return labels >= 2 ? end - at : 0;
}

/* Length of what stays as a whole at `at`: a run of digits, or one code point. */
static size_t harmless_at(Str text, size_t at)
{
    size_t digits = digits_at(text, at);
    if (digits > 0)
        return digits;
    size_t next = at;
    utf8_next(text, &next);
    return next - at;
}

/* Length of what must go at `at`, else 0. */
static size_t secret_at(Str text, size_t at, bool begins_word)
{
    size_t len = begins_word ? address_at(text, at) : 0;
    if (len == 0)
        len = international_at(text, at);
    if (len == 0 && is_digit(text.at[at]))
        len = number_at(text, at);
    return len;
}

/* Without a digit and a sign for "at" there is nothing to look for. */
static bool is_suspect(Str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (is_digit(text.at[i]) || text.at[i] == '@' ||
            (text.at[i] == 'a' && i > 0 && at_sign_at(text, i - 1)))
            return true;
    return false;
}

Str redact_text(Arena *arena, Str text, int *count)
{
    Buffer out = buffer_in(arena);
    size_t kept = 0;     /* written up to here */
    size_t word_end = 0; /* of the run that could be the first part of an address */
    *count = 0;
    if (!is_suspect(text))
        return text;
    for (size_t at = 0; at < text.len;) {
        bool begins_word = at >= word_end;
        if (begins_word)
            word_end = at + run_at(text, at, is_local);
        size_t spared = case_number_at(text, at);
        size_t secret = spared ? 0 : secret_at(text, at, begins_word);
        if (secret == 0) {
            at += spared ? spared : harmless_at(text, at);
            continue;
        }
        buffer_str(&out, str_slice(text, kept, at));
        buffer_c(&out, REDACTED);
        at += secret;
        kept = at;
        ++*count;
    }
    if (*count == 0)
        return text;
    buffer_str(&out, str_slice(text, kept, text.len));
    return buffer_text(&out);
}
