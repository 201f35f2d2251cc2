/// Calls that a person was promised: asked for by keys or by staff, made from her own place in the
/// queue, and only while it is safe.
@NullMarked
package org.havenline.channel.voice.back;

import org.jspecify.annotations.NullMarked;
