/* gmime_parse FOLDER WORK: reads all messages of a folder with GMime again and again, every part
 * decoded, and prints MB for each second of processor time as JSON.
 *
 *   cc -O2 gmime_parse.c $(pkg-config --cflags --libs gmime-3.0) -o gmime_parse
 */
#include <gmime/gmime.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "work.h"

static size_t decoded;

static void visit(GMimeObject *parent, GMimeObject *part, gpointer data) {
    (void)parent;
    (void)data;
    if (GMIME_IS_MESSAGE_PART(part)) {
        GMimeMessage *message = g_mime_message_part_get_message((GMimeMessagePart *)part);
        if (message) g_mime_message_foreach(message, visit, NULL);
    } else if (GMIME_IS_PART(part)) {
        GMimeDataWrapper *content = g_mime_part_get_content((GMimePart *)part);
        if (!content) return;
        GMimeStream *stream = g_mime_stream_mem_new();
        ssize_t size = g_mime_data_wrapper_write_to_stream(content, stream);
        if (size > 0) decoded += (size_t)size;
        g_object_unref(stream);
    }
}

static void parse(const char *bytes, size_t length) {
    GMimeStream *stream = g_mime_stream_mem_new_with_buffer(bytes, length);
    GMimeParser *parser = g_mime_parser_new_with_stream(stream);
    GMimeMessage *message = g_mime_parser_construct_message(parser, NULL);
    if (message) {
        g_mime_message_foreach(message, visit, NULL);
        g_object_unref(message);
    }
    g_object_unref(parser);
    g_object_unref(stream);
}

static int compare(const void *first, const void *second) {
    return strcmp(*(char *const *)first, *(char *const *)second);
}

int main(int count, char **arguments) {
    if (count < 3) return 2;
    DIR *folder = opendir(arguments[1]);
    if (!folder) return 1;
    char *names[10000];
    char *bytes[10000];
    size_t lengths[10000], total = 0, files = 0;
    struct dirent *entry;
    while ((entry = readdir(folder)) && files < 10000) {
        if (entry->d_name[0] != '.') names[files++] = strdup(entry->d_name);
    }
    qsort(names, files, sizeof *names, compare);
    for (size_t index = 0; index < files; index++) {
        char path[4096];
        snprintf(path, sizeof path, "%s/%s", arguments[1], names[index]);
        gchar *content;
        if (!g_file_get_contents(path, &content, &lengths[index], NULL)) return 1;
        bytes[index] = content;
        total += lengths[index];
    }
    g_mime_init();
    struct work work = work_from(arguments[2]);
    while (work_goes_on(&work)) {
        decoded = 0;
        for (size_t index = 0; index < files; index++) parse(bytes[index], lengths[index]);
        work.done++;
    }
    double elapsed = processor_seconds() - work.start;
    printf("{\"MB/s\": %.2f, \"messages\": %zu, \"decoded\": %zu}\n",
           work.done * total / elapsed / 1e6, files, decoded);
    return 0;
}
