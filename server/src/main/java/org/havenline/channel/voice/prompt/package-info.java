/// Recordings of what callers hear: taken in, kept, found by the text they were made of.
@NullMarked
package org.havenline.channel.voice.prompt;

import org.jspecify.annotations.NullMarked;
