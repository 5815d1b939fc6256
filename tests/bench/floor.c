/* floor.c - the floor: the same deck with raw libharu calls and nothing in between.
 *
 *   floor CSV OUT.pdf             one deck: the first municipality's rows
 *   floor --batch CSV DIR         a deck per municipality, fonts loaded once
 *   floor --batch-reload CSV DIR  the same, fonts loaded again for each deck
 *   floor --repeat N CSV DIR      the first deck N times, fonts loaded once
 *   floor --repeat-reload N CSV DIR
 *   floor --csv-only CSV          reads and counts, draws nothing
 *
 * OPENSANS_DIR names the folder of OpenSans-Regular.ttf and OpenSans-Bold.ttf.
 * FLOOR_COMPRESS=0 leaves the streams uncompressed. */
#include <csv.h>
#include <hpdf.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "content.h" /* written by content.py */

enum { Q = 20, G = 4, K = 6, O = 2, FIELDS = 3 + Q + O };
#define W 960.0f
#define H 540.0f

typedef struct {
    char kommune[64], runde[16];
    int people[G];
    int count[Q][G][K];
    char **open[O];
    int n_open[O], cap_open[O];
    unsigned *slot[O]; /* open addressing, index + 1 into open[] */
    unsigned cap_slot[O];
} Deck;

typedef struct {
    char *field[FIELDS];
    size_t len[FIELDS], cap[FIELDS];
    int n, row;
    char *statement[Q];
    Deck *deck;
    int n_deck, cap_deck, last;
} Reader;

static void die(const char *what)
{
    fprintf(stderr, "floor: %s\n", what);
    exit(1);
}

static void *need(void *p)
{
    if (!p)
        die("out of memory");
    return p;
}

/* ---- CSV
 * ------------------------------------------------------------------------------------
 */

static void on_field(void *s, size_t len, void *data)
{
    Reader *r = data;
    if (r->n >= FIELDS)
        die("too many fields");
    if (len + 1 > r->cap[r->n]) {
        r->cap[r->n] = len + 64;
        r->field[r->n] = need(realloc(r->field[r->n], r->cap[r->n]));
    }
    memcpy(r->field[r->n], s, len);
    r->field[r->n][len] = 0;
    r->len[r->n++] = len;
}

static unsigned hash(const char *s)
{
    unsigned h = 2166136261u;
    while (*s)
        h = (h ^ (unsigned char)*s++) * 16777619u;
    return h;
}

static void add_open(Deck *d, int o, const char *s)
{
    if (2 * (unsigned)(d->n_open[o] + 1) > d->cap_slot[o]) {
        unsigned cap = d->cap_slot[o] ? 2 * d->cap_slot[o] : 64, i;
        unsigned *t = need(calloc(cap, sizeof *t));
        for (i = 0; i < (unsigned)d->n_open[o]; i++) {
            unsigned h = hash(d->open[o][i]) & (cap - 1);
            while (t[h])
                h = (h + 1) & (cap - 1);
            t[h] = i + 1;
        }
        free(d->slot[o]);
        d->slot[o] = t;
        d->cap_slot[o] = cap;
    }
    unsigned h = hash(s) & (d->cap_slot[o] - 1);
    while (d->slot[o][h]) {
        if (!strcmp(d->open[o][d->slot[o][h] - 1], s))
            return;
        h = (h + 1) & (d->cap_slot[o] - 1);
    }
    if (d->n_open[o] == d->cap_open[o]) {
        d->cap_open[o] = d->cap_open[o] ? 2 * d->cap_open[o] : 64;
        d->open[o] = need(realloc(d->open[o], d->cap_open[o] * sizeof *d->open[o]));
    }
    d->open[o][d->n_open[o]++] = need(strdup(s));
    d->slot[o][h] = d->n_open[o];
}

