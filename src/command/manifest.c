#include "command/manifest.h"

#include "base/file.h"
#include "base/json.h"
#include "render/pdf_object.h"
#include "yaml/yaml.h"

#include <pthread.h>
#include <sys/stat.h>

/* As the file spells them. */
static const char *const RESULTS[UNIT_RESULT_COUNT] = {
    "missing", "made", "failed", "skipped", "outdated", "unasked", "elsewhere"
};

static const char *const VERIFIED[VERIFY_RESULT_COUNT] = { "no", "good", "failed" };

static Str hex_of(Arena *arena, PdfDigest digest)
{
    Buffer hex = buffer_in(arena);
    for (size_t i = 0; i < sizeof digest.bytes; i++)
        buffer_format(&hex, "%02x", digest.bytes[i]);
    return buffer_text(&hex);
}

Str manifest_digest(Arena *arena, Str bytes)
{
    return hex_of(arena, pdf_digest(bytes));
}

Str manifest_digest_file(Arena *arena, Str path)
{
    Arena *scratch = arena_new();
    Diags unseen = diags_in(scratch);
    struct stat about;
    FileStream stream;
    Str digest = { 0 };
    if (stat(str_c(scratch, path), &about) == 0 && S_ISREG(about.st_mode) &&
        file_open(scratch, path, (Place){ 0 }, &stream, &unseen)) {
        PdfDigesting *digesting = pdf_digest_begin(scratch);
        Str block = { 0 };
        bool is_good;
        while ((is_good = file_next(&stream, 0, &block, &unseen)) && block.len > 0)
            pdf_digest_add(digesting, block);
        if (is_good)
            digest = hex_of(arena, pdf_digest_end(digesting));
        file_close(&stream);
    }
    arena_free(scratch);
    return digest;
}

/* The thread has an arena of its own: no other may take of it meanwhile. */
struct ManifestDigesting {
    Arena *arena;
    Str path, digest;
    pthread_t thread;
    bool has_thread;
};

static void *run_digesting(void *context)
{
    ManifestDigesting *digesting = context;
    digesting->digest = manifest_digest_file(digesting->arena, digesting->path);
    return NULL;
}

ManifestDigesting *manifest_digest_begin(Arena *arena, Str path)
{
    ManifestDigesting *digesting = arena_alloc(arena, sizeof *digesting);
    *digesting = (ManifestDigesting){ .arena = arena_new(), .path = path };
    digesting->has_thread =
        pthread_create(&digesting->thread, NULL, run_digesting, digesting) == 0;
    return digesting;
}

Str manifest_digest_end(Arena *arena, ManifestDigesting *digesting)
{
    if (digesting->has_thread)
        pthread_join(digesting->thread, NULL);
    else
        run_digesting(digesting);
    Str digest = str_copy(arena, digesting->digest);
    arena_free(digesting->arena);
    return digest;
}

Str manifest_add_input(Arena *arena, Manifest *manifest, Str path)
{
    for (int i = 0; i < manifest->inputs.count; i++)
        if (str_equal(manifest->inputs.at[i].path, path))
            return manifest->inputs.at[i].digest;
    ManifestInput input = { path, manifest_digest_file(arena, path) };
    vec_push(arena, &manifest->inputs, input);
    return input.digest;
}

/* JSON is YAML: the reader of our YAML files reads it. */
static Str read_text(const Node *mapping, const char *key)
{
    const Node *node = mapping ? node_find(mapping, key) : NULL;
    return node && node->kind == NODE_SCALAR ? node->text : (Str){ 0 };
}

static int read_count(const Node *mapping, const char *key)
{
    long count = 0;
    return str_to_integer(read_text(mapping, key), &count) ? (int)count : 0;
}

static Texts read_texts(Arena *arena, const Node *mapping, const char *key)
{
    const Node *list = mapping ? node_find(mapping, key) : NULL;
    Texts texts = { 0 };
    for (int i = 0; list && list->kind == NODE_SEQUENCE && i < list->count; i++)
        vec_push(arena, &texts, list->items[i]->text);
    return texts;
}

