/**
 * The account in the studio, and the pages that links in its mails lead to. What changes an account
 * asks for the password; a link is redeemed by a button.
 */
@org.jspecify.annotations.NullMarked
package io.seedhouse.publisher.profile;
