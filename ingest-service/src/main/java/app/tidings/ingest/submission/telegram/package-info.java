/** Links out of messages to a Telegram bot, each answered with the address of its receipt. */
@NullMarked
package app.tidings.ingest.submission.telegram;

import org.jspecify.annotations.NullMarked;
