#include "compose/chart.h"

static const double NAME_LEADING = 1.12;

#define REFERENCE(kind) &chart_##kind,
const ChartKind *const chart_kinds[] = { CHART_KINDS(REFERENCE) };
#undef REFERENCE

#define NAME(kind) #kind,
const char *const chart_names[] = { CHART_KINDS(NAME) NULL };
#undef NAME

TagId chart_figure(Canvas *canvas, TagId parent, Rect box, Str alt)
{
    TagId figure = canvas_tag(canvas, TAG_FIGURE, parent);
    Tag *tag = &canvas->deck->tags.at[figure];
    tag->alt = alt;
    tag->has_box = true;
    tag->box = box;
    return figure;
}

static TextStyle name_style(const Canvas *canvas)
{
    const Medium *medium = canvas->medium;
    return canvas_style(canvas, FONT_SEMIBOLD, medium->sizes.label + 1,
                        medium->palette.ink);
}

static TextStyle note_style(const Canvas *canvas)
{
    const Medium *medium = canvas->medium;
    return canvas_style(canvas, FONT_REGULAR, medium->sizes.note - 1,
                        medium->palette.muted);
}

double chart_name_width(Canvas *canvas, const ChartData *data, double max)
{
    double width = 0;
    for (int i = 0; i < data->row_count; i++) {
        const ChartRow *row = &data->rows[i];
        double name =
            typesetter_width(canvas->typesetter, row->name, name_style(canvas));
        double note =
            typesetter_width(canvas->typesetter, row->note, note_style(canvas));
        double wider = name > note ? name : note;
        width = wider > width ? wider : width;
    }
    return width < max ? width : max;
}

/* The largest size in which a broken name fits the height. */
static bool measure_name(Canvas *canvas, Str text, double width, double height,
                         TextStyle *style, RichText *rich, Paragraph *lines)
{
    const TypeSizes *type = &canvas->medium->sizes;
    const double sizes[] = { type->label + 1, type->note, type->floor };
    *style = name_style(canvas);
    for (int i = 0; i < 3; i++) {
        style->size = sizes[i];
        *rich = canvas_plain(canvas, text, *style);
        *lines = canvas_break(canvas, rich, width, TEXT_LABEL);
        if (lines->line_count * style->size * NAME_LEADING <= height)
            return true;
    }
    diag_error(canvas->diags, canvas->place,
               "the name \"%.*s\" does not fit in the chart",
               STR_ARG(str_shown(canvas->deck->arena, text, 60)));
    diag_hint(canvas->diags, "give it a shorter one in the description");
    return false;
}

void chart_row_name(Canvas *canvas, TagId tag, const ChartRow *row, double x, double y,
                    double height, double width)
{
    TextStyle name, note = note_style(canvas);
    RichText rich;
    Paragraph lines;
    double most =
        height * 1.4; /* names may stand out a little above and below the bar */
    if (!measure_name(canvas, row->name, width, most, &name, &rich, &lines))
        return;
    double leading = name.size * NAME_LEADING;
    double name_height = leading * lines.line_count;
    bool has_note = row->note.len && name_height + note.size * NAME_LEADING <= most;
    double total = name_height + (has_note ? note.size * NAME_LEADING : 0);
    double top = y + (height - total) / 2;
    canvas_lines(canvas, &rich, &lines,
                 (LinesOptions){ .tag = tag,
                                 .x = x - width,
                                 .y = top + name.size * 0.86,
                                 .leading = leading,
                                 .width = width,
                                 .align = ALIGN_RIGHT });
    if (has_note)
        canvas_text(canvas, tag, x, top + name_height + note.size * 0.9, ALIGN_RIGHT,
                    note, row->note);
}
