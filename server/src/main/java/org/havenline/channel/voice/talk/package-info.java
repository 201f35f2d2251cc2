/// What is wanted of a talk besides the two who have it: who else is in it, who is not heard, and
/// to whom it passes on.
@NullMarked
package org.havenline.channel.voice.talk;

import org.jspecify.annotations.NullMarked;
