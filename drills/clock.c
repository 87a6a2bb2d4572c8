/* Sets a process's clock on the wall by AHEAD_SECONDS, when it is loaded before everything else; what passes it leaves
 * as it is. Debian's libfaketime does more and takes a lock each time, under which a node starts for minutes. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>

static int (*kernel)(clockid_t, struct timespec *);
static long ahead;

__attribute__((constructor)) static void begin(void)
{
    const char *told = getenv("AHEAD_SECONDS");
    ahead = told ? atol(told) : 0;
    kernel = dlsym(RTLD_NEXT, "clock_gettime");
}

int clock_gettime(clockid_t clock, struct timespec *now)
{
    if (!kernel)
        begin();
    int failed = kernel(clock, now);
    if (!failed && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
        now->tv_sec += ahead;
    return failed;
}

int gettimeofday(struct timeval *now, void *zone)
{
    struct timespec told;
    int failed = clock_gettime(CLOCK_REALTIME, &told);
    (void)zone;
    now->tv_sec = told.tv_sec;
    now->tv_usec = told.tv_nsec / 1000;
    return failed;
}

time_t time(time_t *now)
{
    struct timespec told;
    clock_gettime(CLOCK_REALTIME, &told);
    if (now)
        *now = told.tv_sec;
    return told.tv_sec;
}
