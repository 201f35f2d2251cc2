/// The door on the web: a person writes on a page that leaves no trace and keeps nothing.
@NullMarked
package org.havenline.channel.webchat;

import org.jspecify.annotations.NullMarked;
