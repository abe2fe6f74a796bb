/**
 * Starts the provisioned server as a child process and stops it again, whatever ends the parent.
 *
 * <p>Plain JDK, no dependency: {@link io.seedhouse.launcher.Ports} is also run from source, before
 * anything is compiled.
 */
package io.seedhouse.launcher;
