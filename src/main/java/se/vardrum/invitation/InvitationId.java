package se.vardrum.invitation;

import java.util.UUID;

/** One link into a visit, through all its versions. */
public record InvitationId(UUID value) {}
