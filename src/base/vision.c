#include "base/vision.h"

#include <math.h>

const char *const vision_names[VISION_COUNT] = { "normal vision", "protanopia",
                                                 "deuteranopia", "tritanopia" };

typedef struct Vector {
    double at[3];
} Vector;

typedef struct Matrix {
    double at[3][3];
} Matrix;

static const Matrix SIMULATIONS[VISION_COUNT] = {
    { { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } } },
    { { { 0.152286, 1.052583, -0.204868 },
        { 0.114503, 0.786281, 0.099216 },
        { -0.003882, -0.048116, 1.051998 } } },
    { { { 0.367322, 0.860646, -0.227968 },
        { 0.280085, 0.672501, 0.047413 },
        { -0.011820, 0.042940, 0.968881 } } },
    { { { 1.255528, -0.076749, -0.178779 },
        { -0.078411, 0.930809, 0.147602 },
        { 0.004733, 0.691367, 0.303900 } } },
};

/* Linear sRGB to CIE XYZ under D65 (IEC 61966-2-1), and the white it is related to. */
static const Matrix TO_XYZ = {
    {{ 0.4124564, 0.3575761, 0.1804375 },
     { 0.2126729, 0.7151522, 0.0721750 },
     { 0.0193339, 0.1191920, 0.9503041 }}
};
static const double WHITE[3] = { 0.95047, 1, 1.08883 };

static Vector multiply(const Matrix *matrix, Vector vector)
{
    Vector product = { { 0 } };
    for (int row = 0; row < 3; row++)
        for (int column = 0; column < 3; column++)
            product.at[row] += matrix->at[row][column] * vector.at[column];
    return product;
}

static double linear(uint8_t component)
{
    double value = component / 255.0;
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

static double lightness_curve(double share)
{
    return share > 216.0 / 24389 ? cbrt(share) : (24389.0 / 27 * share + 16) / 116;
}

/* L*, a*, b* of the colour as it is seen. */
static Vector perceived(Colour colour, Vision vision)
{
    Vector seen = {
        {linear(colour.red), linear(colour.green), linear(colour.blue)}
    };
    seen = multiply(&SIMULATIONS[vision], seen);
    for (int i = 0; i < 3; i++)
        seen.at[i] = fmin(fmax(seen.at[i], 0), 1);
    Vector xyz = multiply(&TO_XYZ, seen);
    for (int i = 0; i < 3; i++)
        xyz.at[i] = lightness_curve(xyz.at[i] / WHITE[i]);
    return (Vector){
        {116 * xyz.at[1] - 16, 500 * (xyz.at[0] - xyz.at[1]),
         200 * (xyz.at[1] - xyz.at[2])}
    };
}

double vision_difference(Colour a, Colour b, Vision vision)
{
    Vector first = perceived(a, vision), second = perceived(b, vision);
    double squares = 0;
    for (int i = 0; i < 3; i++)
        squares += (first.at[i] - second.at[i]) * (first.at[i] - second.at[i]);
    return sqrt(squares);
}

/* Greys look the same to all, but for rounding. */
static const double ROUNDING = 1e-3;

double vision_least_difference(Colour a, Colour b, Vision *worst)
{
    double least = (double)INFINITY;
    for (Vision vision = VISION_NORMAL; vision < VISION_COUNT; vision++) {
        double difference = vision_difference(a, b, vision);
        if (difference > least - ROUNDING)
            continue;
        least = difference;
        *worst = vision;
    }
    return least;
}