static void on_row(int c, void *data)
{
    Reader *r = data;
    Deck *d = NULL;
    int i, g;
    (void)c;
    if (r->n != FIELDS)
        die("a row with the wrong number of fields");
    if (r->row++ == 0) {
        for (i = 0; i < Q; i++)
            r->statement[i] = need(strdup(r->field[3 + i]));
        r->n = 0;
        return;
    }
    if (r->n_deck && !strcmp(r->deck[r->last].kommune, r->field[0]))
        d = &r->deck[r->last];
    for (i = 0; !d && i < r->n_deck; i++)
        if (!strcmp(r->deck[i].kommune, r->field[0]))
            d = &r->deck[r->last = i];
    if (!d) {
        if (r->n_deck == r->cap_deck) {
            r->cap_deck = r->cap_deck ? 2 * r->cap_deck : 4;
            r->deck = need(realloc(r->deck, r->cap_deck * sizeof *r->deck));
        }
        d = &r->deck[r->last = r->n_deck++];
        memset(d, 0, sizeof *d);
        snprintf(d->kommune, sizeof d->kommune, "%s", r->field[0]);
        snprintf(d->runde, sizeof d->runde, "%s", r->field[1]);
    }
    for (g = 0; g < G && strcmp(GROUPS[g], r->field[2]); g++)
        ;
    if (g == G)
        die("unknown group");
    d->people[g]++;
    for (i = 0; i < Q; i++)
        if (r->len[3 + i] == 1 && r->field[3 + i][0] >= '1' &&
            r->field[3 + i][0] <= '6')
            d->count[i][g][r->field[3 + i][0] - '1']++;
    for (i = 0; i < O; i++)
        if (r->len[3 + Q + i])
            add_open(d, i, r->field[3 + Q + i]);
    r->n = 0;
}

static void read_csv(Reader *r, const char *path)
{
    static char buf[65536];
    struct csv_parser p;
    size_t n;
    FILE *f = fopen(path, "rb");
    if (!f || csv_init(&p, CSV_APPEND_NULL))
        die("cannot read the CSV");
    while ((n = fread(buf, 1, sizeof buf, f)) > 0)
        if (csv_parse(&p, buf, n, on_field, on_row, r) != n)
            die("bad CSV");
    csv_fini(&p, on_field, on_row, r);
    csv_free(&p);
    fclose(f);
}

/* ---- drawing
 * -------------------------------------------------------------------------------- */

typedef struct {
    HPDF_Doc pdf;
    HPDF_Font regular, bold;
    HPDF_Page page;
    HPDF_Outline root;
    const Deck *deck;
    int number, total;
} Out;

static void on_error(HPDF_STATUS code, HPDF_STATUS detail, void *data)
{
    (void)data;
    fprintf(stderr, "libharu: 0x%04X %u\n", (unsigned)code, (unsigned)detail);
    exit(1);
}

static void fill(Out *o, unsigned rgb)
{
    HPDF_Page_SetRGBFill(o->page, (rgb >> 16 & 255) / 255.0f, (rgb >> 8 & 255) / 255.0f,
                         (rgb & 255) / 255.0f);
}

static void rect(Out *o, float x, float y, float w, float h, unsigned rgb)
{
    fill(o, rgb);
    HPDF_Page_Rectangle(o->page, x, H - y - h, w, h);
    HPDF_Page_Fill(o->page);
}

/* align: 0 left, 1 centre, 2 right; y is the baseline from the top */
static void text(Out *o, HPDF_Font f, float size, float x, float y, int align,
                 unsigned rgb, const char *s)
{
    fill(o, rgb);
    HPDF_Page_SetFontAndSize(o->page, f, size);
    if (align)
        x -= HPDF_Page_TextWidth(o->page, s) / (align == 1 ? 2 : 1);
    HPDF_Page_BeginText(o->page);
    HPDF_Page_TextOut(o->page, x, H - y, s);
    HPDF_Page_EndText(o->page);
}

/* Wraps at words; returns the baseline after the last line. */
static float wrapped(Out *o, float size, float leading, float x, float y, float width,
                     unsigned rgb, const char *s)
{
    char line[1024];
    fill(o, rgb);
    HPDF_Page_SetFontAndSize(o->page, o->regular, size);
    HPDF_Page_BeginText(o->page);
    while (*s) {
        size_t n = HPDF_Page_MeasureText(o->page, s, width, HPDF_TRUE, NULL);
        if (!n || n >= sizeof line)
            n = strlen(s) < sizeof line ? strlen(s) : sizeof line - 1;
        memcpy(line, s, n);
        line[n] = 0;
        while (n && line[n - 1] == ' ')
            line[--n] = 0, s++;
        s += n;
        HPDF_Page_SetTextMatrix(o->page, 1, 0, 0, 1, x, H - y);
        HPDF_Page_ShowText(o->page, line);
        y += leading;
    }
    HPDF_Page_EndText(o->page);
    return y;
}

