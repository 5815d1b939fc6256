#include "render/pdf_meta.h"
#include "render/pdf_icc.h"
#include "render/pdf_value.h"

static const char producer[] = "lysark";

/* XML 1.0 has no place for most control characters, not even escaped. */
static void put_xml(Buffer *out, Str s)
{
    for (size_t i = 0; i < s.len; i++) {
        char c = s.at[i];
        if (c == '<')
            buffer_c(out, "&lt;");
        else if (c == '>')
            buffer_c(out, "&gt;");
        else if (c == '&')
            buffer_c(out, "&amp;");
        else if ((unsigned char)c >= ' ')
            buffer_char(out, c);
        else
            buffer_char(out, ' ');
    }
}

static void put_element(Buffer *out, const char *before, Str value, const char *after)
{
    if (value.len == 0)
        return;
    buffer_c(out, before);
    put_xml(out, value);
    buffer_c(out, after);
    buffer_char(out, '\n');
}

static void put_xmp_date(Buffer *out, Date date)
{
    if (!date_is_set(date))
        return;
    static const char *const names[] = { "CreateDate", "ModifyDate" };
    for (int i = 0; i < 2; i++)
        buffer_format(out, "<xmp:%s>%04d-%02d-%02d</xmp:%s>\n", names[i], date.year,
                      date.month, date.day, names[i]);
}

/* PDF/A-2 knows no pdfuaid; a schema it does not know must be described in the file
 * (ISO 19005-2, 6.6.2.3.3). */
static const char claims[] =
    "<pdfaid:part>2</pdfaid:part>\n"
    "<pdfaid:conformance>A</pdfaid:conformance>\n"
    "<pdfuaid:part>1</pdfuaid:part>\n"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/"
    "</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Part of ISO 14289 that the file conforms to"
    "</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n";

static const char packet_start[] =
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\"\n"
    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
    " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
    " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n"
    " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"\n"
    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n"
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n"
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<dc:format>application/pdf</dc:format>\n";

static const char packet_end[] =
    "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>";

/* Uncompressed, so that archives find it without reading PDF. */
static PdfId add_xmp(PdfFile *file, const Deck *deck)
{
    Buffer xmp = buffer_in(file->arena);
    buffer_c(&xmp, packet_start);
    put_element(&xmp, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", deck->title,
                "</rdf:li></rdf:Alt></dc:title>");
    put_element(&xmp, "<dc:creator><rdf:Seq><rdf:li>", deck->author,
                "</rdf:li></rdf:Seq></dc:creator>");
    put_element(&xmp, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">",
                deck->subject, "</rdf:li></rdf:Alt></dc:description>");
    put_element(&xmp, "<dc:language><rdf:Bag><rdf:li>", deck->language,
                "</rdf:li></rdf:Bag></dc:language>");
    put_element(&xmp, "<pdf:Producer>", str_from_c(producer), "</pdf:Producer>");
    put_element(&xmp, "<xmp:CreatorTool>", str_from_c(producer), "</xmp:CreatorTool>");
    put_xmp_date(&xmp, deck->date);
    buffer_c(&xmp, claims);
    buffer_c(&xmp, packet_end);
    return pdf_object_add_stream(file, S("/Type/Metadata/Subtype/XML"),
                                 buffer_text(&xmp), PDF_AS_IS);
}

static void put_info(Buffer *info, const char *key, Str value)
{
    if (value.len == 0)
        return;
    buffer_c(info, key);
    pdf_value_put_text(info, value);
}

static void write_info(Buffer *info, const Deck *deck)
{
    put_info(info, "/Title", deck->title);
    put_info(info, "/Author", deck->author);
    put_info(info, "/Subject", deck->subject);
    put_info(info, "/Creator", str_from_c(producer));
    put_info(info, "/Producer", str_from_c(producer));
    Date date = deck->date;
    if (!date_is_set(date))
        return;
    static const char *const keys[] = { "/CreationDate", "/ModDate" };
    for (int i = 0; i < 2; i++)
        buffer_format(info, "%s(D:%04d%02d%02d)", keys[i], date.year, date.month,
                      date.day);
}

static PdfId add_output_intent(PdfFile *file)
{
    PdfId profile =
        pdf_object_add_stream(file, S("/N 3"), pdf_icc_srgb(file->arena), PDF_DEFLATE);
    return pdf_object_add(
        file, str_format(file->arena,
                         "/Type/OutputIntent/S/GTS_PDFA1"
                         "/OutputConditionIdentifier(sRGB IEC61966-2.1)"
                         "/Info(sRGB IEC61966-2.1)/DestOutputProfile %d 0 R",
                         profile));
}

void pdf_meta_write(PdfFile *file, const Deck *deck)
{
    Buffer *catalog = &file->catalog;
    buffer_format(catalog, "/Metadata %d 0 R/OutputIntents[%d 0 R]",
                  add_xmp(file, deck), add_output_intent(file));
    buffer_c(catalog, "/MarkInfo<</Marked true>>"
                      "/ViewerPreferences<</DisplayDocTitle true>>/Lang");
    pdf_value_put_bytes(catalog, deck->language);
    write_info(&file->info, deck);
}
