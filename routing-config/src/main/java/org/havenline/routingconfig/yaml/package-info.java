/// YAML read strictly: every fault becomes a finding with its line, and reading goes on.
@NullMarked
package org.havenline.routingconfig.yaml;

import org.jspecify.annotations.NullMarked;
