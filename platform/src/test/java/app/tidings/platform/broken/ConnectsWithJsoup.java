package app.tidings.platform.broken;

import org.jsoup.Connection;

record ConnectsWithJsoup(Connection connection) {}
