/** Readers submit links: by API, page, GitHub issue or Telegram, each with a receipt that tells what becomes of it. */
@NullMarked
package app.tidings.ingest.submission;

import org.jspecify.annotations.NullMarked;
