/// One chat after another: which go on, who waits for news of hers, and what she is told.
@NullMarked
package org.havenline.channel.webchat.session;

import org.jspecify.annotations.NullMarked;
