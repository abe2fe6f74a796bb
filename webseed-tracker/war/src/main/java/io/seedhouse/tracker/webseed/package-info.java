/**
 * Web seeds (BEP 19): the files of admitted torrents over plain HTTP, in ranges, as every known
 * client and a browser's video element ask for them. docs/protocol/web-seed.md lists the decisions.
 */
@NullMarked
package io.seedhouse.tracker.webseed;

import org.jspecify.annotations.NullMarked;
