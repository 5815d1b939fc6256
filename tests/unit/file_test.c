#include "base/file.h"
#include "expect.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

enum { NOBODY = 65534 };

static Arena *arena;
static char folder[] = "/tmp/lysark-file-XXXXXX";

static Str in_folder(const char *name)
{
    return str_format(arena, "%s/%s", folder, name);
}

static void make_folder(const char *name, mode_t mode)
{
    const char *path = str_c(arena, in_folder(name));
    assert_int_equal(mkdir(path, 0755), 0);
    assert_int_equal(chmod(path, mode), 0);
}

static void write_text(const char *name, Str text)
{
    Diags diags = diags_in(arena);
    if (!file_write(in_folder(name), text, &diags))
        fail_msg("%s: %.*s", name, STR_ARG(messages_text(arena, &diags)));
}

static void expect_content(const char *name, const char *want)
{
    Diags diags = diags_in(arena);
    Str got;
    if (!file_read(arena, in_folder(name), (Place){ 0 }, &got, &diags))
        fail_msg("%s: %.*s", name, STR_ARG(messages_text(arena, &diags)));
    expect_str(name, got, want);
}

/* Messages name the folder, which differs from run to run. */
static void expect_messages(const char *row, const Diags *diags, const char *want)
{
    Str got = messages_text(arena, diags);
    expect_str(row, str_replace(arena, got, str_from_c(folder), S("DIR")), want);
}

static int count_files(const char *name)
{
    DIR *entries = opendir(str_c(arena, in_folder(name)));
    assert_non_null(entries);
    int count = 0;
    while (readdir(entries))
        count++;
    closedir(entries);
    return count - 2; /* "." and ".." */
}

static void test_round_trip(void **state)
{
    (void)state;
    write_text("a.txt", S("hei\n"));
    expect_content("a.txt", "hei\n");
    write_text("a.txt", S("en lengre tekst\n"));
    expect_content("a.txt", "en lengre tekst\n");
    write_text("a.txt", S(""));
    expect_content("a.txt", "");

    char *large = arena_alloc(arena, 3000001);
    memset(large, 'x', 3000000);
    write_text("a.txt", str_from_c(large));
    expect_content("a.txt", large);
}

static void test_mode(void **state)
{
    (void)state;
    mode_t mask = umask(027);
    write_text("mode.txt", S("x"));
    umask(mask);
    struct stat status;
    assert_int_equal(stat(str_c(arena, in_folder("mode.txt")), &status), 0);
    expect_int("mode", status.st_mode & 0777, 0640);
}

static void test_link_is_kept(void **state)
{
    (void)state;
    write_text("target.txt", S("old"));
    const char *link = str_c(arena, in_folder("link.txt"));
    assert_int_equal(symlink("target.txt", link), 0);
    write_text("link.txt", S("new"));
    expect_content("target.txt", "new");
    struct stat status;
    assert_int_equal(lstat(link, &status), 0);
    assert_true(S_ISLNK(status.st_mode));
}

