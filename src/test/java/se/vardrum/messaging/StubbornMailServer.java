package se.vardrum.messaging;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server in the test's JVM that answers one command in its own way, and may hang up right after taking a mail. */
class StubbornMailServer implements AutoCloseable {

    final AtomicInteger taken = new AtomicInteger();
    private final ServerSocket door;
    private volatile String rcpt = "250 ok";
    private volatile String end = "250 taken";
    private volatile boolean hangsUp;

    StubbornMailServer() throws IOException {
        this.door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (!door.isClosed()) {
                try (var caller = door.accept()) {
                    talk(caller);
                } catch (IOException e) {
                    // the caller left, or the door was closed
                }
            }
        });
    }

    int port() {
        return door.getLocalPort();
    }

    StubbornMailServer answeringRcptWith(String answer) {
        rcpt = answer;
        return this;
    }

    StubbornMailServer answeringDataWith(String answer) {
        end = answer;
        return this;
    }

    StubbornMailServer hangingUpAfterTaking() {
        hangsUp = true;
        return this;
    }

    private void talk(Socket caller) throws IOException {
        var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.ISO_8859_1));
        say(caller, "220 stubborn");
        for (String line; (line = in.readLine()) != null; ) {
            var verb = line.split("[ :]")[0].toUpperCase();
            switch (verb) {
                case "RCPT" -> say(caller, rcpt);
                case "DATA" -> {
                    say(caller, "354 go on");
                    while ((line = in.readLine()) != null && !line.equals(".")) {}
                    say(caller, end);
                    if (end.startsWith("2")) taken.incrementAndGet();
                    if (hangsUp) {
                        caller.setSoLinger(true, 0); // a reset, not a goodbye
                        return;
                    }
                }
                case "QUIT" -> {
                    say(caller, "221 bye");
                    return;
                }
                default -> say(caller, "250 ok");
            }
        }
    }

    private static void say(Socket caller, String line) throws IOException {
        caller.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
