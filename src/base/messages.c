#include "base/messages.h"

#include "base/file.h"

#include <libintl.h>
#include <locale.h>
#include <stdlib.h>

static const char DOMAIN[] = "lysark";

const char *message_text(const char *english)
{
    return *english ? dgettext(DOMAIN, english) : english;
}

/* The first of the variables that says something. */
static Str locale_name(void)
{
    static const char *const VARIABLES[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
    for (size_t i = 0; i < sizeof VARIABLES / sizeof *VARIABLES; i++) {
        Str value = str_from_c(getenv(VARIABLES[i]));
        if (value.len)
            return value;
    }
    return (Str){ 0 };
}

/* "nb" for nb_NO.UTF-8, and for the older no_NO; NULL for what we have no messages in.
 */
static const char *language_of(Str name)
{
    static const char *const LANGUAGES[][2] = {
        {"nb",  "nb"},
        { "no", "nb"},
        { "nn", "nn"}
    };
    size_t len = 0;
    while (len < name.len && name.at[len] >= 'a' && name.at[len] <= 'z')
        len++;
    for (size_t i = 0; i < sizeof LANGUAGES / sizeof *LANGUAGES; i++)
        if (str_equal_c(str_slice(name, 0, len), LANGUAGES[i][0]))
            return LANGUAGES[i][1];
    return NULL;
}

/* LANGUAGE is a list, "nn:nb:en"; a locale without a language ("C") goes before it. */
static const char *choose_language(void)
{
    Str name = locale_name(), list = str_from_c(getenv("LANGUAGE"));
    bool has_language = name.len && name.at[0] >= 'a' && name.at[0] <= 'z';
    if (!has_language || !list.len)
        return language_of(name);
    return language_of(list);
}

void messages_choose(Arena *scratch)
{
    const char *language = choose_language();
    if (!language)
        return;
    Str file = str_format(scratch, "../locale/%s/LC_MESSAGES/%s.mo", language, DOMAIN);
    Str path = data_find(scratch, file);
    if (!path.len)
        return;
    /* The messages are ours, so they do not need the system to know the locale: any but
     * "C" makes gettext look, and LANGUAGE says for what. */
    if (!setlocale(LC_MESSAGES, "") && !setlocale(LC_MESSAGES, "C.UTF-8"))
        return;
    setenv("LANGUAGE", language, 1);
    size_t tail = file.len - (sizeof "../locale" - 1);
    bindtextdomain(DOMAIN, str_c(scratch, str_slice(path, 0, path.len - tail)));
    bind_textdomain_codeset(DOMAIN, "UTF-8");
}
