/**
 * How fast a web seed gives: limits of the line, and the courtesy of leaving a healthy swarm to its
 * peers. Knows no sockets; time is passed in.
 */
@NullMarked
package io.seedhouse.tracker.courtesy;

import org.jspecify.annotations.NullMarked;
