package se.vardrum.messaging;

import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.util.Date;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * E-mail over SMTP. Not Spring's JavaMailSender: it reports a failure when the connection breaks after the server has
 * taken the mail, and the mail would go twice.
 */
class EmailChannel implements Channel {

    private static final Logger LOG = LoggerFactory.getLogger(EmailChannel.class);

    private final SmtpSettings settings;
    private final Session session;
    private final String host;
    private final Clock clock;

    EmailChannel(SmtpSettings settings, String host, Clock clock) {
        this.settings = settings;
        this.session = Session.getInstance(settings.properties());
        this.host = host;
        this.clock = clock;
    }

    @Override
    public Answer send(Outgoing message) {
        try {
            return send(message, new InternetAddress(message.to(), true));
        } catch (AddressException e) {
            return new Answer.Never("messaging.problem.address");
        } catch (MessagingException e) {
            return answer(message, e);
        }
    }

    private Answer send(Outgoing message, InternetAddress to) throws MessagingException {
        var mail = new Mail(session, message.reference() + "@" + host);
        mail.setFrom(settings.from());
        mail.setRecipient(RecipientType.TO, to);
        mail.setSubject(message.subject(), "UTF-8");
        mail.setSentDate(Date.from(clock.instant()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setContent(content(message));
        mail.saveChanges();
        var transport = session.getTransport(settings.protocol());
        try {
            transport.connect(
                    settings.host(),
                    settings.port(),
                    settings.user().isBlank() ? null : settings.user(),
                    settings.user().isBlank() ? null : settings.password());
            transport.sendMessage(mail, new Address[] {to});
            return new Answer.Taken();
        } finally {
            close(transport);
        }
    }

    private static MimeMultipart content(Outgoing message) throws MessagingException {
        var text = new MimeBodyPart();
        text.setText(message.text(), "UTF-8");
        var all = new MimeMultipart(text);
        if (message.calendar() != null) {
            var calendar = message.calendar().get();
            var file = new MimeBodyPart();
            file.setContent(calendar.content(), "text/calendar; charset=UTF-8; method=" + calendar.method());
            file.setFileName("besok.ics");
            file.setDisposition(MimeBodyPart.ATTACHMENT);
            all.addBodyPart(file);
        }
        return all;
    }

    /** The answer counts, not the goodbye. */
    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("the mail server's connection was not closed in order: {}", e.toString());
        }
    }

    /** 5xx about the mail or its address is for ever; all else may pass. */
    private static Answer answer(Outgoing message, MessagingException problem) {
        for (Exception e = problem; e != null; e = e instanceof MessagingException it ? it.getNextException() : null) {
            if (e instanceof SMTPAddressFailedException it && it.getReturnCode() >= 500)
                return never(message, it.getReturnCode(), "messaging.problem.address");
            if (e instanceof SMTPSendFailedException it
                    && it.getReturnCode() >= 500
                    && !(it.getNextException() instanceof SendFailedException))
                return never(message, it.getReturnCode(), "messaging.problem.refused");
        }
        LOG.info("{} later: {}", message, problem.getClass().getSimpleName()); // its text may name the address
        return new Answer.Later("messaging.problem.waiting");
    }

    private static Answer never(Outgoing message, int code, String problem) {
        LOG.warn("{} was refused by the mail server with {}", message, code);
        return new Answer.Never(problem);
    }

    /** A mail that keeps the id it was given, so that a second attempt is the same mail. */
    private static final class Mail extends MimeMessage {
        private final String id;

        Mail(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }
}
