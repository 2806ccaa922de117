package se.vardrum.messaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;
import org.jspecify.annotations.Nullable;

/** A real SMPP server in the test's JVM, that behaves as a test wants. */
class FakeGateway implements AutoCloseable {

    /** What it has acknowledged, or been asked for: octets as they came. */
    record Sms(
            String id,
            String from,
            String to,
            byte[] octets,
            byte coding,
            boolean header,
            byte receipts,
            String validUntil) {
        /** Number of this part and how many there are. */
        int part() {
            return header ? octets[5] : 1;
        }

        int of() {
            return header ? octets[4] : 1;
        }

        String text() {
            var bare = header ? java.util.Arrays.copyOfRange(octets, 6, octets.length) : octets;
            return coding == 8 ? new String(bare, StandardCharsets.UTF_16BE) : gsm(bare);
        }
    }

    /** What to do with the next one. */
    interface Manner {
        /** Answers the message's id, or throws a status. */
        String take(SubmitSm asked, int number) throws ProcessRequestException;
    }

    static final Manner DECIMAL = (asked, number) -> String.valueOf(1000 + number);
    static final Manner HEXADECIMAL =
            (asked, number) -> Integer.toHexString(0xABC0 + number).toUpperCase();

    final int port;
    final List<Sms> acknowledged = new CopyOnWriteArrayList<>();
    final AtomicInteger asked = new AtomicInteger();
    final Queue<Manner> next = new ConcurrentLinkedQueue<>();
    volatile Manner manner = DECIMAL;
    private final List<SMPPServerSession> sessions = new CopyOnWriteArrayList<>();
    private volatile @Nullable SMPPServerSessionListener listener;

    FakeGateway() {
        this.port = freePort();
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Manner refusing(int status) {
        return (asked, number) -> {
            throw new ProcessRequestException("as the test wants", status);
        };
    }

    FakeGateway open() {
        if (listener != null) return this;
        try {
            var here = new SMPPServerSessionListener(port);
            listener = here;
            Thread.ofPlatform().daemon().name("fake-gateway").start(() -> accept(here));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** No new connections, and none of the old. */
    @Override
    public void close() {
        var here = listener;
        listener = null; // one that binds just now sees it and goes
        try {
            if (here != null) here.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        dropConnections();
    }

    void dropConnections() {
        sessions.forEach(SMPPServerSession::close);
        sessions.clear();
    }

    private void accept(SMPPServerSessionListener here) {
        while (here == listener) {
            try {
                var session = here.accept();
                session.setMessageReceiverListener(new Listening());
                var bind = session.waitForBind(5_000);
                sessions.add(session);
                if (here != listener) {
                    dropConnections();
                    return;
                }
                bind.accept("fake");
            } catch (IOException | TimeoutException | org.jsmpp.PDUStringException | IllegalStateException e) {
                if (listener == null) return;
                if (e instanceof java.net.SocketException) return;
            }
        }
    }

    /** Tells what became of a message, under the id the gateway likes to call it by then. */
    void receipt(Sms about, String idThen, String state) throws Exception {
        var text = "id:" + idThen + " sub:001 dlvrd:001 submit date:2611251200 done date:2611251201 stat:" + state
                + " err:000 text:";
        sessions.getLast()
                .deliverShortMessage(
                        "",
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        about.to(),
                        TypeOfNumber.ALPHANUMERIC,
                        NumberingPlanIndicator.UNKNOWN,
                        about.from(),
                        new ESMClass(SMPPConstant.ESMCLS_SMSC_DELIV_RECEIPT),
                        (byte) 0,
                        (byte) 0,
                        new RegisteredDelivery(0),
                        DataCodings.ZERO,
                        text.getBytes(StandardCharsets.US_ASCII));
    }

    boolean bound() {
        return sessions.stream().anyMatch(it -> it.getSessionState().isBound());
    }

    private class Listening extends QuietListener {
        @Override
        public SubmitSmResult onAcceptSubmitSm(SubmitSm it, SMPPServerSession source) throws ProcessRequestException {
            int number = asked.incrementAndGet();
            var now = next.poll();
            var id = (now == null ? manner : now).take(it, number);
            acknowledged.add(new Sms(
                    id,
                    it.getSourceAddr(),
                    it.getDestAddress(),
                    it.getShortMessage(),
                    it.getDataCoding(),
                    it.isUdhi(),
                    it.getRegisteredDelivery(),
                    it.getValidityPeriod()));
            try {
                return new SubmitSmResult(new MessageId(id), new org.jsmpp.bean.OptionalParameter[0]);
            } catch (org.jsmpp.PDUStringException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static String gsm(byte[] octets) {
        var text = new StringBuilder();
        for (int i = 0; i < octets.length; i++) {
            boolean escaped = octets[i] == 0x1b;
            var code = escaped ? new byte[] {octets[i], octets[++i]} : new byte[] {octets[i]};
            for (char c = 0; c < 0x2100; c++) {
                if (java.util.Arrays.equals(Gsm7.encode(String.valueOf(c)), code)) {
                    text.append(c);
                    break;
                }
            }
        }
        return text.toString();
    }
}
