/// A report as text, JSON and a page with charts.
@NullMarked
package org.havenline.rehearsal.shown;

import org.jspecify.annotations.NullMarked;