static void test_read_messages(void **state)
{
    (void)state;
    make_folder("a-folder", 0755);
    write_text("file.txt", S("x"));
    write_text("secret.txt", S("x"));
    assert_int_equal(chmod(str_c(arena, in_folder("secret.txt")), 0), 0);
    const Place from = { .file = S("layouts/a.yaml"), .line = 7, .column = 9 };
    const struct {
        const char *name, *path;
        bool is_named; /* by a value of a layout */
        const char *want;
    } rows[] = {
        {"absent",                    "nope.csv",   false,
         "there is no file \"DIR/nope.csv\"\n  check the spelling and the folder\n"},
        { "absent, named by a value", "nope.csv",   true,
         "7:9: there is no file \"DIR/nope.csv\"\n"
          "  a path is relative to the file that names it\n"                       },
        { "a folder",                 "a-folder",   false,
         "\"DIR/a-folder\" is a folder, not a file\n  name a file in it\n"         },
        { "unreadable",               "secret.txt", false,
         "cannot read \"DIR/secret.txt\": Permission denied\n"
          "  check that you may read it\n"                                         },
        { "below a file",             "file.txt/x", false,
         "there is no file \"DIR/file.txt/x\"\n"
          "  check the spelling and the folder\n"                                  },
        { "strange name",             "a\nb",       false,
         "there is no file \"DIR/a\\nb\"\n  check the spelling and the folder\n"   },
    };
    bool is_root = geteuid() == 0 && seteuid(NOBODY) == 0;
    for (size_t i = 0; i < ROW_COUNT(rows); i++) {
        Diags diags = diags_in(arena);
        Str got;
        if (file_read(arena, in_folder(rows[i].path),
                      rows[i].is_named ? from : (Place){ 0 }, &got, &diags))
            fail_msg("%s: was read", rows[i].name);
        expect_int(rows[i].name, (long)got.len, 0);
        expect_messages(rows[i].name, &diags, rows[i].want);
    }
    if (is_root)
        assert_int_equal(seteuid(0), 0);
}

static void test_zero_byte_in_path(void **state)
{
    (void)state;
    Diags diags = diags_in(arena);
    Str got;
    assert_false(file_read(arena, S("/dev/null\0x"), (Place){ 0 }, &got, &diags));
    expect_str("zero byte", diags.list.at[0].message,
               "there is no file \"/dev/null\\u0000x\"");
}

static void test_write_messages(void **state)
{
    (void)state;
    make_folder("target", 0755);
    make_folder("locked", 0555);
    write_text("protected.txt", S("old"));
    assert_int_equal(chmod(str_c(arena, in_folder("protected.txt")), 0444), 0);
    static const struct {
        const char *name, *path, *want;
    } rows[] = {
        {"target is a folder", "target",
         "cannot write \"DIR/target\": Is a directory\n  name a file in it\n"},
        { "no such folder",    "nope/a.pdf",
         "cannot write \"DIR/nope/a.pdf\": No such file or directory\n"
          "  make the folder first, or name another\n"                       },
        { "unwritable folder", "locked/a.pdf",
         "cannot write \"DIR/locked/a.pdf\": Permission denied\n"
          "  write to a file and folder that you may change\n"               },
        { "protected file",    "protected.txt",
         "cannot write \"DIR/protected.txt\": Permission denied\n"
          "  write to a file and folder that you may change\n"               },
    };
    bool is_root = geteuid() == 0 && seteuid(NOBODY) == 0;
    for (size_t i = 0; i < ROW_COUNT(rows); i++) {
        Diags diags = diags_in(arena);
        if (file_write(in_folder(rows[i].path), S("new"), &diags))
            fail_msg("%s: was written", rows[i].name);
        expect_messages(rows[i].name, &diags, rows[i].want);
    }
    if (is_root)
        assert_int_equal(seteuid(0), 0);
    expect_int("nothing left", count_files("locked"), 0);
    expect_int("nothing left", count_files("target"), 0);
}

/* A limit on file sizes stands in for a disk that is full half-way. */
static void test_full_disk(void **state)
{
    (void)state;
    make_folder("full", 0755);
    write_text("full/deck.pdf", S("old"));
    struct rlimit before, limit;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    limit = before;
    limit.rlim_cur = 1000;
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
    Diags diags = diags_in(arena);
    char *bytes = arena_alloc(arena, 5000);
    bool is_written =
        file_write(in_folder("full/deck.pdf"), (Str){ bytes, 5000 }, &diags);
    setrlimit(RLIMIT_FSIZE, &before);
    signal(SIGXFSZ, SIG_DFL);
    assert_false(is_written);
    expect_content("full/deck.pdf", "old");
    expect_int("no temporary file left", count_files("full"), 1);
}

