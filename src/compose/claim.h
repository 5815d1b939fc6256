/* claim.h - what could be said of a statement: sentences that its figures support, each
 * with how remarkable it is. Only what is shown is spoken of. What is called clear
 * differs by at least the description's `marks`, and the 95 % interval of the
 * difference excludes zero (see figure_mark); a majority is clear where that of the
 * share lies above the half. «Om lag som» stands where figure_mark says MARK_SAME, and
 * the figures as printed differ by less than `marks`; else that it is not sure, or
 * nothing. The highest and the lowest, of units, statements or groups, are called so
 * only where the difference to each of the others is clear; among the three highest is
 * what differs clearly from all but two. */
#ifndef COMPOSE_CLAIM_H
#define COMPOSE_CLAIM_H
#include "compose/slide.h"

/* A row: its name, its topic, then the phrases that say it in other words. */
#define CLAIMS(ROW)                                                                    \
    ROW(GAP, GROUPS, WORD_FINDING_GAP, WORD_FINDING_GAP_VIEWS, WORD_FINDING_GAP_OTHER) \
    ROW(ENDS, GROUPS, WORD_FINDING_GAP_ENDS, WORD_FINDING_GAP_VIEWS, WORD_FINDING_GAP, \
        WORD_FINDING_GAP_OTHER)                                                        \
    ROW(APART_LOW, GROUPS, WORD_FINDING_APART_LOW, WORD_FINDING_APART_LOW_OTHER)       \
    ROW(APART_HIGH, GROUPS, WORD_FINDING_APART_HIGH, WORD_FINDING_APART_HIGH_OTHER)    \
    ROW(OPPOSED, GROUPS, WORD_FINDING_OPPOSED)                                         \
    ROW(FOR, WHOLE, WORD_FINDING_FOR, WORD_FINDING_FOR_OTHER)                          \
    ROW(ALL_FOR, WHOLE, WORD_FINDING_ALL_FOR)                                          \
    ROW(AGAINST, WHOLE, WORD_FINDING_AGAINST, WORD_FINDING_AGAINST_OTHER)              \
    ROW(ALL_AGAINST, WHOLE, WORD_FINDING_ALL_AGAINST)                                  \
    ROW(MORE_FOR, WHOLE, WORD_FINDING_MORE_FOR, WORD_FINDING_MORE_FOR_OTHER)           \
    ROW(MORE_AGAINST, WHOLE, WORD_FINDING_MORE_AGAINST,                                \
        WORD_FINDING_MORE_AGAINST_OTHER)                                               \
    ROW(SPLIT, WHOLE, WORD_FINDING_SPLIT, WORD_FINDING_SPLIT_OTHER)                    \
    ROW(ROSE, CHANGE, WORD_FINDING_ROSE, WORD_FINDING_ROSE_OTHER)                      \
    ROW(FELL, CHANGE, WORD_FINDING_FELL, WORD_FINDING_FELL_OTHER)                      \
    ROW(GROUPS_ROSE, CHANGE, WORD_FINDING_GROUPS_ROSE, WORD_FINDING_GROUPS_ROSE_OTHER) \
    ROW(GROUPS_FELL, CHANGE, WORD_FINDING_GROUPS_FELL, WORD_FINDING_GROUPS_FELL_OTHER) \
    ROW(BOTH_WAYS, CHANGE, WORD_FINDING_BOTH_WAYS, WORD_FINDING_BOTH_WAYS_OTHER)       \
    ROW(ABOVE, REGION, WORD_FINDING_ABOVE_REGION, WORD_FINDING_ABOVE_REGION_OTHER)     \
    ROW(BELOW, REGION, WORD_FINDING_BELOW_REGION, WORD_FINDING_BELOW_REGION_OTHER)     \
    ROW(FIRST, REGION, WORD_FINDING_FIRST, WORD_FINDING_FIRST_OTHER)                   \
    ROW(LAST, REGION, WORD_FINDING_LAST, WORD_FINDING_LAST_OTHER)                      \
    ROW(HIGHEST, STATEMENTS, WORD_FINDING_HIGHEST, WORD_FINDING_HIGHEST_OTHER)         \
    ROW(LOWEST, STATEMENTS, WORD_FINDING_LOWEST, WORD_FINDING_LOWEST_OTHER)            \
    ROW(TOP, STATEMENTS, WORD_FINDING_TOP)                                             \
    ROW(BOTTOM, STATEMENTS, WORD_FINDING_BOTTOM)                                       \
    ROW(DOUBT, STATEMENTS, WORD_FINDING_DOUBT, WORD_FINDING_DOUBT_OTHER)               \
    ROW(STEADY, CHANGE, WORD_FINDING_STEADY, WORD_FINDING_STEADY_OTHER)                \
    ROW(UNSURE_CHANGE, CHANGE, WORD_FINDING_UNSURE, WORD_FINDING_UNSURE_OTHER)         \
    ROW(ALIKE, REGION, WORD_FINDING_LIKE_REGION, WORD_FINDING_LIKE_REGION_OTHER)       \
    ROW(UNSURE_REGION, REGION, WORD_FINDING_UNSURE_REGION,                             \
        WORD_FINDING_UNSURE_REGION_OTHER)                                              \
    ROW(LEVEL, GROUPS, WORD_FINDING_LEVEL)                                             \
    ROW(LEVEL_SHOWN, GROUPS, WORD_FINDING_LEVEL_SHOWN)                                 \
    ROW(EQUAL, GROUPS, WORD_FINDING_EQUAL)                                             \
    ROW(ONLY, GROUPS, WORD_FINDING_ONLY)                                               \
    ROW(ONE, GROUPS, WORD_FINDING_ONE)                                                 \
    ROW(NET_ROSE, CHANGE, WORD_NET_ROSE, WORD_NET_ROSE_OTHER)                          \
    ROW(NET_FELL, CHANGE, WORD_NET_FELL, WORD_NET_FELL_OTHER)                          \
    ROW(NET_STEADY, CHANGE, WORD_NET_STEADY, WORD_NET_STEADY_OTHER)                    \
    ROW(NET_UNSURE_CHANGE, CHANGE, WORD_NET_UNSURE, WORD_NET_UNSURE_OTHER)             \
    ROW(NET_GROUPS_ROSE, CHANGE, WORD_NET_GROUPS_ROSE, WORD_NET_GROUPS_ROSE_OTHER)     \
    ROW(NET_GROUPS_FELL, CHANGE, WORD_NET_GROUPS_FELL, WORD_NET_GROUPS_FELL_OTHER)     \
    ROW(NET_BOTH_WAYS, CHANGE, WORD_NET_BOTH_WAYS, WORD_NET_BOTH_WAYS_OTHER)           \
    ROW(NET_ABOVE, REGION, WORD_NET_ABOVE_REGION, WORD_NET_ABOVE_REGION_OTHER)         \
    ROW(NET_BELOW, REGION, WORD_NET_BELOW_REGION, WORD_NET_BELOW_REGION_OTHER)         \
    ROW(NET_ALIKE, REGION, WORD_NET_LIKE_REGION, WORD_NET_LIKE_REGION_OTHER)           \
    ROW(NET_UNSURE_REGION, REGION, WORD_NET_UNSURE_REGION,                             \
        WORD_NET_UNSURE_REGION_OTHER)                                                  \
    ROW(NET_MORE_FOR, WHOLE, WORD_NET_MORE_FOR, WORD_NET_MORE_FOR_OTHER)               \
    ROW(NET_MORE_AGAINST, WHOLE, WORD_NET_MORE_AGAINST, WORD_NET_MORE_AGAINST_OTHER)   \
    ROW(NET_GAP, GROUPS, WORD_NET_GAP, WORD_NET_GAP_VIEWS)                             \
    ROW(NET_LEVEL, GROUPS, WORD_NET_LEVEL)                                             \
    ROW(NET_LEVEL_SHOWN, GROUPS, WORD_NET_LEVEL_SHOWN)

