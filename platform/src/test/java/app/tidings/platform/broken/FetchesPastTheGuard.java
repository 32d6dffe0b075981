package app.tidings.platform.broken;

import java.net.http.HttpClient;

record FetchesPastTheGuard(HttpClient client) {}
