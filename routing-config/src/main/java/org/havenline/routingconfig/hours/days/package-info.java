/// Which days a holiday falls on, by date, by rule or by calendar feed.
@NullMarked
package org.havenline.routingconfig.hours.days;

import org.jspecify.annotations.NullMarked;
