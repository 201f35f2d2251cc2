/// The door of e-mail: to services only, with nothing of a person in it.
@NullMarked
package org.havenline.channel.mail;

import org.jspecify.annotations.NullMarked;
