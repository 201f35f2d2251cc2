/// What a run says: seed, progress, a table, and a page of results.
@NullMarked
package org.havenline.loadtests.report;

import org.jspecify.annotations.NullMarked;
