/** Who is knocking: what a request tells of where it comes from. */
package io.seedhouse.paygate.door;
