/// The desk of the staff: its page, its API and its event socket. `Desk` wires them.
@NullMarked
package org.havenline.console;

import org.jspecify.annotations.NullMarked;
