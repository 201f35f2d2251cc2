/// The door of services: the page behind a private link, without script.
@NullMarked
package org.havenline.channel.link;

import org.jspecify.annotations.NullMarked;
