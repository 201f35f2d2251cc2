/// Our search beside embedded Solr.
@NullMarked
package org.havenline.benchmark.solr;

import org.jspecify.annotations.NullMarked;
