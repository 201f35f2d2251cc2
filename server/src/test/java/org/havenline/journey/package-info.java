/// The whole server as the people see it who meet it: one who asks for help, one who answers, one
/// who runs it.
@NullMarked
package org.havenline.journey;

import org.jspecify.annotations.NullMarked;
