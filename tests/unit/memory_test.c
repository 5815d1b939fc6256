/* What is personal leaves at the door: after reading, none of it is anywhere in the
 * memory of the process. What is looked for stands here as its bytes XOR 0x5A, so that
 * the test itself does not hold it. */
#include "survey/profile.h"
#include "survey/survey.h"

#include "expect.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
#define KEEPS_FREED_MEMORY 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define KEEPS_FREED_MEMORY 1
#endif
#endif

enum { KEY = 0x5A, WINDOW = 1 << 20, OVERLAP = 64 };

static const struct {
    const char *name, *hidden;
} planted[] = {
    {"an address",               "\x2A\x36\x3B\x34\x2E\x3F\x3E\x74\x35\x34\x3F\x1A\x3F\x22\x3B\x37"
                    "\x2A\x36\x3F\x74\x35\x28\x3D"                                       },
    { "an address in an answer", "\x2A\x36\x3B\x34\x2E\x3F\x3E\x74\x2E\x2D\x35\x1A\x3F"
                                 "\x22\x3B\x37\x2A\x36\x3F\x74\x35\x28\x3D"},
    { "a name",
     "\x0A\x36\x3B\x34\x2E\x33\x34\x3B\x7A\x09\x31\x30\x2F\x36\x2E\x34\x3B\x2C\x34"                        },
    { "an IP address",           "\x68\x6A\x69\x74\x6A\x74\x6B\x6B\x69\x74\x6D\x6D"                        },
    { "a token",                 "\x2E\x35\x31\x77\x0A\x16\x1B\x14\x0E\x1F\x1E\x77\x6E\x6D\x6B\x6B"        },
    { "a time",
     "\x68\x6A\x69\x6B\x77\x6A\x6D\x77\x6B\x63\x7A\x6A\x69\x60\x6B\x6E\x60\x6B\x6F"                        },
    { "a position",              "\x6C\x6B\x74\x6B\x68\x69\x6E\x6F\x6C"                                    },
};

static bool holds(const unsigned char *bytes, size_t len, const char *hidden)
{
    size_t wanted = strlen(hidden);
    for (size_t at = 0; at + wanted <= len; at++) {
        size_t i = 0;
        while (i < wanted && (bytes[at + i] ^ KEY) == (unsigned char)hidden[i])
            i++;
        if (i == wanted)
            return true;
    }
    return false;
}

/* Looks through what the process may write to, but for the window itself. */
static void search(unsigned char *window, bool *found)
{
    FILE *maps = fopen("/proc/self/maps", "r");
    int memory = open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
    assert_true(maps && memory >= 0);
    unsigned long from, to;
    char line[512], rights[8];
    while (fgets(line, sizeof line, maps)) {
        if (sscanf(line, "%lx-%lx %7s", &from, &to, rights) != 3 || rights[1] != 'w' ||
            (from <= (unsigned long)window && (unsigned long)window < to))
            continue;
        for (unsigned long at = from; at < to; at += WINDOW - OVERLAP) {
            ssize_t len = pread(memory, window, WINDOW, (off_t)at);
            for (size_t i = 0; len > 0 && i < ROW_COUNT(planted); i++)
                found[i] |= holds(window, (size_t)len, planted[i].hidden);
        }
    }
    fclose(maps);
    close(memory);
}

static void read_survey(Arena *arena, const char *export)
{
    Diags diags = diags_in(arena);
    Description description;
    Register reg;
    Survey survey;
    assert_true(description_read(arena, S("tests/unit/data/personal.yaml"),
                                 (Place){ 0 }, &description, &diags));
    description.export = (SourceOptions){ .path = str_from_c(export) };
    assert_true(register_read(arena, &description, &reg, &diags));
    assert_true(survey_read(arena, &description, &reg, &survey, &diags));
    expect_int(export, survey.respondent_count, 2);
    expect_int(export, survey.open[0][0].is_redacted, true);
}

static void read_profile(Arena *arena, const char *export)
{
    Diags diags = diags_in(arena);
    SourceOptions source = { .path = str_from_c(export) };
    Profile profile;
    assert_true(profile_read(arena, &source, &(SourceOptions){ 0 }, &profile, &diags));
    expect_int(export, profile.respondent_count, 2);
}

/* So that a search that finds nothing would be known to be blind. */
static void finds_what_is_kept(unsigned char *window)
{
    Arena *arena = arena_new();
    size_t len = strlen(planted[0].hidden);
    char *kept = arena_alloc(arena, len);
    for (size_t i = 0; i < len; i++)
        kept[i] = (char)(planted[0].hidden[i] ^ KEY);
    bool found[ROW_COUNT(planted)] = { 0 };
    search(window, found);
    assert_true(found[0]);
    explicit_bzero(kept, len);
    arena_free(arena);
}

static void forgets_what_is_personal(void **state)
{
    (void)state;
#ifdef KEEPS_FREED_MEMORY
    skip();
#endif
    static const char *const exports[] = { "tests/unit/data/personal.csv",
                                           "tests/unit/data/personal.xlsx" };
    unsigned char *window =
        mmap(NULL, WINDOW, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    assert_true(window != MAP_FAILED);
    finds_what_is_kept(window);
    bool is_good = true;
    for (size_t e = 0; e < ROW_COUNT(exports); e++) {
        Arena *arena = arena_new();
        read_survey(arena, exports[e]);
        read_profile(arena, exports[e]);
        memset(window, 0, WINDOW);
        bool found[ROW_COUNT(planted)] = { 0 };
        search(window, found);
        for (size_t i = 0; i < ROW_COUNT(planted); i++) {
            if (found[i])
                print_error("%s: %s is still in memory\n", exports[e], planted[i].name);
            is_good &= !found[i];
        }
        arena_free(arena);
    }
    munmap(window, WINDOW);
    assert_true(is_good);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(forgets_what_is_personal) };
    return cmocka_run_group_tests_name("memory", tests, NULL, NULL);
}
