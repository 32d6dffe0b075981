/** What ops deploy with, held against what the services are: the compose files, the Dockerfiles, the proxy. */
@NullMarked
package app.tidings.local.deploy;

import org.jspecify.annotations.NullMarked;
