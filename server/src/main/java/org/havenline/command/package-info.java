/// Commands of the jar that ask the tables questions, with no server running.
@NullMarked
package org.havenline.command;

import org.jspecify.annotations.NullMarked;
