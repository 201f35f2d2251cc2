/// What can be proven of a table before it is in force: who would fall through, which rule or step
/// never counts, which language nobody speaks.
@NullMarked
package org.havenline.routing.proof;

import org.jspecify.annotations.NullMarked;
