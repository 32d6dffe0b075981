package app.tidings.platform.broken;

import java.net.Socket;

record ConnectsByItself(Socket socket) {}