static void new_page(Out *o, const char *title, int plain)
{
    HPDF_Outline item;
    char s[160];
    o->page = HPDF_AddPage(o->pdf);
    HPDF_Page_SetWidth(o->page, W);
    HPDF_Page_SetHeight(o->page, H);
    o->number++;
    item = HPDF_CreateOutline(o->pdf, o->root, title, HPDF_GetEncoder(o->pdf, "UTF-8"));
    HPDF_Outline_SetDestination(item, HPDF_Page_CreateDestination(o->page));
    if (plain)
        return;
    text(o, o->bold, 24, 40, 52, 0, 0x1F3A5F, title);
    rect(o, 40, 68, 880, 1.5f, 0x2166AC);
    snprintf(s, sizeof s, "%s i %s · %s", T_DECK, o->deck->kommune, o->deck->runde);
    text(o, o->regular, 9, 40, 522, 0, 0x666666, s);
    snprintf(s, sizeof s, "%d / %d", o->number, o->total);
    text(o, o->regular, 9, 920, 522, 2, 0x666666, s);
}

static void bullets(Out *o, const char *title, const char *const *b, int n)
{
    float y = 120;
    int i;
    new_page(o, title, 0);
    for (i = 0; i < n; i++) {
        text(o, o->bold, 18, 48, y, 0, 0x2166AC, "•");
        y = wrapped(o, 18, 26, 70, y, 840, 0x222222, b[i]) + 16;
    }
}

static void mean_text(char *s, size_t cap, const int *count, int *n_out, int *sum_out)
{
    int k, n = 0, sum = 0, t;
    for (k = 0; k < K; k++)
        n += count[k], sum += (k + 1) * count[k];
    *n_out = n;
    *sum_out = sum;
    if (!n) {
        snprintf(s, cap, "–");
        return;
    }
    t = (20 * sum + n) / (2 * n);
    snprintf(s, cap, "%d,%d", t / 10, t % 10);
}

static void statement_page(Out *o, int q, const char *title)
{
    char s[64];
    int g, k, i;
    new_page(o, title, 0);
    text(o, o->regular, 11, 850, 100, 1, 0x666666, T_MEAN);
    for (g = 0; g < G; g++) {
        const int *c = o->deck->count[q][g];
        float y = 110 + 80.0f * g, x = 200;
        char mean[16];
        int n, sum;
        mean_text(mean, sizeof mean, c, &n, &sum);
        text(o, o->regular, 14, 185, y + 24, 2, 0x222222, GROUPS[g]);
        snprintf(s, sizeof s, "n = %d", n);
        text(o, o->regular, 9, 185, y + 40, 2, 0x666666, s);
        for (k = 0; k < K && n; k++) {
            float w = 600.0f * c[k] / n;
            int pct = (200 * c[k] + n) / (2 * n);
            if (!c[k])
                continue;
            rect(o, x, y, w, 50, COLORS[k]);
            if (pct >= 4) {
                snprintf(s, sizeof s, "%d", pct);
                text(o, o->regular, 13, x + w / 2, y + 30, 1, LABELS[k], s);
            }
            x += w;
        }
        text(o, o->bold, 18, 850, y + 32, 1, 0x1F3A5F, mean);
    }
    for (i = 0; i <= 4; i++) {
        snprintf(s, sizeof s, "%d %%", 25 * i);
        text(o, o->regular, 9, 200 + 150.0f * i, 436, 1, 0x666666, s);
    }
    for (k = 0; k < K; k++) {
        rect(o, 200 + 105.0f * k, 456, 14, 14, COLORS[k]);
        text(o, o->regular, 11, 220 + 105.0f * k, 467, 0, 0x222222, SCALE[k]);
    }
}

static unsigned heat(double mean)
{
    static const int lo[] = { 0xEF, 0x8A, 0x62 }, mid[] = { 0xF7, 0xF7, 0xF7 },
                     hi[] = { 0x67, 0xA9, 0xCF };
    double t = (mean - 2.5) / 2.5, u;
    const int *a, *b;
    unsigned rgb = 0;
    int i;
    t = t < 0 ? 0 : t > 1 ? 1 : t;
    a = t < 0.5 ? lo : mid;
    b = t < 0.5 ? mid : hi;
    u = t < 0.5 ? t * 2 : t * 2 - 1;
    for (i = 0; i < 3; i++)
        rgb = rgb << 8 | (unsigned)(a[i] + (b[i] - a[i]) * u + 0.5);
    return rgb;
}