static void read_inputs(Arena *arena, const Node *list, Manifest *out)
{
    for (int i = 0; list && list->kind == NODE_SEQUENCE && i < list->count; i++) {
        const Node *node = list->items[i];
        if (node->kind != NODE_MAPPING)
            continue;
        ManifestInput input = { read_text(node, "path"), read_text(node, "md5") };
        vec_push(arena, &out->inputs, input);
    }
}

static ManifestHandout read_handout(const Node *node)
{
    if (!node || node->kind != NODE_MAPPING)
        return (ManifestHandout){ 0 };
    return (ManifestHandout){ .file = read_text(node, "file"),
                              .digest = read_text(node, "md5"),
                              .form = read_text(node, "form"),
                              .pages = read_count(node, "pages") };
}

static ManifestUnit read_unit(Arena *arena, const Node *node)
{
    const Node *hidden = node_find(node, "hidden"), *n = node_find(node, "n");
    const Node *verified = node_find(node, "verified");
    ManifestUnit unit = {
        .number = read_text(node, "number"),
        .name = read_text(node, "name"),
        .file = read_text(node, "file"),
        .digest = read_text(node, "md5"),
        .source = read_text(node, "source"),
        .pages = read_count(node, "pages"),
        .handout = read_handout(node_find(node, "handout")),
        .hidden = {read_count(hidden, "few"), read_count(hidden, "other")},
        .inputs = read_texts(arena, node, "inputs"),
        .notes = read_texts(arena, node, "notes"),
        .warnings = read_texts(arena, node, "warnings"),
        .errors = read_texts(arena, node, "errors"),
        .figures = read_count(verified, "figures"),
        .answers = read_count(verified, "answers"),
    };
    for (int i = 0; i < UNIT_RESULT_COUNT; i++)
        if (str_equal_c(read_text(node, "result"), RESULTS[i]))
            unit.result = (UnitResult)i;
    for (int i = 0; i < VERIFY_RESULT_COUNT; i++)
        if (str_equal_c(read_text(verified, "result"), VERIFIED[i]))
            unit.verified = (VerifyResult)i;
    for (int i = 0; n && n->kind == NODE_MAPPING && i < n->count; i++) {
        Str group = n->pairs[i].key->text;
        bool is_hidden = node_is_null(n->pairs[i].value);
        vec_push(
            arena, &unit.n,
            (GroupCount){ group, is_hidden ? -1 : read_count(n, str_c(arena, group)) });
    }
    return unit;
}

void manifest_read(Arena *arena, Str path, Manifest *out, Diags *diags)
{
    *out = (Manifest){ 0 };
    if (!file_exists(path))
        return;
    Diags unseen = diags_in(arena);
    const Node *root = yaml_read(arena, path, (Place){ 0 }, &unseen);
    const Node *units =
        root && root->kind == NODE_MAPPING ? node_find(root, "units") : NULL;
    if (!units || units->kind != NODE_SEQUENCE) {
        diag_warning(diags, (Place){ .file = path }, "this is no manifest of a batch");
        diag_hint(diags, "every deck is made again");
        return;
    }
    out->version = read_text(root, "lysark");
    out->program = read_text(root, "program");
    out->round = read_text(root, "round");
    out->layout = read_text(root, "layout");
    out->survey = read_text(root, "survey");
    out->options = read_texts(arena, root, "options");
    read_inputs(arena, node_find(root, "inputs"), out);
    for (int i = 0; i < units->count; i++)
        if (units->items[i]->kind == NODE_MAPPING)
            vec_push(arena, &out->units, read_unit(arena, units->items[i]));
}

