/// Messages that callers leave where their line allows it: asked for by a key, fetched from the
/// provider, sealed with the conversation, and deleted there.
@NullMarked
package org.havenline.channel.voice.mailbox;

import org.jspecify.annotations.NullMarked;
