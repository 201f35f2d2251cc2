/// Reading a Twilio TaskRouter workspace and writing tables that decide the same.
@NullMarked
package org.havenline.routingconfig.taskrouter;

import org.jspecify.annotations.NullMarked;
