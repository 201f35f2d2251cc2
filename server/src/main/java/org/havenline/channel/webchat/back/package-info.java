/// Coming back to a chat: words that open it once more, and what happens when she is made to say
/// them.
@NullMarked
package org.havenline.channel.webchat.back;

import org.jspecify.annotations.NullMarked;
