/// What decisions, matching and rehearsals cost, measured by JMH beside what was promised.
@NullMarked
package org.havenline.benchmark;

import org.jspecify.annotations.NullMarked;
