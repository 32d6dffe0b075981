package app.tidings.render.broken;

import java.net.Socket;
import java.net.http.HttpClient;

record GoesPastTheSafeFetcher(HttpClient client, Socket socket) {}
