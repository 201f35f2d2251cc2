/// The calls that go on, who makes them, and how far each has come.
@NullMarked
package org.havenline.channel.voice.call;

import org.jspecify.annotations.NullMarked;
