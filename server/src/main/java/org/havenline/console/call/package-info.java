/// Calls at the desk: what is wanted of a talk, by who has it, and by supervisors.
@NullMarked
package org.havenline.console.call;

import org.jspecify.annotations.NullMarked;
