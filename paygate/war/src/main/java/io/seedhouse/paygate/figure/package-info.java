/**
 * Sums of orders for publishers, made by the database: nobody loads ten thousand orders to learn
 * what they come to.
 */
package io.seedhouse.paygate.figure;
