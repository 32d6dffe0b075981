package app.tidings.curation.broken;

import java.net.Socket;
import java.net.http.HttpClient;

record GoesPastTheSafeFetcher(HttpClient client, Socket socket) {}
