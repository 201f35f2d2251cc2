/// Responders who are rung at their console in the browser instead of a telephone.
@NullMarked
package org.havenline.channel.voice.softphone;

import org.jspecify.annotations.NullMarked;