static void open_pages(Out *o, int q)
{
    const int per_page = 2 * PER_COLUMN, n = o->deck->n_open[q];
    const int pages = (n + per_page - 1) / per_page;
    char s[200];
    int p, c, i;
    for (p = 0; p < pages; p++) {
        snprintf(s, sizeof s, "%s (%d/%d)", OPEN[q], p + 1, pages);
        new_page(o, s, 0);
        for (c = 0; c < 2; c++) {
            float x = c ? 490 : 40, y = 92;
            for (i = 0; i < PER_COLUMN; i++) {
                int at = p * per_page + c * PER_COLUMN + i;
                if (at >= n)
                    break;
                text(o, o->bold, 8, x, y, 0, 0x2166AC, "•");
                y = wrapped(o, 8, 10, x + 10, y, 420, 0x222222, o->deck->open[q][at]) +
                    3.5f;
            }
        }
    }
}

static void draw(Out *o, const Deck *d, char *const *statement)
{
    char s[200];
    int i, g, most = 1, all = 0;
    float y;

    o->deck = d;
    o->number = 0;
    o->total = 9 + Q;
    for (i = 0; i < O; i++)
        o->total += (d->n_open[i] + 2 * PER_COLUMN - 1) / (2 * PER_COLUMN);
    snprintf(s, sizeof s, "%s i %s", T_DECK, d->kommune);
    HPDF_SetCurrentEncoder(o->pdf,
                           "UTF-8"); /* else the title is written as raw bytes */
    HPDF_SetInfoAttr(o->pdf, HPDF_INFO_TITLE, s);
    o->root = NULL;

    new_page(o, s, 1);
    rect(o, 0, 0, W, H, 0x1F3A5F);
    text(o, o->bold, 44, 80, 240, 0, 0xFFFFFF, s);
    text(o, o->regular, 22, 80, 290, 0, 0xD1E5F0, T_SUBTITLE);
    text(o, o->regular, 16, 80, 330, 0, 0xD1E5F0, d->runde);

    for (i = 0; i < 2; i++)
        bullets(o, ABOUT_TITLE[i], ABOUT_BULLET + i * BULLETS, BULLETS);

    new_page(o, T_RESPONDENTS, 0);
    for (g = 0; g < G; g++) {
        all += d->people[g];
        if (d->people[g] > most)
            most = d->people[g];
    }
    for (g = 0; g < G; g++) {
        float w = 600.0f * d->people[g] / most;
        y = 110 + 80.0f * g;
        text(o, o->regular, 14, 185, y + 30, 2, 0x222222, GROUPS[g]);
        rect(o, 200, y, w, 50, 0x2166AC);
        snprintf(s, sizeof s, "%d", d->people[g]);
        text(o, o->bold, 16, 210 + w, y + 31, 0, 0x1F3A5F, s);
    }
    snprintf(s, sizeof s, "N = %d", all);
    text(o, o->regular, 12, 200, 460, 0, 0x222222, s);

    for (i = 0; i < Q; i++)
        statement_page(o, i, statement[i]);

    new_page(o, T_SUMMARY, 0);
    text(o, o->bold, 10, 40, 92, 0, 0x222222, T_STATEMENT);
    for (g = 0; g < G; g++)
        text(o, o->bold, 10, 560 + 96.0f * g, 92, 1, 0x222222, GROUPS[g]);
    for (i = 0; i < Q; i++) {
        y = 100 + 20.0f * i;
        text(o, o->regular, 10, 40, y + 13.5f, 0, 0x222222, statement[i]);
        for (g = 0; g < G; g++) {
            char mean[16];
            int n, sum;
            mean_text(mean, sizeof mean, d->count[i][g], &n, &sum);
            rect(o, 513 + 96.0f * g, y, 94, 19, heat(n ? (double)sum / n : 0));
            text(o, o->regular, 10, 560 + 96.0f * g, y + 13.5f, 1, 0x222222, mean);
        }
    }

    for (i = 0; i < O; i++)
        open_pages(o, i);

    for (i = 0; i < 3; i++)
        bullets(o, FINDINGS_TITLE[i], FINDINGS_BULLET + i * BULLETS, BULLETS);

    new_page(o, T_CLOSING, 1);
    rect(o, 0, 0, W, H, 0x1F3A5F);
    text(o, o->bold, 36, 80, 250, 0, 0xFFFFFF, T_CLOSING);
    text(o, o->regular, 18, 80, 300, 0, 0xD1E5F0, T_CLOSING_LINE);
    text(o, o->regular, 18, 80, 330, 0, 0xD1E5F0, T_LINK);
    HPDF_Rect link = { 80, H - 336, 80 + HPDF_Page_TextWidth(o->page, T_LINK),
                       H - 312 };
    HPDF_Annotation a = HPDF_Page_CreateURILinkAnnot(o->page, link, T_LINK);
    HPDF_LinkAnnot_SetBorderStyle(a, 0, 0, 0);
}

