package io.seedhouse.tracker.http;

import io.seedhouse.tracker.wire.Networks;

/**
 * What the operator decides about the HTTP door.
 *
 * @param proxies tell whose {@code X-Forwarded-For} is believed
 * @param exempt networks that limits per address spare
 * @param operators networks whose people may see which torrents are served
 * @param fullScrape whether a scrape that names no torrent is told of all
 */
record Settings(TrustedProxies proxies, Networks exempt, Networks operators, boolean fullScrape) {}
