/** The page on which a session is paid, with Stripe's test cards and accounts. */
package io.seedhouse.paygate.sandbox.page;
