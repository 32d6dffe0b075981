/** Open work of a stage: small collections whose entries are claimed with a lease. */
@NullMarked
package app.tidings.platform.jobs;

import org.jspecify.annotations.NullMarked;
