package se.vardrum.patient;

/** A guardian may from now on neither take part in the child's visits nor know of them; told in the same transaction. */
public record ProxyBarred(PersonId child, PersonId proxy) {}
