/* clock.h - how long something took. Nothing of it stands in what is written. */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

/* Seconds since some moment, never backwards. */
double clock_seconds(void);

#endif
