/* words.h - all that the program itself prints in a deck, by language:
 * layouts/words/{nb,nn}.yaml. To add one: a row here, a line in each file. */
#ifndef LAYOUT_WORDS_H
#define LAYOUT_WORDS_H
#include "base/date.h"
#include "yaml/schema.h"

/* name, key in the file, what it is (its placeholders in braces) */
#define WORDS(ROW)                                                                     \
    ROW(DECIMAL, "decimal", "decimal mark")                                            \
    ROW(THOUSANDS, "thousands", "between groups of three digits")                      \
    ROW(PERCENT, "percent", "a share; {n} per cents")                                  \
    ROW(MONTHS, "months", "twelve names with blanks between")                          \
    ROW(DATE_LONG, "date-long", "a day; {day} {month} {year}")                         \
    ROW(DATE_MONTH, "date-month", "a month; {month} {year}")                           \
    ROW(PERIOD_MONTH, "period-month",                                                  \
        "days of one month; {from-day} {day} {month} {year}")                          \
    ROW(PERIOD_YEAR, "period-year",                                                    \
        "days of one year; {from-day} {from-month} {day} {month} {year}")              \
    ROW(PERIOD, "period", "days of two years; {from} {to}")                            \
    ROW(AND, "and", "before the last of a list")                                       \
    ROW(FROM_TO, "from-to", "numbers of which some are below zero; {from} {to}")       \
    ROW(QUOTE, "quote", "a quotation; {text}")                                         \
    ROW(SLIDE, "slide", "reference to one slide; {numbers}")                           \
    ROW(SLIDES, "slides", "the same to several; {numbers}")                            \
    ROW(RANK, "rank", "a place; {n}")                                                  \
    ROW(MISSING, "missing", "figure without a base")                                   \
    ROW(HIDDEN, "hidden", "figure hidden for privacy; {n} the limit")                  \
    ROW(NOT_ASKED, "not-asked", "not asked in a round; {round}")                       \
    ROW(NOT_COMPARABLE, "not-comparable", "wording or scale changed")                  \
    ROW(NO_ROUND, "no-round", "there is no previous round")                            \
    ROW(NO_PART, "no-part", "the unit took no part in a round; {round}")               \
    ROW(POINTS, "points", "a change of a share; {n} percentage points, with its sign") \
    ROW(LINK_TO_SLIDE, "link-to-slide", "a link said aloud; {number}")                 \
    ROW(SMALL_NUMBERS, "small-numbers", "zero to twelve with blanks between")          \
    ROW(SOURCE, "source", "foot of a page; {survey} {unit} {n}")                       \
    ROW(SOURCE_COUNTED, "source-counted",                                              \
        "the same where n is not known; {survey} {unit}")                              \
    ROW(UNIT_LOGO, "unit-logo", "what a unit's own logo is; {unit}")                   \
    ROW(SOURCE_ONE, "source-one", "the same where there is one unit; {survey} {n}")    \
    ROW(SOURCE_NOTE, "source-note", "foot with a note; {source} {note}")               \
    ROW(N_IS, "n-is", "base of a figure; {n}")                                         \
    ROW(MEAN_HEADING, "mean-heading", "over a column of means")                        \
    ROW(CHANGE_HEADING, "change-heading", "over a column of changes; {round}")         \
    ROW(ALL_GROUPS, "all-groups", "all groups together")                               \
    ROW(HIDDEN_SHORT, "hidden-short", "hidden, where there is little room")            \
    ROW(ALT_STACKED, "alt-stacked", "says a stacked chart; {topic} {rows}")            \
    ROW(ALT_BAR, "alt-bar", "says a bar chart; {topic} {rows}")                        \
    ROW(ALT_MEAN, "alt-mean", "the mean behind a distribution; {mean}")                \
    ROW(CONTENTS_TITLE, "contents-title", "title of the table of contents")            \
    ROW(SECTION_KICKER, "section-kicker", "over a section's name; {n} {total}")        \
    ROW(SECTION_SLIDE, "section-slide", "its only slide; {n} {numbers}")               \
    ROW(SECTION_SLIDES, "section-slides", "its slides; {n} {numbers}")                 \
    ROW(ALT_DIVERGING, "alt-diverging", "says a diverging chart; {topic} {rows}")      \
    ROW(ALT_TREND, "alt-trend", "says a chart over rounds; {topic} {rows}")            \
    ROW(ALT_TREND_ROUND, "alt-trend-round", "a mean of one round; {mean} {round}")     \
    ROW(INTERVAL_HEADING, "interval-heading", "over a column of 95 % intervals")       \
    ROW(COMPARISON_KICKER, "comparison-kicker",                                        \
        "over the title of a ranking; {label}")                                        \
    ROW(COMPARISON_TITLE, "comparison-title",                                          \
        "a place; {unit} {rank} {units} {region}")                                     \
    ROW(COMPARISON_TIED, "comparison-tied",                                            \
        "a place that is shared; {unit} {rank} {units} {region}")                      \
    ROW(COMPARISON_LEGEND, "comparison-legend",                                        \
        "a dot, its line, what is clear; {difference}")                                \
    ROW(COMPARISON_WORTH, "comparison-worth",                                          \
        "how many differ clearly; {unit} {above} {below} {same}")                      \
    ROW(COMPARISON_ALL_DIFFER, "comparison-all-differ",                                \
        "the same when all others differ; {unit} {above} {below}")                     \
    ROW(COMPARISON_ABSENT, "comparison-absent",                                        \
        "the unit is not ranked; {unit} {state}")                                      \
    ROW(COMPARISON_ALONE, "comparison-alone", "no other unit is shown")                \
    ROW(COMPARISON_REGION, "comparison-region", "a mean; {region} {mean}")             \
    ROW(OTHER_UNIT, "other-unit", "a unit that is not named")                          \
    ROW(UNIT_HEADING, "unit-heading", "head of a table by unit")                       \
    ROW(PLACE, "place", "a place in a table; {n}")                                     \
    ROW(GROUP_HEADING, "group-heading", "head of a table by group")                    \
    ROW(TREND_KICKER, "trend-kicker", "over the title of a trend; {label}")            \
    ROW(TREND_TOPIC, "trend-topic", "what a trend is about; {title}")                  \
    ROW(RESPONDENTS_KICKER, "respondents-kicker", "over the title of the respondents") \
    ROW(RESPONDENTS_TITLE, "respondents-title",                                        \
        "title of the respondents; {n} {groups}")                                      \
    ROW(RESPONDENTS_TOPIC, "respondents-topic", "what their chart is about")           \
    ROW(GROUP_NOTE, "group-note", "behind a group's n; {share} {rate}")                \
    ROW(KEY_ANSWERS, "key-answers", "key figure: respondents")                         \
    ROW(KEY_RATE, "key-rate", "key figure: response rate")                             \
    ROW(KEY_UNITS, "key-units", "key figure: units in the region")                     \
    ROW(KEY_REGION_ANSWERS, "key-region-answers",                                      \
        "key figure: respondents in the region")                                       \
    ROW(FINDING_GAP, "finding-gap",                                                    \
        "a group agrees clearly more; {low} {low-share} {high} {high-share}")          \
    ROW(FINDING_GAP_OTHER, "finding-gap-other",                                        \
        "the same in other words; {low} {low-share} {high} {high-share}")              \
    ROW(FINDING_GAP_VIEWS, "finding-gap-views",                                        \
        "the same in other words; {low} {low-share} {high} {high-share}")              \
    ROW(FINDING_GAP_ENDS, "finding-gap-ends",                                          \
        "the outermost, each clearly so; {low} {low-share} {high} {high-share}")       \
    ROW(FINDING_RANGE, "finding-range",                                                \
        "between two shares, the first in digits; {low} {high}")                       \
    ROW(FINDING_MANY, "finding-many",                                                  \
        "in so many groups that they are not listed; {n} {groups}")                    \
    ROW(FINDING_GROUP, "finding-group",                                                \
        "in a group that the description does not say `among` of; {group}")            \
    ROW(FINDING_APART_LOW, "finding-apart-low",                                        \
        "a group agrees clearly less than every other; {group} {share} {range}")       \
    ROW(FINDING_APART_LOW_OTHER, "finding-apart-low-other",                            \
        "the same in other words; {group} {share} {range}")                            \
    ROW(FINDING_APART_HIGH, "finding-apart-high",                                      \
        "a group agrees clearly more than every other; {group} {share} {range}")       \
    ROW(FINDING_APART_HIGH_OTHER, "finding-apart-high-other",                          \
        "the same in other words; {group} {share} {range}")                            \
    ROW(FINDING_OPPOSED, "finding-opposed",                                            \
        "a majority agrees in some groups, disagrees in others; {high} {high-share} "  \
        "{low} {low-share}")                                                           \
    ROW(FINDING_LEVEL, "finding-level",                                                \
        "no clear difference between groups; {low-share} {high-share}")                \
    ROW(FINDING_LEVEL_SHOWN, "finding-level-shown",                                    \
        "the same where a group is hidden; {low-share} {high-share}")                  \
    ROW(FINDING_FOR, "finding-for", "clearly more than half agree; {share}")           \
    ROW(FINDING_FOR_OTHER, "finding-for-other", "the same in other words; {share}")    \
    ROW(FINDING_ALL_FOR, "finding-all-for",                                            \
        "in every group clearly more than half agree; {range}")                        \
    ROW(FINDING_AGAINST, "finding-against",                                            \
        "clearly more than half disagree; {share}")                                    \
    ROW(FINDING_AGAINST_OTHER, "finding-against-other",                                \
        "the same in other words; {share}")                                            \
    ROW(FINDING_ALL_AGAINST, "finding-all-against",                                    \
        "in every group clearly more than half disagree; {range}")                     \
    ROW(FINDING_MORE_FOR, "finding-more-for",                                          \
        "clearly more agree than disagree; {agree} {disagree}")                        \
    ROW(FINDING_MORE_FOR_OTHER, "finding-more-for-other",                              \
        "the same in other words; {agree} {disagree}")                                 \
    ROW(FINDING_MORE_AGAINST, "finding-more-against",                                  \
        "clearly more disagree than agree; {agree} {disagree}")                        \
    ROW(FINDING_MORE_AGAINST_OTHER, "finding-more-against-other",                      \
        "the same in other words; {agree} {disagree}")                                 \
    ROW(FINDING_SPLIT, "finding-split",                                                \
        "as many agree as disagree; {agree} {disagree}")                               \
    ROW(FINDING_SPLIT_OTHER, "finding-split-other",                                    \
        "the same in other words; {agree} {disagree}")                                 \
    ROW(FINDING_STATEMENTS, "finding-statements",                                      \
        "all of them, inside a sentence; {n}")                                         \
    ROW(FINDING_STATEMENTS_LIKE, "finding-statements-like",                            \
        "the same where others have other scales; {n}")                                \
    ROW(FINDING_HIGHEST, "finding-highest",                                            \
        "clearly the highest mean of all statements; {statements} {mean}")             \
    ROW(FINDING_HIGHEST_OTHER, "finding-highest-other",                                \
        "the same in other words; {statements} {mean}")                                \
    ROW(FINDING_LOWEST, "finding-lowest",                                              \
        "clearly the lowest mean of all statements; {statements} {mean}")              \
    ROW(FINDING_LOWEST_OTHER, "finding-lowest-other",                                  \
        "the same in other words; {statements} {mean}")                                \
    ROW(FINDING_TOP, "finding-top",                                                    \
        "clearly among the three highest means; {statements} {mean}")                  \
    ROW(FINDING_BOTTOM, "finding-bottom",                                              \
        "clearly among the three lowest means; {statements} {mean}")                   \
    ROW(FINDING_DOUBT, "finding-doubt",                                                \
        "clearly the largest share of don’t know; {statements} {share}")               \
    ROW(FINDING_DOUBT_OTHER, "finding-doubt-other",                                    \
        "the same in other words; {statements} {share}")                               \
    ROW(FINDING_ROSE, "finding-rose",                                                  \
        "the mean rose clearly; {round} {mean} {before}")                              \
    ROW(FINDING_ROSE_OTHER, "finding-rose-other",                                      \
        "the same in other words; {round} {mean} {before}")                            \
    ROW(FINDING_FELL, "finding-fell",                                                  \
        "the mean fell clearly; {round} {mean} {before}")                              \
    ROW(FINDING_FELL_OTHER, "finding-fell-other",                                      \
        "the same in other words; {round} {mean} {before}")                            \
    ROW(FINDING_STEADY, "finding-steady", "about as it was; {round} {mean} {before}")  \
    ROW(FINDING_STEADY_OTHER, "finding-steady-other",                                  \
        "the same in other words; {round} {mean} {before}")                            \
    ROW(FINDING_UNSURE, "finding-unsure",                                              \
        "an uncertain change; {round} {mean} {before}")                                \
    ROW(FINDING_UNSURE_OTHER, "finding-unsure-other",                                  \
        "the same in other words; {round} {mean} {before}")                            \
    ROW(FINDING_GROUPS_ROSE, "finding-groups-rose",                                    \
        "the mean of some groups rose clearly; {round} {up}")                          \
    ROW(FINDING_GROUPS_ROSE_OTHER, "finding-groups-rose-other",                        \
        "the same in other words; {round} {up}")                                       \
    ROW(FINDING_GROUPS_FELL, "finding-groups-fell",                                    \
        "the mean of some groups fell clearly; {round} {down}")                        \
    ROW(FINDING_GROUPS_FELL_OTHER, "finding-groups-fell-other",                        \
        "the same in other words; {round} {down}")                                     \
    ROW(FINDING_BOTH_WAYS, "finding-both-ways",                                        \
        "some rose, some fell; {round} {up} {down}")                                   \
    ROW(FINDING_BOTH_WAYS_OTHER, "finding-both-ways-other",                            \
        "the same in other words; {round} {up} {down}")                                \
    ROW(FINDING_ABOVE_REGION, "finding-above-region",                                  \
        "clearly above the region; {region} {mean} {other}")                           \
    ROW(FINDING_ABOVE_REGION_OTHER, "finding-above-region-other",                      \
        "the same in other words; {region} {mean} {other}")                            \
    ROW(FINDING_BELOW_REGION, "finding-below-region",                                  \
        "clearly below the region; {region} {mean} {other}")                           \
    ROW(FINDING_BELOW_REGION_OTHER, "finding-below-region-other",                      \
        "the same in other words; {region} {mean} {other}")                            \
    ROW(FINDING_LIKE_REGION, "finding-like-region",                                    \
        "about as in the region; {region} {mean} {other}")                             \
    ROW(FINDING_LIKE_REGION_OTHER, "finding-like-region-other",                        \
        "the same in other words; {region} {mean} {other}")                            \
    ROW(FINDING_UNSURE_REGION, "finding-unsure-region",                                \
        "an uncertain difference to the region; {region} {mean} {other}")              \
    ROW(FINDING_UNSURE_REGION_OTHER, "finding-unsure-region-other",                    \
        "the same in other words; {region} {mean} {other}")                            \
    ROW(FINDING_FIRST, "finding-first",                                                \
        "clearly the highest mean of all units; {units} {region} {mean}")              \
    ROW(FINDING_FIRST_OTHER, "finding-first-other",                                    \
        "the same in other words; {units} {region} {mean}")                            \
    ROW(FINDING_LAST, "finding-last",                                                  \
        "clearly the lowest mean of all units; {units} {region} {mean}")               \
    ROW(FINDING_LAST_OTHER, "finding-last-other",                                      \
        "the same in other words; {units} {region} {mean}")                            \
    ROW(FINDING_ONLY, "finding-only", "there is one group; {share}")                   \
    ROW(FINDING_EQUAL, "finding-equal", "all groups agree as much; {share}")           \
    ROW(FINDING_ONE, "finding-one",                                                    \
        "only one group is shown; {among} {share} {others}")                           \
    ROW(FINDING_ALL, "finding-all",                                                    \
        "all groups together; {mean} {agree} {disagree} {answered}")                   \
    ROW(FINDING_ALL_ABSENT, "finding-all-absent", "no figure for all groups; {state}") \
    ROW(FINDING_PREVIOUS, "finding-previous",                                          \
        "the mean of the round before; {round} {mean}")                                \
    ROW(FINDING_PREVIOUS_ABSENT, "finding-previous-absent",                            \
        "the same where the word for its state names the round; {state}")              \
    ROW(FINDING_REGION, "finding-region", "the mean of the region; {mean}")            \
    ROW(NET_SCORE, "net-score", "beside the score, large")                             \
    ROW(NET_HEADING, "net-heading", "heading over net scores")                         \
    ROW(NET_INTERVAL, "net-interval", "how sure it is; {low} {high}")                  \
    ROW(NET_BASE, "net-base", "what it rests on; {n}")                                 \
    ROW(NET_DETRACTORS, "net-detractors", "who answer 0 to 6")                         \
    ROW(NET_PASSIVES, "net-passives", "who answer 7 or 8")                             \
    ROW(NET_PROMOTERS, "net-promoters", "who answer 9 or 10")                          \
    ROW(NET_ROSE, "net-rose", "clear change upwards; {round} {net} {before}")          \
    ROW(NET_ROSE_OTHER, "net-rose-other",                                              \
        "the same in other words; {round} {net} {before}")                             \
    ROW(NET_FELL, "net-fell", "clear change downwards; {round} {net} {before}")        \
    ROW(NET_FELL_OTHER, "net-fell-other",                                              \
        "the same in other words; {round} {net} {before}")                             \
    ROW(NET_STEADY, "net-steady", "about as it was; {round} {net} {before}")           \
    ROW(NET_STEADY_OTHER, "net-steady-other",                                          \
        "the same in other words; {round} {net} {before}")                             \
    ROW(NET_UNSURE, "net-unsure", "an uncertain change; {round} {net} {before}")       \
    ROW(NET_UNSURE_OTHER, "net-unsure-other",                                          \
        "the same in other words; {round} {net} {before}")                             \
    ROW(NET_GROUPS_ROSE, "net-groups-rose",                                            \
        "the net score of some groups rose clearly; {round} {up}")                     \
    ROW(NET_GROUPS_ROSE_OTHER, "net-groups-rose-other",                                \
        "the same in other words; {round} {up}")                                       \
    ROW(NET_GROUPS_FELL, "net-groups-fell",                                            \
        "the net score of some groups fell clearly; {round} {down}")                   \
    ROW(NET_GROUPS_FELL_OTHER, "net-groups-fell-other",                                \
        "the same in other words; {round} {down}")                                     \
    ROW(NET_BOTH_WAYS, "net-both-ways", "some rose, some fell; {round} {up} {down}")   \
    ROW(NET_BOTH_WAYS_OTHER, "net-both-ways-other",                                    \
        "the same in other words; {round} {up} {down}")                                \
    ROW(NET_ABOVE_REGION, "net-above-region",                                          \
        "clearly higher; {region} {net} {other}")                                      \
    ROW(NET_ABOVE_REGION_OTHER, "net-above-region-other",                              \
        "the same in other words; {region} {net} {other}")                             \
    ROW(NET_BELOW_REGION, "net-below-region", "clearly lower; {region} {net} {other}") \
    ROW(NET_BELOW_REGION_OTHER, "net-below-region-other",                              \
        "the same in other words; {region} {net} {other}")                             \
    ROW(NET_LIKE_REGION, "net-like-region", "about the same; {region} {net} {other}")  \
    ROW(NET_LIKE_REGION_OTHER, "net-like-region-other",                                \
        "the same in other words; {region} {net} {other}")                             \
    ROW(NET_UNSURE_REGION, "net-unsure-region",                                        \
        "an uncertain difference; {region} {net} {other}")                             \
    ROW(NET_UNSURE_REGION_OTHER, "net-unsure-region-other",                            \
        "the same in other words; {region} {net} {other}")                             \
    ROW(NET_MORE_FOR, "net-more-for",                                                  \
        "clearly more promoters than detractors; {agree} {disagree}")                  \
    ROW(NET_MORE_FOR_OTHER, "net-more-for-other",                                      \
        "the same in other words; {agree} {disagree}")                                 \
    ROW(NET_MORE_AGAINST, "net-more-against",                                          \
        "clearly more detractors than promoters; {agree} {disagree}")                  \
    ROW(NET_MORE_AGAINST_OTHER, "net-more-against-other",                              \
        "the same in other words; {agree} {disagree}")                                 \
    ROW(NET_GAP, "net-gap", "two groups; {high} {high-net} {low} {low-net}")           \
    ROW(NET_GAP_VIEWS, "net-gap-views",                                                \
        "the same in other words; {high} {high-net} {low} {low-net}")                  \
    ROW(NET_LEVEL, "net-level",                                                        \
        "no clear difference between groups; {low-net} {high-net}")                    \
    ROW(NET_LEVEL_SHOWN, "net-level-shown",                                            \
        "the same where a group is hidden; {low-net} {high-net}")                      \
    ROW(NET_ALL, "net-all", "all groups together; {net} {mean} {answered}")            \
    ROW(ALT_STEPS, "alt-steps", "chart of steps; {topic} {steps} {classes}")           \
    ROW(ALT_NET, "alt-net", "of a row with a net score; {net}")                        \
    ROW(METHOD_NET, "method-net", "net scores; {statements} {points}")                 \
    ROW(SUMMARY_KICKER, "summary-kicker", "over the title of the summary")             \
    ROW(SUMMARY_TITLE, "summary-title", "title of the summary")                        \
    ROW(SUMMARY_TOPIC, "summary-topic",                                                \
        "head of its first column; {bottom} {low} {top} {high}")                       \
    ROW(SUMMARY_NUMBERS, "summary-numbers",                                            \
        "the same where answers are numbers; {bottom} {top}")                          \
    ROW(STATEMENT_TOPIC, "statement-topic",                                            \
        "head of a table of one statement's shares")                                   \
    ROW(OPEN_KICKER, "open-kicker", "over the title of open answers; {n}")             \
    ROW(OPEN_KICKER_NONE, "open-kicker-none", "the same where none may be shown")      \
    ROW(OPEN_RANGE, "open-range", "which answers a page shows; {range} {total}")       \
    ROW(OPEN_SOME, "open-some",                                                        \
        "which of a selection a page shows; {range} {n} {total}")                      \
    ROW(OPEN_HIDDEN, "open-hidden", "behind that, when groups are hidden; {note} {n}") \
    ROW(OPEN_NONE, "open-none", "no open answers")                                     \
    ROW(OPEN_NONE_SHOWN, "open-none-shown", "none may be shown; {n}")                  \
    ROW(QUOTE_TIMES, "quote-times", "given by several; {groups} {n}")                  \
    ROW(CONTINUES, "continues", "a quotation goes on in the next column")              \
    ROW(THEMES_KICKER, "themes-kicker", "over the title of themes")                    \
    ROW(THEMES_TITLE, "themes-title", "title of the themes of all questions")          \
    ROW(THEMES_TOPIC, "themes-topic", "what their chart is about")                     \
    ROW(THEMES_BASE, "themes-base", "what their shares are of; {n}")                   \
    ROW(THEMES_HIDDEN, "themes-hidden", "themes without a figure; {names}")            \
    ROW(THEMES_ABSENT, "themes-absent", "themes that nobody raised; {names}")          \
    ROW(THEMES_NONE, "themes-none", "no answer has a theme")                           \
    ROW(TABLE_KICKER, "table-kicker", "over the title of a table of figures")          \
    ROW(TABLE_TITLE, "table-title", "title of a table of figures")                     \
    ROW(TABLE_TOPIC, "table-topic", "head of its first column")                        \
    ROW(TABLE_ANSWERED, "table-answered", "head: how many answered")                   \
    ROW(TABLE_UNSURE, "table-unsure", "head: those who do not know")                   \
    ROW(TABLE_SD, "table-sd", "head: standard deviation")                              \
    ROW(SHEET_FOOT, "sheet-foot", "foot of a handout's sheet; {author} {date}")        \
    ROW(SHEET_NUMBER, "sheet-number", "number of a sheet; {n} {total}")                \
    ROW(ON_PAGE, "on-page", "where a slide is in a handout; {n}")                      \
    ROW(CONTINUED, "continued", "title of a slide that goes on; {title}")              \
    ROW(METHOD_KICKER, "method-kicker", "over the title of the method")                \
    ROW(METHOD_TITLE, "method-title", "title of the method")                           \
    ROW(METHOD_PERIOD_TERM, "method-period-term", "term")                              \
    ROW(METHOD_ANSWERED_TERM, "method-answered-term", "term")                          \
    ROW(METHOD_SCALE_TERM, "method-scale-term", "term")                                \
    ROW(METHOD_SCALES_TERM, "method-scales-term", "term")                              \
    ROW(METHOD_WEIGHTS_TERM, "method-weights-term", "term")                            \
    ROW(METHOD_PRIVACY_TERM, "method-privacy-term", "term")                            \
    ROW(METHOD_QUOTES_TERM, "method-quotes-term", "term")                              \
    ROW(METHOD_NOTE_TERM, "method-note-term", "term")                                  \
    ROW(METHOD_INVITED, "method-invited",                                              \
        "who answered of whom; {n} {invited} {unit} {rate}")                           \
    ROW(METHOD_ANSWERED, "method-answered", "who answered; {n} {unit}")                \
    ROW(METHOD_ANSWERED_HIDDEN, "method-answered-hidden",                              \
        "who answered, where that is hidden; {unit} {state}")                          \
    ROW(METHOD_REGION, "method-region", "the region; {n} {units}")                     \
    ROW(METHOD_REGION_HIDDEN, "method-region-hidden",                                  \
        "the region, where its n is hidden; {units}")                                  \
    ROW(METHOD_SCALE, "method-scale",                                                  \
        "steps and measures; {steps} {agree} {disagree}")                              \
    ROW(METHOD_OTHER_SCALE, "method-other-scale",                                      \
        "a further scale; {statements} {steps} {agree} {disagree}")                    \
    ROW(METHOD_UNLIKE_SCALES, "method-unlike-scales", "means do not compare")          \
    ROW(METHOD_WEIGHTS, "method-weights", "weights are used")                          \
    ROW(METHOD_PRIVACY, "method-privacy", "the limits; {answers} {respondents}")       \
    ROW(METHOD_ALIKE, "method-alike", "hidden where all answered alike")               \
    ROW(METHOD_HIDDEN, "method-hidden", "what is hidden; {groups}")                    \
    ROW(METHOD_HIDDEN_GROUP, "method-hidden-group", "one group; {group} {items}")      \
    ROW(METHOD_HIDDEN_REGION, "method-hidden-region",                                  \
        "one group in the region; {group} {items}")                                    \
    ROW(METHOD_STATEMENTS, "method-statements", "items that are hidden; {n}")          \
    ROW(METHOD_STATEMENT, "method-statement", "one of them; {n}")                      \
    ROW(METHOD_QUESTIONS, "method-questions",                                          \
        "the same where some are questions from 0 to 10; {n}")                         \
    ROW(METHOD_QUESTION, "method-question", "one of those questions; {n}")             \
    ROW(METHOD_PEOPLE, "method-people", "the same of a group's n")                     \
    ROW(METHOD_WITHHELD, "method-withheld",                                            \
        "hidden though of enough answers; {groups}")                                   \
    ROW(METHOD_OVERRIDE, "method-override", "why limits are lower; {reason}")          \
    ROW(METHOD_COMPARISON_TERM, "method-comparison-term", "term")                      \
    ROW(METHOD_REGION_PEOPLE, "method-region-people", "the region is of people")       \
    ROW(METHOD_REGION_UNITS, "method-region-units", "the region is of units")          \
    ROW(METHOD_REGION_IN, "method-region-in", "the unit is part of it; {unit}")        \
    ROW(METHOD_REGION_OUT, "method-region-out", "it is not; {unit}")                   \
    ROW(METHOD_MARKS, "method-marks",                                                  \
        "when a difference is called clear; {difference} {share}")                     \
    ROW(METHOD_ROUNDS_TERM, "method-rounds-term", "term")                              \
    ROW(METHOD_NEW, "method-new", "statements of this round; {round} {statements}")    \
    ROW(METHOD_REWORDED, "method-reworded",                                            \
        "statements with new wording; {round} {statements}")                           \
    ROW(METHOD_UNLIKE, "method-unlike",                                                \
        "statements that are not compared; {round} {statements}")                      \
    ROW(METHOD_GONE, "method-gone",                                                    \
        "statements of the previous round only; {round} {statements}")                 \
    ROW(METHOD_NONE_HIDDEN, "method-none-hidden", "nothing is hidden")                 \
    ROW(METHOD_QUOTES, "method-quotes",                                                \
        "how quotations are chosen; {length} {redacted}")                              \
    ROW(METHOD_OMITTED, "method-omitted", "answers left out; {n}")

typedef enum WordId {
#define DECLARE(name, key, help) WORD_##name,
    WORDS(DECLARE)
#undef DECLARE
        WORD_COUNT
} WordId;

typedef struct Words {
    Str language;
    Str at[WORD_COUNT];
} Words;

/* Reads the built-in words of a language. False when there is no such language (lists
 * those there are), or a key is missing, unknown or lacks a placeholder. */
bool words_read(Arena *arena, Str language, Place from, Words *out, Diags *diags);

/* The same from a file of one's own choice. */
bool words_read_file(Arena *arena, Str path, Str language, Place from, Words *out,
                     Diags *diags);
extern const Schema words_schema;

/* A phrase with its placeholders filled: pairs of `const char *name, Str value`, closed
 * by NULL: words_fill(arena, words, WORD_RANK, "n", S("8"), NULL). */
Str words_fill(Arena *arena, const Words *words, WordId id, ...);

/* `{groups:one group|# groups}` in a phrase stands for what is before the bar where the
 * value is one («1», «én»), else for what is behind it, with the value for «#». Here
 * the choices by that placeholder are made, and the value's place is left as
 * «{groups}».
 */
Str words_settle(Arena *arena, Str phrase, Str name, bool is_one);

#endif
