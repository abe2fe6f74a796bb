/**
 * What a buyer's bank says later: disputes, inquiries and early fraud warnings. Source:
 * docs.stripe.com/disputes.
 */
package io.seedhouse.paygate.sandbox.dispute;
