package se.vardrum.page;

/** Thrown where what is asked for does not exist for the one who asks: a kind page with 404, that says nothing more. */
public class NotFound extends RuntimeException {
    public NotFound() {
        super(null, null, false, false);
    }
}