ManifestUnit *manifest_find(const Manifest *manifest, Str number, Str name)
{
    for (int i = 0; i < manifest->units.count; i++) {
        ManifestUnit *unit = &manifest->units.at[i];
        if (str_equal(unit->number, number) &&
            (number.len || str_equal(unit->name, name)))
            return unit;
    }
    return NULL;
}

bool manifest_has_deck(const ManifestUnit *unit)
{
    return unit->result == UNIT_MADE || unit->result == UNIT_OUTDATED;
}

static void put_texts(Json *json, const char *key, const Texts *texts)
{
    if (texts->count == 0)
        return;
    json_array(json, key);
    for (int i = 0; i < texts->count; i++)
        json_string(json, NULL, texts->at[i]);
    json_end_array(json);
}

static void put_handout(Json *json, const ManifestHandout *handout)
{
    if (handout->file.len == 0)
        return;
    json_object(json, "handout");
    json_string(json, "file", handout->file);
    json_string(json, "md5", handout->digest);
    json_string(json, "form", handout->form);
    json_number(json, "pages", handout->pages);
    json_end_object(json);
}

static void put_n(Arena *arena, Json *json, GroupCount count)
{
    const char *group = str_c(arena, count.group);
    if (count.n < 0)
        json_null(json, group);
    else
        json_number(json, group, count.n);
}

/* What only a deck has that is there. */
static void put_deck(Arena *arena, Json *json, const ManifestUnit *unit)
{
    json_string(json, "md5", unit->digest);
    json_string(json, "source", unit->source);
    json_number(json, "pages", unit->pages);
    put_handout(json, &unit->handout);
    json_object(json, "n");
    for (int i = 0; i < unit->n.count; i++)
        put_n(arena, json, unit->n.at[i]);
    json_end_object(json);
    json_object(json, "hidden");
    json_number(json, "few", unit->hidden.few);
    json_number(json, "other", unit->hidden.other);
    json_end_object(json);
    put_texts(json, "inputs", &unit->inputs);
    if (unit->verified == VERIFY_UNDONE)
        return;
    json_object(json, "verified");
    json_string_c(json, "result", VERIFIED[unit->verified]);
    json_number(json, "figures", unit->figures);
    json_number(json, "answers", unit->answers);
    json_end_object(json);
}

static void put_unit(Arena *arena, Json *json, const ManifestUnit *unit)
{
    json_object(json, NULL);
    json_string(json, "number", unit->number);
    json_string(json, "name", unit->name);
    json_string_c(json, "result", RESULTS[unit->result]);
    json_string(json, "file", unit->file);
    if (manifest_has_deck(unit))
        put_deck(arena, json, unit);
    put_texts(json, "notes", &unit->notes);
    put_texts(json, "warnings", &unit->warnings);
    put_texts(json, "errors", &unit->errors);
    json_end_object(json);
}

bool manifest_write(const Manifest *manifest, Str path, Diags *diags)
{
    Arena *scratch = arena_new();
    Json json = json_in(scratch);
    json_object(&json, NULL);
    json_string(&json, "lysark", manifest->version);
    json_string(&json, "program", manifest->program);
    json_string(&json, "round", manifest->round);
    json_string(&json, "layout", manifest->layout);
    if (manifest->survey.len)
        json_string(&json, "survey", manifest->survey);
    put_texts(&json, "options", &manifest->options);
    json_array(&json, "inputs");
    for (int i = 0; i < manifest->inputs.count; i++) {
        json_object(&json, NULL);
        json_string(&json, "path", manifest->inputs.at[i].path);
        json_string(&json, "md5", manifest->inputs.at[i].digest);
        json_end_object(&json);
    }
    json_end_array(&json);
    json_array(&json, "units");
    for (int i = 0; i < manifest->units.count; i++)
        put_unit(scratch, &json, &manifest->units.at[i]);
    json_end_array(&json);
    put_texts(&json, "strangers", &manifest->strangers);
    json_end_object(&json);
    bool is_good = file_write(path, buffer_text(&json.text), diags);
    arena_free(scratch);
    return is_good;
}
