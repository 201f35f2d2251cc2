/// Rehearsals that administrators and supervisors ask for: what a table would do.
@NullMarked
package org.havenline.console.rehearsal;

import org.jspecify.annotations.NullMarked;
