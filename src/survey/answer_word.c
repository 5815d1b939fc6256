#include "survey/answer_word.h"

#include "base/unicode.h"

/* clang-format off */
static const AnswerWord WORDS[] = {
    { FAMILY_UNSURE, 0, { "vet ikke", "veit ikkje", "don't know", "vet ikke / ikke aktuelt", "usikker", "do not know", "dont know", "not sure", "vet ikke/ingen mening" } },
    { FAMILY_UNSURE, 1, { "ingen formening", "inga meining", "no opinion", "ingen mening", "har ingen formening" } },
    { FAMILY_MISSING, 0, { "ikke relevant", "ikkje relevant", "not applicable", "n/a", "ikke aktuelt", "ikkje aktuelt", "uaktuelt" } },
    { FAMILY_MISSING, 1, { "ønsker ikke å svare", "ønskjer ikkje å svare", "prefer not to say", "vil ikke svare", "ubesvart", "ikke besvart", "prefer not to answer" } },
    { FAMILY_MISSING, 2, { "-9", "-99", "99", "999", "na", "-1", "-8", "#null!" } },

    { FAMILY_AGREEMENT, 1, { "helt uenig", "heilt ueinig", "strongly disagree", "svært uenig", "totalt uenig", "sterkt uenig", "totally disagree", "completely disagree" } },
    { FAMILY_AGREEMENT, 2, { "uenig", "ueinig", "disagree", "ganske uenig" } },
    { FAMILY_AGREEMENT, 3, { "delvis uenig", "delvis ueinig", "partly disagree", "litt uenig", "noe uenig", "somewhat disagree", "slightly disagree", "nokså uenig" } },
    { FAMILY_AGREEMENT, 4, { "verken enig eller uenig", "verken einig eller ueinig", "neither agree nor disagree", "hverken enig eller uenig", "nøytral", "neutral", "verken eller", "verken-eller", "både og" } },
    { FAMILY_AGREEMENT, 5, { "delvis enig", "delvis einig", "partly agree", "litt enig", "noe enig", "somewhat agree", "slightly agree", "nokså enig" } },
    { FAMILY_AGREEMENT, 6, { "enig", "einig", "agree", "ganske enig" } },
    { FAMILY_AGREEMENT, 7, { "helt enig", "heilt einig", "strongly agree", "svært enig", "totalt enig", "sterkt enig", "totally agree", "completely agree" } },

    { FAMILY_SATISFACTION, 1, { "svært misfornøyd", "svært misnøgd", "very dissatisfied", "meget misfornøyd", "veldig misfornøyd", "extremely dissatisfied" } },
    { FAMILY_SATISFACTION, 2, { "misfornøyd", "misnøgd", "dissatisfied", "ganske misfornøyd" } },
    { FAMILY_SATISFACTION, 3, { "litt misfornøyd", "litt misnøgd", "somewhat dissatisfied", "noe misfornøyd", "delvis misfornøyd" } },
    { FAMILY_SATISFACTION, 4, { "verken fornøyd eller misfornøyd", "verken nøgd eller misnøgd", "neither satisfied nor dissatisfied", "hverken fornøyd eller misfornøyd" } },
    { FAMILY_SATISFACTION, 5, { "litt fornøyd", "litt nøgd", "somewhat satisfied", "noe fornøyd", "delvis fornøyd" } },
    { FAMILY_SATISFACTION, 6, { "fornøyd", "nøgd", "satisfied", "ganske fornøyd" } },
    { FAMILY_SATISFACTION, 7, { "svært fornøyd", "svært nøgd", "very satisfied", "meget fornøyd", "veldig fornøyd", "extremely satisfied" } },

    { FAMILY_QUALITY, 1, { "svært dårlig", "svært dårleg", "very poor", "meget dårlig", "veldig dårlig", "very bad" } },
    { FAMILY_QUALITY, 2, { "dårlig", "dårleg", "poor", "ganske dårlig", "bad" } },
    { FAMILY_QUALITY, 3, { "middels", "middels", "average", "verken god eller dårlig", "verken bra eller dårlig", "fair", "neither good nor bad" } },
    { FAMILY_QUALITY, 4, { "god", "god", "good", "bra", "godt", "ganske god" } },
    { FAMILY_QUALITY, 5, { "svært god", "svært god", "very good", "svært bra", "meget god", "svært godt", "veldig bra", "excellent" } },

    { FAMILY_EXTENT, 1, { "ikke i det hele tatt", "ikkje i det heile", "not at all", "overhodet ikke" } },
    { FAMILY_EXTENT, 2, { "i svært liten grad", "i svært liten grad", "to a very small extent", "svært liten grad" } },
    { FAMILY_EXTENT, 3, { "i liten grad", "i liten grad", "to a small extent", "liten grad", "to a little extent" } },
    { FAMILY_EXTENT, 4, { "i noen grad", "i nokon grad", "to some extent", "noen grad", "i middels grad" } },
    { FAMILY_EXTENT, 5, { "i stor grad", "i stor grad", "to a large extent", "stor grad", "to a great extent" } },
    { FAMILY_EXTENT, 6, { "i svært stor grad", "i svært stor grad", "to a very large extent", "svært stor grad", "to a very great extent" } },

    { FAMILY_FREQUENCY, 1, { "aldri", "aldri", "never" } },
    { FAMILY_FREQUENCY, 2, { "sjelden", "sjeldan", "rarely", "seldom" } },
    { FAMILY_FREQUENCY, 3, { "av og til", "av og til", "sometimes", "iblant", "noen ganger" } },
    { FAMILY_FREQUENCY, 4, { "ofte", "ofte", "often" } },
    { FAMILY_FREQUENCY, 5, { "svært ofte", "svært ofte", "very often", "veldig ofte" } },
    { FAMILY_FREQUENCY, 6, { "alltid", "alltid", "always" } },

    { FAMILY_LIKELIHOOD, 1, { "svært usannsynlig", "svært usannsynleg", "very unlikely" } },
    { FAMILY_LIKELIHOOD, 2, { "usannsynlig", "usannsynleg", "unlikely" } },
    { FAMILY_LIKELIHOOD, 3, { "verken sannsynlig eller usannsynlig", "verken sannsynleg eller usannsynleg", "neither likely nor unlikely" } },
    { FAMILY_LIKELIHOOD, 4, { "sannsynlig", "sannsynleg", "likely" } },
    { FAMILY_LIKELIHOOD, 5, { "svært sannsynlig", "svært sannsynleg", "very likely" } },

    { FAMILY_YES_NO, 1, { "nei", "nei", "no" } },
    { FAMILY_YES_NO, 2, { "ja", "ja", "yes" } },
};
/* clang-format on */

