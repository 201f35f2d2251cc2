/// The page on slow networks, and while servers come and go behind its address.
@NullMarked
package org.havenline.channel.webchat.network;

import org.jspecify.annotations.NullMarked;
