/// How urgent a message is, and by which words.
@NullMarked
package org.havenline.risk;

import org.jspecify.annotations.NullMarked;
