/** Buying, as the REST API and the pages offer it; orders themselves live at the paygate. */
@org.jspecify.annotations.NullMarked
package io.seedhouse.publisher.order;
