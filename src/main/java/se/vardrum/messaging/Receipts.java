package se.vardrum.messaging;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads what the SMS gateway tells afterwards: the message has reached the phone, or never will. */
@Component
class Receipts implements MessageReceiverListener {

    private static final Logger LOG = LoggerFactory.getLogger(Receipts.class);
    private static final Pattern ID = Pattern.compile("\\bid:\\s*(\\S+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern STATE = Pattern.compile("\\bstat:\\s*([A-Z]+)", Pattern.CASE_INSENSITIVE);

    private final SettleSms settle;

    Receipts(SettleSms settle) {
        this.settle = settle;
    }

    @Override
    public void onAcceptDeliverSm(DeliverSm it) throws ProcessRequestException {
        if (!it.isSmscDeliveryReceipt())
            return; // an answer to an SMS: nobody reads those, and the texts say whom to ring
        var text = new String(
                it.getShortMessage() == null ? new byte[0] : it.getShortMessage(), StandardCharsets.US_ASCII);
        var id = id(it, text);
        var delivered = delivered(it, text);
        if (id == null || delivered == null) return; // on its way still
        try {
            settle.told(id, it.getSourceAddr() == null ? "" : it.getSourceAddr(), delivered);
        } catch (RuntimeException e) {
            LOG.error("a delivery receipt could not be written; the gateway is asked to repeat it", e);
            throw new ProcessRequestException("try again", SMPPConstant.STAT_ESME_RX_T_APPN);
        }
    }

    private static @Nullable String id(DeliverSm it, String text) {
        var parameter = it.getOptionalParameter(OptionalParameter.Receipted_message_id.class);
        if (parameter != null) return parameter.getValueAsString();
        var found = ID.matcher(text);
        return found.find() ? found.group(1) : null;
    }

    /** True or false when it is final, null on the way. */
    private static @Nullable Boolean delivered(DeliverSm it, String text) {
        var found = STATE.matcher(text);
        if (found.find()) {
            return switch (found.group(1).toUpperCase(java.util.Locale.ROOT)) {
                case "DELIVRD" -> true;
                case "EXPIRED", "DELETED", "UNDELIV", "REJECTD" -> false;
                default -> null;
            };
        }
        var state = it.getOptionalParameter(OptionalParameter.Message_state.class);
        if (state == null) return null;
        return switch (state.getValue()) {
            case 2 -> true; // DELIVERED
            case 3, 4, 5, 8 -> false; // EXPIRED, DELETED, UNDELIVERABLE, REJECTED
            default -> null;
        };
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification it) {}

    @Override
    public @Nullable DataSmResult onAcceptDataSm(DataSm it, Session source) throws ProcessRequestException {
        throw new ProcessRequestException("not taken here", SMPPConstant.STAT_ESME_RINVCMDID);
    }
}
