#include "base/colour.h"

#include <math.h>

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

bool colour_read(Str s, Colour *out)
{
    if ((s.len != 4 && s.len != 7) || s.at[0] != '#')
        return false;
    size_t width = s.len / 3; /* digits a component */
    uint8_t components[3];
    for (size_t i = 0; i < 3; i++) {
        int high = hex_digit(s.at[1 + i * width]);
        int low = hex_digit(s.at[i * width + width]);
        if (high < 0 || low < 0)
            return false;
        components[i] = (uint8_t)(high * 16 + low);
    }
    *out = (Colour){ components[0], components[1], components[2] };
    return true;
}

bool colour_equal(Colour a, Colour b)
{
    return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

static uint8_t mix(uint8_t a, uint8_t b, double share)
{
    return (uint8_t)lround(a + (b - a) * share);
}

Colour colour_mix(Colour a, Colour b, double share)
{
    share = fmin(fmax(share, 0), 1);
    return (Colour){ mix(a.red, b.red, share), mix(a.green, b.green, share),
                     mix(a.blue, b.blue, share) };
}

static double linear(uint8_t component)
{
    double value = component / 255.0;
    return value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

double colour_luminance(Colour colour)
{
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) +
           0.0722 * linear(colour.blue);
}

static double ratio(double first, double second)
{
    return (fmax(first, second) + 0.05) / (fmin(first, second) + 0.05);
}

double colour_contrast(Colour a, Colour b)
{
    return ratio(colour_luminance(a), colour_luminance(b));
}

Colour colour_label(Colour ground, Colour dark, Colour light)
{
    double behind = colour_luminance(ground);
    double of_dark = ratio(behind, colour_luminance(dark));
    double of_light = ratio(behind, colour_luminance(light));
    if (fmax(of_dark, of_light) >= COLOUR_TEXT_CONTRAST)
        return of_dark >= of_light ? dark : light;
    return ratio(behind, 0) >= ratio(behind, 1) ? (Colour){ 0, 0, 0 }
                                                : (Colour){ 255, 255, 255 };
}
