/**
 * Orders: what was bought, for how much, and the token that proves it. An order keeps a copy of the
 * title, the price and the files as they were when it was begun; later changes of the offer do not
 * reach it.
 */
package io.seedhouse.paygate.order;
