/**
 * What the operator may ask of the running paygate, from this machine and with the token that lies
 * in a file of the server's own: its keys and its backups. {@code seedhouse operator} speaks to it.
 */
package io.seedhouse.paygate.operator;
