/// How contacts are routed: queues, rules, escalation.
@NullMarked
package org.havenline.routingconfig.plan;

import org.jspecify.annotations.NullMarked;
