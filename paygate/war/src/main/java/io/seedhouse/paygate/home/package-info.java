/** Secret files in {@code SEEDHOUSE_HOME}. */
package io.seedhouse.paygate.home;
