package se.vardrum.messaging;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one session with the SMS gateway, a transceiver so that receipts come back on it. It is kept up in the background,
 * since receipts arrive also when nothing is sent.
 */
class SmppConnection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SmppConnection.class);
    private static final long LONGEST_PAUSE = Duration.ofMinutes(1).toNanos();

    private final SmppSettings settings;
    private final MessageReceiverListener receipts;
    private final SSLSocketFactory tls;
    private final ReentrantLock connecting = new ReentrantLock();
    private final ScheduledExecutorService keeper = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("smpp-keeper").factory());
    private volatile @Nullable SMPPSession session;
    private int failures;
    private long notBefore = System.nanoTime();
    private volatile boolean closed;

    SmppConnection(SmppSettings settings, MessageReceiverListener receipts, SSLSocketFactory tls) {
        this.settings = settings;
        this.receipts = receipts;
        this.tls = tls;
        keeper.scheduleWithFixedDelay(this::keep, 0, settings.reconnect().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The session, connected now if it was not; an IOException while the gateway cannot be had. */
    SMPPSession bound() throws IOException {
        var now = session;
        if (now != null && up(now)) return now;
        connecting.lock();
        try {
            now = session;
            if (now != null && up(now)) return now;
            if (closed) throw new IOException("closed");
            if (System.nanoTime() - notBefore < 0) throw new IOException("the gateway was out of reach a moment ago");
            return session = connect();
        } finally {
            connecting.unlock();
        }
    }

    private static boolean up(@Nullable SMPPSession it) {
        return it != null && it.getSessionState().isTransmittable();
    }

    private void keep() {
        try {
            bound();
        } catch (IOException | RuntimeException e) {
            LOG.debug("no session with the SMS gateway: {}", e.toString());
        }
    }

    private SMPPSession connect() throws IOException {
        var fresh = new SMPPSession(this::socket);
        fresh.setTransactionTimer(settings.answerWithin().toMillis());
        fresh.setEnquireLinkTimer((int) Duration.ofSeconds(30).toMillis());
        fresh.setMessageReceiverListener(receipts);
        try {
            var bind = new BindParameter(
                    BindType.BIND_TRX,
                    settings.systemId(),
                    settings.password(),
                    "",
                    TypeOfNumber.UNKNOWN,
                    NumberingPlanIndicator.UNKNOWN,
                    "",
                    InterfaceVersion.IF_34);
            fresh.connectAndBind(
                    settings.host(),
                    settings.port(),
                    bind,
                    settings.answerWithin().toMillis());
            if (failures > 0) LOG.info("the SMS gateway is back");
            failures = 0;
            return fresh;
        } catch (IOException | RuntimeException e) {
            fresh.close();
            if (failures++ == 0) LOG.warn("the SMS gateway cannot be had, trying again: {}", e.toString());
            long pause = settings.reconnect().toNanos() << Math.min(failures - 1, 6);
            notBefore = System.nanoTime() + Math.min(pause, LONGEST_PAUSE);
            throw e;
        }
    }

    private Connection socket(String host, int port) throws IOException {
        int patience = (int) settings.answerWithin().toMillis();
        var plain = new Socket();
        try {
            plain.connect(new InetSocketAddress(host, port), patience);
            if (!settings.tls()) return new SocketConnection(plain);
            var secured = (SSLSocket) tls.createSocket(plain, host, port, true);
            var parameters = secured.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS"); // the certificate must be this host's
            secured.setSSLParameters(parameters);
            secured.setSoTimeout(patience);
            secured.startHandshake();
            return new SocketConnection(secured);
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    @Override
    public void close() {
        closed = true;
        keeper.shutdownNow();
        var last = session;
        if (last != null) last.unbindAndClose();
    }
}