/* «1 – Helt uenig», "5. Strongly agree": what follows the number, when something does.
 */
static Str without_number(Str text)
{
    size_t at = 0;
    while (at < text.len && text.at[at] >= '0' && text.at[at] <= '9')
        at++;
    if (at == 0)
        return text;
    size_t digits = at;
    while (at < text.len) {
        size_t next = at;
        uint32_t c = utf8_next(text, &next);
        bool is_between = c == ' ' || c == '-' || c == 0x2013 || c == '.' || c == ')' ||
                          c == ':' || c == '=';
        if (!is_between)
            break;
        at = next;
    }
    return at > digits && at < text.len ? str_slice(text, at, text.len) : text;
}

const AnswerWord *answer_word_find(Arena *scratch, Str text)
{
    if (text.len == 0 || text.len > 80)
        return NULL;
    ArenaMark mark = arena_mark(scratch);
    Str key = str_replace(scratch, without_number(text), S("_"), S(" "));
    key = str_replace(scratch, key, S("’"), S("'"));
    key = unicode_fold(scratch, str_fold_space(scratch, key));
    const AnswerWord *found = NULL;
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS && !found; i++)
        for (int k = 0; k < ANSWER_SPELLINGS && WORDS[i].spellings[k] && !found; k++)
            if (str_equal_c(key, WORDS[i].spellings[k]))
                found = &WORDS[i];
    arena_rewind(scratch, mark);
    return found;
}