typedef enum ClaimKind {
#define DECLARE(name, ...) CLAIM_##name,
    CLAIMS(DECLARE)
#undef DECLARE
        CLAIM_COUNT
} ClaimKind;

/* A slide says one thing about each. */
typedef enum ClaimTopic {
    TOPIC_GROUPS,     /* between the groups */
    TOPIC_WHOLE,      /* what most answered */
    TOPIC_CHANGE,     /* since the round before */
    TOPIC_REGION,     /* beside the region and its units */
    TOPIC_STATEMENTS, /* among the statements */
    TOPIC_COUNT
} ClaimTopic;

enum { CLAIM_SAID_MAX = 2 * GROUP_MAX, CLAIM_WORDS_MAX = 4 };

typedef struct Claim {
    ClaimKind kind;
    /* A clear difference in the least ones that are marked; what other topics weigh
     * beside it is theirs. */
    double strength;
    bool is_level; /* nothing clear: never said first but for want of anything else */
    const char *names[CLAIM_WORDS_MAX + 1]; /* placeholders of the phrase, and … */
    Str values[CLAIM_WORDS_MAX];            /* … what stands for them */
    Figure said[CLAIM_SAID_MAX];            /* the figures in it */
    int word_count, said_count;
} Claim;

typedef VEC(Claim) Claims;

/* Each adds what it finds; nothing where nothing may be said. */
typedef void ClaimMaker(SlideContext *context, int statement, Claims *claims);
void claim_groups(SlideContext *context, int statement, Claims *claims);
void claim_whole(SlideContext *context, int statement, Claims *claims);
void claim_change(SlideContext *context, int statement, Claims *claims);
void claim_region(SlideContext *context, int statement, Claims *claims);
void claim_statements(SlideContext *context, int statement, Claims *claims);
/* Of the net score of a question from 0 to 10. */
void claim_net_groups(SlideContext *context, int statement, Claims *claims);
void claim_net_whole(SlideContext *context, int statement, Claims *claims);
void claim_net_change(SlideContext *context, int statement, Claims *claims);
void claim_net_region(SlideContext *context, int statement, Claims *claims);

ClaimTopic claim_topic(ClaimKind kind);
/* The phrases are counted from 0 and round again. */
WordId claim_phrase(ClaimKind kind, int phrase);
Str claim_text(SlideContext *context, const Claim *claim, int phrase);

/* For those who make claims. */
void claim_word(Claim *claim, const char *name, Str value);
void claim_say(Claim *claim, Figure figure);
/* «blant gründerne og i næringslivet»; of more than four groups how many there are. */
Str claim_among(SlideContext *context, const int *groups, int count);
Str claim_share(SlideContext *context, double share);
/* As its statistic is printed. */
Str claim_figure(SlideContext *context, Figure figure);

#endif
