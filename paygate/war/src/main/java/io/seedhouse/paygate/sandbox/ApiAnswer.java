package io.seedhouse.paygate.sandbox;

/** What the sandbox's API answers: a status and JSON. */
record ApiAnswer(int status, String json) {}
