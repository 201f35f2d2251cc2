/// Telephones of responders: rung while they are asked, and never two in one call.
@NullMarked
package org.havenline.channel.voice.leg;

import org.jspecify.annotations.NullMarked;
