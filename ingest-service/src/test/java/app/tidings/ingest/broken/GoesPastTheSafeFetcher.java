package app.tidings.ingest.broken;

import java.net.Socket;
import java.net.http.HttpClient;

record GoesPastTheSafeFetcher(HttpClient client, Socket socket) {}
