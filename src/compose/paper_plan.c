/* Least cost over all ways to begin pages, from the last part backwards: the cost from
 * a part that begins a page is that of the parts that it shares pages with, and that
 * from the next part that begins one. */
#include "compose/paper_plan.h"

#include <math.h>

/* A hole at the foot of a page costs the square of its share of the page: one of a
 * third is a ninth. In that measure: */
static const double PAGE_COST = 0.25;
static const double FLOW_COST = 0.05;  /* a part that goes on on a next page */
static const double PART_COST = 0.07;  /* a page that begins with a further part */
static const double TIGHT_COST = 0.03; /* gaps that give way as much as they can */
static const double ALONE_COST = 10;   /* a section's heading at the foot of a page */
static const double SCANT_SHARE = 0.3; /* of a page: a last one with less is scant */
static const double SCANT_COST = 0.3;  /* of an empty one */

static const double GIVE_SHARE = 0.34; /* of a gap */
static const double NEARLY = 0.01;     /* points */

/* Where the pen stands on a page. */
typedef struct Trial {
    double page;
    double y;    /* more than the page where gaps have to give way */
    double give; /* what they can give, on this page */
    double hold; /* of the room of the part last set */
    double cost;
    int first; /* part, of those whose gaps are on this page */
} Trial;

/* The part goes on on next pages; its lines for notes may need one of their own. Where
 * too little would be left for the last page of all, more goes there. */
static void flow(Trial *trial, const PaperPart *part, double room, bool is_last)
{
    double next = fmax(trial->page - part->again, 1);
    double left = fmax(part->whole, part->flowed) - room;
    double turned = ceil(fmax(left, 0) / next), below = left - (turned - 1) * next;
    if (turned < 1 || below + part->notes > next + NEARLY) {
        turned++;
        below = 0;
    }
    trial->y = part->again + below + part->notes;
    trial->cost += FLOW_COST + turned * PAGE_COST;
    trial->give = 0;
    double lack = trial->page * SCANT_SHARE - trial->y;
    if (!is_last || lack < 0)
        return;
    trial->hold = fmax(fmin(lack, room - part->least), 0);
    trial->y += trial->hold;
    trial->cost += pow(trial->hold / trial->page, 2);
}

/* Sets part i below the ones before, or at the top. False when it has no room there; at
 * the top it always has. */
static bool place(Trial *trial, const PaperPlan *plan, int i, bool is_top)
{
    const PaperPart *part = &plan->parts.at[i];
    trial->hold = 0;
    double gap = is_top ? 0 : part->gap, give = trial->give + gap * GIVE_SHARE;
    double again = part->is_further && is_top ? part->again : part->heading;
    double y = trial->y + gap + again, room = trial->page - y;
    double whole = part->whole + part->notes;
    if (whole <= room + give + NEARLY) {
        trial->y = y + whole;
        trial->give = give;
        return true;
    }
    if (part->least <= 0) {
        trial->y = trial->page;
        return is_top;
    }
    if (!is_top && (part->least > room + NEARLY || part->whole <= room + NEARLY))
        return false;
    flow(trial, part, room, i + 1 == plan->parts.count);
    trial->first = i + 1;
    return true;
}

/* Of what stays free on a page that nothing more stands on, or of gaps that give way.
 */
static double foot_cost(const Trial *trial, bool is_last)
{
    double filled = trial->y / trial->page, over = trial->y - trial->page;
    if (over > NEARLY)
        return TIGHT_COST * pow(over / fmax(trial->give, over), 2);
    if (is_last)
        return SCANT_COST * pow(fmax(1 - filled / SCANT_SHARE, 0), 2);
    return pow(fmax(1 - filled, 0), 2);
}

/* The cost from part `from` on, which begins a page; `*next` begins the next one. */
static double cheapest(const PaperPlan *plan, int from, double page,
                       const double *costs, int *next)
{
    const PaperPart *parts = plan->parts.at;
    Trial trial = { .page = page, .cost = PAGE_COST };
    double best = (double)INFINITY;
    for (int i = from; i < plan->parts.count; i++) {
        if (!place(&trial, plan, i, i == from))
            break;
        bool is_last = i + 1 == plan->parts.count;
        double cost = trial.cost + foot_cost(&trial, is_last) + costs[i + 1];
        if (!is_last && parts[i + 1].is_further)
            cost += PART_COST;
        if (!is_last && parts[i].keeps_next)
            cost += ALONE_COST;
        if (cost < best) {
            best = cost;
            *next = i + 1;
        }
    }
    return best;
}

/* Plans the parts from one that begins a page up to the next that does. Whether that is
 * new to one of them. */
static bool plan_page(PaperPlan *plan, int from, int to, double page)
{
    Trial trial = { .page = page, .first = from + 1 };
    bool is_new = false;
    for (int i = from; i < to; i++) {
        PaperPart *part = &plan->parts.at[i];
        (void)place(&trial, plan, i, i == from);
        is_new |= fabs(part->hold - trial.hold) > NEARLY;
        part->hold = trial.hold;
    }
    if (to < plan->parts.count)
        plan->parts.at[to].above = trial.y;
    double over = trial.y - page, share = over / fmax(trial.give, over) * GIVE_SHARE;
    for (int i = from; i < to; i++) {
        PaperPart *part = &plan->parts.at[i];
        double less = over > NEARLY && i >= trial.first ? part->gap * share : 0;
        is_new |= part->begins_page != (i == from) || fabs(part->less - less) > NEARLY;
        part->begins_page = i == from;
        part->less = less;
    }
    return is_new;
}

bool paper_plan_make(PaperPlan *plan, double page)
{
    size_t count = (size_t)plan->parts.count;
    double *costs = arena_array(plan->arena, count + 1, sizeof *costs);
    int *next = arena_array(plan->arena, count + 1, sizeof *next);
    for (int i = plan->parts.count - 1; i >= 0; i--)
        costs[i] = cheapest(plan, i, page, costs, &next[i]);
    bool has_changed = false;
    for (int from = 0; from < plan->parts.count; from = next[from])
        has_changed |= plan_page(plan, from, next[from], page);
    plan->rounds++;
    return has_changed;
}
