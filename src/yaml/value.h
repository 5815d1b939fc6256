/* value.h - one value of a table's field: checked, and read into its C type. What is
 * wrong is reported at the value. Callers have seen to it that it is not null. */
#ifndef YAML_VALUE_H
#define YAML_VALUE_H
#include "yaml/schema.h"

/* All types but the objects, which schema.c reads. `member` is what the field fills. */
void value_read(Arena *arena, const Field *field, const Node *value, void *member,
                Diags *diags);

/* Reports a value of another type than the field's. */
void value_report_type(const Field *field, const Node *value, Diags *diags);
/* Reports a key without a value. */
void value_report_null(const Field *field, const Node *value, Diags *diags);

/* "[a-z][a-z0-9-]*", else reported. `what` is named in the message. */
void value_check_id(const char *what, const Node *id, Diags *diags);

/* wording.c */
void wording_read(Arena *arena, const Field *field, const Node *value, Wording *out,
                  Diags *diags);

#endif
