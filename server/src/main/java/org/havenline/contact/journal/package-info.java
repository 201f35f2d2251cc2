/// What happened on a line, numbered without gaps: the one log that consoles and nodes follow.
@NullMarked
package org.havenline.contact.journal;

import org.jspecify.annotations.NullMarked;
