package app.tidings.notify.broken;

import java.net.Socket;
import java.net.http.HttpClient;

record GoesPastTheSafeFetcher(HttpClient client, Socket socket) {}
