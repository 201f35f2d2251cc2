/// Commands of the jar that try the risk rules, with no server running.
@NullMarked
package org.havenline.command.risk;

import org.jspecify.annotations.NullMarked;
