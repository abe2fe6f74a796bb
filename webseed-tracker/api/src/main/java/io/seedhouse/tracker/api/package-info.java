/** What other modules may ask of the tracker and its web seeds. */
package io.seedhouse.tracker.api;
