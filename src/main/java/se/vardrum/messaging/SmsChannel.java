package se.vardrum.messaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** SMS over SMPP 3.4. What the gateway has acknowledged is written down part by part, so that no part of it goes twice. */
class SmsChannel implements Channel, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SmsChannel.class);
    private static final DateTimeFormatter ABSOLUTE = DateTimeFormatter.ofPattern("yyMMddHHmmss'000+'");

    /** The gateway is busy or unwell, the message as such is in order. */
    private static final Set<Integer> PASSING = Set.of(
            SMPPConstant.STAT_ESME_RTHROTTLED,
            SMPPConstant.STAT_ESME_RMSGQFUL,
            SMPPConstant.STAT_ESME_RSYSERR,
            SMPPConstant.STAT_ESME_RSUBMITFAIL,
            SMPPConstant.STAT_ESME_RX_T_APPN,
            SMPPConstant.STAT_ESME_RINVBNDSTS);

    private final SmppSettings settings;
    private final SmppConnection connection;
    private final SmsPartTable parts;
    private final Clock clock;

    SmsChannel(SmppSettings settings, SmppConnection connection, SmsPartTable parts, Clock clock) {
        this.settings = settings;
        this.connection = connection;
        this.parts = parts;
        this.clock = clock;
    }

    @Override
    public Answer send(Outgoing message) {
        var text = Gsm7.plain(message.text());
        var digest = digest(text);
        var sms = SmsParts.of(text, settings.alphabet(), digest[0]);
        int done = parts.acknowledged(message.id(), digest);
        try {
            for (int part = done; part < sms.parts().size(); part++) {
                var id = submit(message, sms, part);
                parts.add(message.id(), part, digest, id, message.to());
            }
            return new Answer.Taken();
        } catch (NegativeResponseException e) {
            return answer(message, e.getCommandStatus());
        } catch (PDUException e) {
            LOG.error("{} cannot be put into a PDU: {}", message, e.toString());
            return new Answer.Never("messaging.problem.refused");
        } catch (IOException | InvalidResponseException | ResponseTimeoutException e) {
            LOG.info("{} later: {}", message, e.toString());
            return new Answer.Later("messaging.problem.waiting");
        }
    }

    @Override
    public boolean receipts() {
        return true;
    }

    private String submit(Outgoing message, SmsParts sms, int part)
            throws IOException, PDUException, InvalidResponseException, NegativeResponseException,
                    ResponseTimeoutException {
        boolean named = settings.alphanumeric();
        return connection
                .bound()
                .submitShortMessage(
                        "",
                        named ? TypeOfNumber.ALPHANUMERIC : TypeOfNumber.INTERNATIONAL,
                        named ? NumberingPlanIndicator.UNKNOWN : NumberingPlanIndicator.ISDN,
                        settings.sender().replace("+", ""),
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        message.to().replace("+", ""),
                        new ESMClass(sms.several() ? SMPPConstant.ESMCLS_UDHI_INDICATOR_SET : 0),
                        (byte) 0,
                        (byte) 0,
                        null,
                        validUntil(message.until()),
                        new RegisteredDelivery(SMPPConstant.REGDEL_SMSC_SUCCESS_FAILURE_REQUESTED),
                        (byte) 0,
                        new RawDataCoding(sms.coding()),
                        (byte) 0,
                        sms.parts().get(part))
                .getMessageId();
    }

    /** Not after the visit, and never so far off that a gateway would refuse it. */
    private String validUntil(Instant end) {
        var furthest = clock.instant().plus(Duration.ofHours(48));
        return ABSOLUTE.format((end.isBefore(furthest) ? end : furthest).atOffset(ZoneOffset.UTC));
    }

    private static Answer answer(Outgoing message, int status) {
        if (PASSING.contains(status)) return new Answer.Later("messaging.problem.waiting");
        LOG.warn("{} was refused by the SMS gateway with status 0x{}", message, Integer.toHexString(status));
        boolean number = status == SMPPConstant.STAT_ESME_RINVDSTADR
                || status == SMPPConstant.STAT_ESME_RINVDSTTON
                || status == SMPPConstant.STAT_ESME_RINVDSTNPI;
        return new Answer.Never(number ? "messaging.problem.number" : "messaging.problem.refused");
    }

    /** Tells whether what was acknowledged before was this text. It cannot be turned back into it: a link has 128 random bits. */
    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
