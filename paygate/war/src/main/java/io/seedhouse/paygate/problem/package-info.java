/** How the paygate says no over HTTP: RFC 9457, one sentence that says what to do. */
package io.seedhouse.paygate.problem;
