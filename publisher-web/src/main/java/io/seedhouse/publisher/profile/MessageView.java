package io.seedhouse.publisher.profile;

/**
 * A page that says one thing.
 *
 * @param wayOn address of its button
 */
record MessageView(String heading, String sentence, String wayOn, String label) {}
