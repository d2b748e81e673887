/* Verifies the messages of a folder with OpenDKIM's library: opendkim_verify DIR WORK. */
#include <stdbool.h>
#include <sys/types.h>

#include <glob.h>
#include <opendkim/dkim.h>

#include "work.h"

static char record[4096];

/* The key is at hand: no DNS is asked. */
static DKIM_STAT look_up_key(DKIM *dkim, DKIM_SIGINFO *signature, u_char *buffer, size_t size)
{
    (void)dkim;
    (void)signature;
    if (snprintf((char *)buffer, size, "%s", record) >= (int)size)
        return DKIM_STAT_KEYFAIL;
    return DKIM_STAT_OK;
}

static size_t read_file(const char *path, char *buffer, size_t size)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        fail(path);
    size_t count = fread(buffer, 1, size - 1, file);
    buffer[count] = 0;
    fclose(file);
    return count;
}

static void verify(DKIM_LIB *library, const char *message, size_t size)
{
    DKIM_STAT status;
    _Bool testing;
    DKIM *dkim = dkim_verify(library, (const unsigned char *)"bench", NULL, &status);
    if (dkim == NULL)
        fail("no handle");
    if (dkim_chunk(dkim, (u_char *)message, size) != DKIM_STAT_OK
        || dkim_chunk(dkim, NULL, 0) != DKIM_STAT_OK
        || dkim_eom(dkim, &testing) != DKIM_STAT_OK)
        fail("a message does not pass");
    dkim_free(dkim);
}

int main(int count, char **arguments)
{
    if (count != 3)
        fail("opendkim_verify DIR WORK");
    char path[4096];
    snprintf(path, sizeof path, "%s/key.txt", arguments[1]);
    read_file(path, record, sizeof record);

    glob_t found;
    snprintf(path, sizeof path, "%s/*.eml", arguments[1]);
    if (glob(path, 0, NULL, &found) != 0)
        fail("no messages");
    char **messages = calloc(found.gl_pathc, sizeof *messages);
    size_t *sizes = calloc(found.gl_pathc, sizeof *sizes);
    for (size_t index = 0; index < found.gl_pathc; index++) {
        messages[index] = malloc(65536);
        sizes[index] = read_file(found.gl_pathv[index], messages[index], 65536);
    }

    DKIM_LIB *library = dkim_init(NULL, NULL);
    dkim_set_key_lookup(library, look_up_key);
    struct work work = work_from(arguments[2]);
    while (work_goes_on(&work)) {
        for (size_t index = 0; index < found.gl_pathc; index++)
            verify(library, messages[index], sizes[index]);
        work.done++;
    }
    work_print(&work, found.gl_pathc);
    return 0;
}
