/** The sandbox's time, which runs with the system's and can be moved on, and its other settings. */
package io.seedhouse.paygate.sandbox.clock;
