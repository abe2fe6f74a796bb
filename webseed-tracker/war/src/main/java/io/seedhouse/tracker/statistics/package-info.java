/** What the tracker does, in numbers and without a single address. */
@NullMarked
package io.seedhouse.tracker.statistics;

import org.jspecify.annotations.NullMarked;
