/// What a rehearsal showed: waits, workload, and what differs between two tables.
@NullMarked
package org.havenline.rehearsal.report;

import org.jspecify.annotations.NullMarked;
