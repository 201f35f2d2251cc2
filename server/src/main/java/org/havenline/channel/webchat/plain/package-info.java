/// The chat for browsers without script: a log that goes on being sent, a form, and nothing that
/// remembers.
@NullMarked
package org.havenline.channel.webchat.plain;

import org.jspecify.annotations.NullMarked;
