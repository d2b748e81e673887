/* How long the C programs here repeat what they measure, and what they print in the end. */
#ifndef WORK_H
#define WORK_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct work {
    double seconds; /* of processor time, or 0 */
    long rounds;    /* or 0 */
    double start;
    long done;
};

static double processor_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return now.tv_sec + now.tv_nsec / 1e9;
}

/* `2s` is seconds, `200` is rounds. */
static struct work work_from(const char *text)
{
    struct work work = {0};
    if (text[strlen(text) - 1] == 's')
        work.seconds = atof(text);
    else
        work.rounds = atol(text);
    work.start = processor_seconds();
    return work;
}

static int work_goes_on(struct work *work)
{
    if (work->seconds > 0)
        return processor_seconds() - work->start < work->seconds;
    return work->done < work->rounds;
}

static void work_print(const struct work *work, long each)
{
    printf("{\"rate\": %f}\n", work->done * each / (processor_seconds() - work->start));
}

static void fail(const char *what)
{
    fprintf(stderr, "%s\n", what);
    exit(1);
}

#endif
