/**
 * The platform from the outside: HTTP, real BitTorrent clients, the command line, and nothing that
 * a stranger would not have.
 */
package io.seedhouse.it;
