package se.vardrum.appointment;

/** One slip of the finger: a letter wrong, missing, too many, or two swapped (Damerau-Levenshtein distance 1). */
final class Typo {

    /** In shorter words one letter makes another word. */
    private static final int SHORTEST = 4;

    private Typo() {}

    /** True when what was typed begins that word, give or take one slip. */
    static boolean begins(String typed, String word) {
        if (word.startsWith(typed)) return true;
        if (typed.length() < SHORTEST) return false;
        for (int length = typed.length() - 1; length <= typed.length() + 1; length++) {
            if (length <= word.length() && oneSlip(typed, word.substring(0, length))) return true;
        }
        return false;
    }

    private static boolean oneSlip(String a, String b) {
        int same = 0;
        while (same < a.length() && same < b.length() && a.charAt(same) == b.charAt(same)) same++;
        var restA = a.substring(same);
        var restB = b.substring(same);
        return switch (a.length() - b.length()) {
            case 0 -> rest(restA, 1).equals(rest(restB, 1)) || swapped(restA, restB);
            case 1 -> rest(restA, 1).equals(restB);
            case -1 -> restA.equals(rest(restB, 1));
            default -> false;
        };
    }

    private static boolean swapped(String a, String b) {
        return a.length() >= 2
                && a.charAt(0) == b.charAt(1)
                && a.charAt(1) == b.charAt(0)
                && rest(a, 2).equals(rest(b, 2));
    }

    private static String rest(String text, int from) {
        return text.length() <= from ? "" : text.substring(from);
    }
}
