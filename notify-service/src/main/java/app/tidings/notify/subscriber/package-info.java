/**
 * Who wants what: subscribers and the lists they stand on.
 *
 * <p>A list (publication and language) is a row of numbered places, so many to a page. A subscription gets its place when
 * it first enters the list and keeps it for ever: leaving, pausing and coming back change the subscriber alone, and whoever
 * walks a page reads its subscribers to see who is to get something. So nothing has to be kept in step: a page may name
 * somebody who gets nothing, and names everybody who gets something, because a place is entered before the subscription is
 * written. The ledger's page {@code n} of an edition is made from the list's page {@code n}, hence whoever unsubscribes is
 * found in any edition at once, by place. Pages and places are found by {@code _id} alone, in any store.
 */
@NullMarked
package app.tidings.notify.subscriber;

import org.jspecify.annotations.NullMarked;
