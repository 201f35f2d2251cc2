/// What to do with a contact now: a pure function of the contact, the table, who is there and the
/// time.
@NullMarked
package org.havenline.routing;

import org.jspecify.annotations.NullMarked;
