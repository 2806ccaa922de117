package se.vardrum.access;

/** Somebody has signed in; told before the first page is shown. */
public record SignedIn(Actor actor) {}
