/// Choosing among responders by what the table says of each: who may be asked, and who first.
@NullMarked
package org.havenline.routingconfig.choice;

import org.jspecify.annotations.NullMarked;