static void test_standard_output(void **state)
{
    (void)state;
    Diags diags = diags_in(arena);
    fflush(stdout);
    int kept = dup(STDOUT_FILENO), full = open("/dev/full", O_WRONLY);
    assert_true(kept >= 0 && full >= 0);
    dup2(full, STDOUT_FILENO);
    bool is_written = file_write(S("-"), S("x"), &diags);
    dup2(kept, STDOUT_FILENO);
    close(kept);
    close(full);
    assert_false(is_written);
    expect_messages("full", &diags,
                    "cannot write \"standard output\": No space left on device\n"
                    "  make room on the disk, or write to another\n");
}

/* A pipe of our own, so that a fault cannot replace a device of the system. */
static void test_pipe_is_kept(void **state)
{
    (void)state;
    const char *path = str_c(arena, in_folder("pipe"));
    assert_int_equal(mkfifo(path, 0600), 0);
    int reader = open(path, O_RDONLY | O_NONBLOCK);
    assert_true(reader >= 0);
    write_text("pipe", S("hei"));
    char got[8];
    expect_int("bytes", read(reader, got, sizeof got), 3);
    close(reader);
    struct stat status;
    assert_int_equal(stat(path, &status), 0);
    assert_true(S_ISFIFO(status.st_mode));
}

static void test_paths(void **state)
{
    (void)state;
    static const struct {
        const char *name, *file, *path, *want;
    } rows[] = {
        {"beside",       "layouts/a.yaml", "b.csv",    "layouts/b.csv"   },
        { "above",       "layouts/a.yaml", "../b.csv", "layouts/../b.csv"},
        { "absolute",    "layouts/a.yaml", "/b.csv",   "/b.csv"          },
        { "no folder",   "a.yaml",         "b.csv",    "b.csv"           },
        { "of the root", "/a.yaml",        "b.csv",    "/b.csv"          },
        { "nothing",     "layouts/a.yaml", "",         ""                },
    };
    for (size_t i = 0; i < ROW_COUNT(rows); i++)
        expect_str(
            rows[i].name,
            path_relative_to(arena, str_from_c(rows[i].file), str_from_c(rows[i].path)),
            rows[i].want);
}

static void test_data_is_found(void **state)
{
    (void)state;
    make_folder("data", 0755);
    write_text("data/lysark-test.txt", S("x"));
    expect_str("nowhere", data_find(arena, S("lysark-test.txt")), "");
    setenv("LYSARK_DATA", str_c(arena, in_folder("data")), 1);
    Str found = data_find(arena, S("lysark-test.txt"));
    expect_str("chosen folder", str_replace(arena, found, str_from_c(folder), S("DIR")),
               "DIR/data/lysark-test.txt");
    assert_true(file_exists(data_find(arena, S("src/base/file.h"))));
    unsetenv("LYSARK_DATA");
    assert_true(file_exists(data_find(arena, S("src/base/file.h"))));
    assert_false(file_exists(in_folder("nope")));
}

static int open_folder(void **state)
{
    (void)state;
    arena = arena_new();
    return mkdtemp(folder) && chmod(folder, 0755) == 0 ? 0 : -1;
}

static void remove_folder(const char *path)
{
    DIR *entries = opendir(path);
    for (struct dirent *entry; entries && (entry = readdir(entries));) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        const char *inside =
            str_c(arena, str_format(arena, "%s/%s", path, entry->d_name));
        if (unlink(inside) < 0)
            remove_folder(inside);
    }
    if (entries)
        closedir(entries);
    rmdir(path);
}

static int close_folder(void **state)
{
    (void)state;
    remove_folder(folder);
    arena_free(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_round_trip),
        cmocka_unit_test(test_mode),
        cmocka_unit_test(test_link_is_kept),
        cmocka_unit_test(test_read_messages),
        cmocka_unit_test(test_zero_byte_in_path),
        cmocka_unit_test(test_write_messages),
        cmocka_unit_test(test_full_disk),
        cmocka_unit_test(test_standard_output),
        cmocka_unit_test(test_pipe_is_kept),
        cmocka_unit_test(test_paths),
        cmocka_unit_test(test_data_is_found),
    };
    return cmocka_run_group_tests(tests, open_folder, close_folder);
}