static void load_fonts(HPDF_Doc pdf, const char *name[2])
{
    const char *dir = getenv("OPENSANS_DIR");
    char path[512];
    if (!dir)
        dir = "/usr/share/fonts/truetype/open-sans";
    snprintf(path, sizeof path, "%s/OpenSans-Regular.ttf", dir);
    name[0] = HPDF_LoadTTFontFromFile(pdf, path, HPDF_TRUE);
    snprintf(path, sizeof path, "%s/OpenSans-Bold.ttf", dir);
    name[1] = HPDF_LoadTTFontFromFile(pdf, path, HPDF_TRUE);
}

static void one(HPDF_Doc pdf, const char *name[2], const Deck *d,
                char *const *statement, const char *path)
{
    const char *c = getenv("FLOOR_COMPRESS");
    Out o = { 0 };
    o.pdf = pdf;
    HPDF_SetCompressionMode(pdf, c && *c == '0' ? HPDF_COMP_NONE : HPDF_COMP_ALL);
    HPDF_SetPageMode(pdf, HPDF_PAGE_MODE_USE_OUTLINE);
    o.regular = HPDF_GetFont(pdf, name[0], "UTF-8");
    o.bold = HPDF_GetFont(pdf, name[1], "UTF-8");
    draw(&o, d, statement);
    HPDF_SaveToFile(pdf, path);
}

int main(int argc, char **argv)
{
    Reader r = { 0 };
    const char *name[2] = { 0 };
    HPDF_Doc pdf = NULL;
    char path[512];
    int i, n = 1, many = 0, reload = 0, batch = 0;

    if (argc == 3 && !strcmp(argv[1], "--csv-only")) {
        read_csv(&r, argv[2]);
        printf("%d decks, %d rows\n", r.n_deck, r.row - 1);
        return 0;
    }
    if (argc == 4 && !strncmp(argv[1], "--batch", 7)) {
        many = batch = 1;
        reload = !strcmp(argv[1], "--batch-reload");
        argv += 1;
    } else if (argc == 5 && !strncmp(argv[1], "--repeat", 8)) {
        many = 1;
        reload = !strcmp(argv[1], "--repeat-reload");
        n = atoi(argv[2]);
        argv += 2;
    } else if (argc != 3) {
        die("usage: floor CSV OUT.pdf | floor --batch[-reload] CSV DIR | floor "
            "--repeat[-reload] N CSV DIR");
    }
    read_csv(&r, argv[1]);
    if (batch)
        n = r.n_deck;
    for (i = 0; i < n; i++) {
        if (many)
            snprintf(path, sizeof path, "%s/%03d.pdf", argv[2], i + 1);
        else
            snprintf(path, sizeof path, "%s", argv[2]);
        if (!pdf || reload) {
            if (pdf)
                HPDF_Free(pdf);
            pdf = HPDF_New(on_error, NULL);
            HPDF_UseUTFEncodings(
                pdf); /* once: a second call leaves the document in error */
            load_fonts(pdf, name);
        } else {
            HPDF_NewDoc(pdf);
        }
        one(pdf, name, &r.deck[batch ? i : 0], r.statement, path);
        if (!reload)
            HPDF_FreeDoc(pdf);
    }
    return 0;
}
