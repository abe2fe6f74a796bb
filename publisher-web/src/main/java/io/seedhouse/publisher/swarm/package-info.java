/**
 * What swarms were like over time. Each node looks at its tracker every ten minutes; what it finds
 * is kept as it is for two days, then by the hour, and after ninety days by the day, for ever.
 */
@org.jspecify.annotations.NullMarked
package io.seedhouse.publisher.swarm;
