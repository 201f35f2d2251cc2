/// The house: `Main` reads the command line, `Helpline` wires the rooms.
@NullMarked
package org.havenline;

import org.jspecify.annotations.NullMarked;
