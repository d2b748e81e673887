/* Counts what a program asks the allocator for: LD_PRELOAD this, and the number stands in the file
   that COUNT_MALLOC names once the program has ended.

   Every way to get new memory counts as one, realloc included, since it may have to copy. */
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

static atomic_ulong count;

/* glibc's own allocator under other names, so that nothing has to be looked up. */
extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);

static void add(void) { atomic_fetch_add_explicit(&count, 1, memory_order_relaxed); }

void *malloc(size_t size)
{
    add();
    return __libc_malloc(size);
}

void *calloc(size_t number, size_t size)
{
    add();
    return __libc_calloc(number, size);
}

void *realloc(void *memory, size_t size)
{
    add();
    return __libc_realloc(memory, size);
}

void *memalign(size_t alignment, size_t size)
{
    add();
    return __libc_memalign(alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size) { return memalign(alignment, size); }

int posix_memalign(void **memory, size_t alignment, size_t size)
{
    *memory = memalign(alignment, size);
    return *memory == NULL ? 12 /* ENOMEM */ : 0;
}

__attribute__((destructor)) static void report(void)
{
    const char *path = getenv("COUNT_MALLOC");
    unsigned long total = atomic_load(&count);
    FILE *file = path == NULL ? NULL : fopen(path, "w");
    if (file == NULL)
        return;
    fprintf(file, "%lu\n", total);
    fclose(file);
}
