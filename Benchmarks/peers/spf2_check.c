/* Checks a client against the records of zone.txt with libspf2, whose zone layer holds them in
   memory: spf2_check DIR WORK. */
#include <netinet/in.h>
#include <arpa/nameser.h>
#include <spf2/spf.h>
#include <spf2/spf_dns_zone.h>

#include "work.h"

/* Adds `name. TYPE data`; the names go without their last dot. */
static void add(SPF_dns_server_t *zone, char *line)
{
    line[strcspn(line, "\n")] = 0;
    char *name = strsep(&line, " "), *type = strsep(&line, " ");
    if (line == NULL)
        fail("a record has three parts");
    name[strlen(name) - 1] = 0;
    ns_type kind = ns_t_a;
    if (strcmp(type, "TXT") == 0) {
        kind = ns_t_txt;
        line[strlen(line) - 1] = 0;
        line++;
    } else if (strcmp(type, "MX") == 0) {
        kind = ns_t_mx;
        strsep(&line, " ");
        line[strlen(line) - 1] = 0;
    }
    if (SPF_dns_zone_add_str(zone, name, kind, NETDB_SUCCESS, line) != SPF_E_SUCCESS)
        fail(name);
}

static void check(SPF_server_t *server)
{
    SPF_request_t *request = SPF_request_new(server);
    SPF_response_t *response = NULL;
    SPF_request_set_ipv4_str(request, "203.0.113.77");
    SPF_request_set_helo_dom(request, "out.sender.example");
    SPF_request_set_env_from(request, "me@sender.example");
    SPF_request_query_mailfrom(request, &response);
    if (SPF_response_result(response) != SPF_RESULT_PASS)
        fail(SPF_strresult(SPF_response_result(response)));
    SPF_response_free(response);
    SPF_request_free(request);
}

int main(int count, char **arguments)
{
    if (count != 3)
        fail("spf2_check DIR WORK");
    SPF_dns_server_t *zone = SPF_dns_zone_new(NULL, NULL, 0);
    char line[4096];
    snprintf(line, sizeof line, "%s/zone.txt", arguments[1]);
    FILE *file = fopen(line, "r");
    if (file == NULL)
        fail("no zone.txt");
    while (fgets(line, sizeof line, file) != NULL)
        add(zone, line);
    fclose(file);

    SPF_server_t *server = SPF_server_new_dns(zone, 0);
    struct work work = work_from(arguments[2]);
    while (work_goes_on(&work)) {
        for (int index = 0; index < 100; index++)
            check(server);
        work.done++;
    }
    work_print(&work, 100);
    return 0;
}
