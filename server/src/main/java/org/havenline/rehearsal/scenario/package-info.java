/// What is rehearsed: which days, who is on duty, how long things take.
@NullMarked
package org.havenline.rehearsal.scenario;

import org.jspecify.annotations.NullMarked;
